### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code 2 ..."

# $number: which code of this reset it is, from 1. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = is code { $number } to reset your password at { $organisation }. It works for { $minutes } min. Tell nobody.
# The same for somebody who only unlocks the account.
sms-code-unlock = is code { $number } to unlock your account at { $organisation }. It works for { $minutes } min. Tell nobody.

## No code, because the password may not be reset here: what happened, what to do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }: no code was sent. Your account is switched off. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }: no code was sent. Your account is protected. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }: no code was sent. Password reset is switched off. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }: no code was sent. Password reset is not open for your account. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }: no code was sent. Administrators cannot reset here. Ask the help desk.
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }: no code was sent. You have set up too few ways to prove that it is you. Ask the help desk.
