# The names that every text may use. They are not translated.

-product = Postern
