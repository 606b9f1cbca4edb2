### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code number 2 ..."

# $number: which code it is, from 1; the page says the same number. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = ist Code Nr. { $number } für ein neues Passwort bei { $organisation }. Gilt { $minutes } Min. Niemandem nennen.
# The same for somebody who only unlocks the account.
sms-code-unlock = ist Code Nr. { $number } zum Entsperren Ihres Kontos bei { $organisation }. Gilt { $minutes } Min. Niemandem nennen.

## No code, because this person may not use the portal, to reset or to unlock: what happened, what to
## do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }: Kein Code gesendet. Ihr Konto ist deaktiviert. Fragen Sie den IT-Support.
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }: Kein Code gesendet. Ihr Konto ist besonders geschützt. Fragen Sie den IT-Support.
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }: Kein Code gesendet. Das Passwort-Portal ist abgeschaltet. Fragen Sie den IT-Support.
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }: Kein Code gesendet. Ihr Konto ist für das Passwort-Portal nicht freigegeben. Fragen Sie den IT-Support.
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }: Kein Code gesendet. Für Administratorkonten gilt das Passwort-Portal nicht. Fragen Sie den IT-Support.
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }: Kein Code gesendet. Sie haben zu wenige Methoden eingerichtet. Fragen Sie den IT-Support.
