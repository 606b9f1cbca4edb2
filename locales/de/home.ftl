### The first page of the portal.

# Heading.
home-title = Wieder Zugang zu Ihrem Konto
# Under the heading.
# $organisation: the organisation’s name.
home-lead = Sie können sich bei { $organisation } nicht anmelden? Hier können Sie ein neues Passwort festlegen. Das dauert etwa zwei Minuten und geht zu jeder Uhrzeit.
# Button that leads to the first step.
home-reset = Passwort zurücksetzen
# Under the button: what one needs.
home-reset-hint = Sie brauchen etwas, das Sie bereits eingerichtet haben, um zu bestätigen, dass Sie es sind, etwa eine E-Mail-Adresse zur Wiederherstellung oder eine Authenticator-App.
# Button under it: for people who know their password but were locked out.
home-unlock = Konto entsperren
# Under that button: for whom it is.
home-unlock-hint = Wenn Sie Ihr Passwort kennen, aber Ihr Konto nach zu vielen falschen Versuchen gesperrt ist.
