### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code number 2 ..."

# $number: which code it is, from 1; the page says the same number. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = is code number { $number } to reset your password at { $organisation }. It works for { $minutes } min. Tell nobody.
# The same for somebody who only unlocks the account.
sms-code-unlock = is code number { $number } to unlock your account at { $organisation }. It works for { $minutes } min. Tell nobody.

## No code, because this person may not use the portal, to reset or to unlock: what happened, what to
## do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }: no code was sent. Your account is switched off. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }: no code was sent. Your account is protected. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }: no code was sent. The password portal is switched off. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }: no code was sent. The password portal is not open to your account. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }: no code was sent. Administrators cannot use the password portal. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }: no code was sent. You have set up too few ways to prove that it is you. Ask the help desk.
