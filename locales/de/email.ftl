### E-mails. They are read in a hurry, often on a phone, and often by people who did not expect them.
### Codes, links, names of accounts and telephone numbers never stand inside a text: they follow it on
### a line of their own.

## A code to reset the password or to unlock the account

# Subject line. The code itself never stands here, because a locked phone shows it.
# $organisation: the organisation’s name. $number: which code it is, from 1; the page
# says the same number, so that people can tell a late e-mail from the newest one.
email-code-subject = { $organisation }: Passwort zurücksetzen (Code Nr. { $number })
email-code-title = Passwort zurücksetzen
# $organisation: the organisation’s name.
email-code-lead = Sie oder eine Person, die Ihren Benutzernamen kennt, möchten das Passwort Ihres Kontos bei { $organisation } zurücksetzen.
# Subject line, for somebody who only wants to unlock the account. $organisation: the organisation’s name.
# $number: which code it is, from 1.
email-code-unlock-subject = { $organisation }: Konto entsperren (Code Nr. { $number })
email-code-unlock-title = Konto entsperren
# $organisation: the organisation’s name.
email-code-unlock-lead = Sie oder eine Person, die Ihren Benutzernamen kennt, möchten Ihr Konto bei { $organisation } entsperren. Das Passwort bleibt, wie es ist.
# In front of the code, which follows on its own line.
# $number: which code it is, from 1.
email-code-number = Code Nr. { $number }:
# $minutes: for how many minutes the code works, counted from when it was sent: the whole duration.
email-code-valid = Geben Sie den Code auf der Seite ein, auf der Sie begonnen haben. Er gilt einmal, und zwar { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } lang.
# In front of a link or a button, which follows on its own line.
email-code-link-lead = Oder öffnen Sie stattdessen diesen Link, und zwar in dem Browser, in dem Sie begonnen haben:
# The button.
email-code-link = Weiter, wo ich begonnen habe
email-code-not-you = Waren Sie das nicht? Dann müssen Sie nichts tun. Ohne den Code ändert sich nichts. Sagen Sie den Code niemandem, auch nicht dem IT-Support. Wenn immer wieder solche Nachrichten kommen, sagen Sie dem IT-Support Bescheid.

## No code, because this person may not use the portal. They wanted to reset the password or to
## unlock the account; the message does not know which.

# Subject line. $organisation: the organisation’s name.
email-refused-subject = { $organisation }: Es wurde kein Code gesendet
email-refused-title = Es wurde kein Code gesendet
# $organisation: the organisation’s name.
email-refused-lead = Sie oder eine Person, die Ihren Benutzernamen kennt, haben einen Code angefordert, um wieder Zugang zu Ihrem Konto bei { $organisation } zu bekommen. Wir haben keinen Code gesendet, und es wurde nichts geändert.
# The reasons: what happened, then what to do.
email-refused-account-disabled = Ihr Konto ist deaktiviert. Weder ein neues Passwort noch das Entsperren würde daran etwas ändern. Fragen Sie den IT-Support nach dem Grund.
email-refused-protected-account = Ihr Konto ist besonders geschützt. Deshalb können Sie das Passwort-Portal dafür nicht nutzen. Fragen Sie den IT-Support.
email-refused-reset-disabled = Ihre Organisation hat das Passwort-Portal abgeschaltet. Der IT-Support kann Ihnen wieder Zugang zu Ihrem Konto geben.
email-refused-not-in-scope = Ihre Organisation hat das Passwort-Portal für Ihr Konto nicht freigegeben. Der IT-Support kann Ihnen wieder Zugang geben.
email-refused-administrators-excluded = Sie haben ein Administratorkonto. Für Administratorkonten kann das Passwort-Portal nicht genutzt werden. Fragen Sie den IT-Support oder eine andere Person aus der Administration.
email-refused-too-few-methods = Es sind zu wenige Methoden eingerichtet, mit denen Sie bestätigen können, dass Sie es sind. Der IT-Support kann Ihnen wieder Zugang zu Ihrem Konto geben. Richten Sie danach eine weitere Methode ein, dann können Sie sich beim nächsten Mal selbst helfen.
email-refused-not-you = Waren Sie das nicht? Dann müssen Sie nichts tun. Sie erhalten diese Nachricht höchstens einmal am Tag.

## The password was reset

# Subject line. $organisation: the organisation’s name.
email-reset-subject = { $organisation }: Ihr Passwort wurde zurückgesetzt
email-reset-title = Ihr Passwort wurde zurückgesetzt
# $organisation: the organisation’s name.
email-reset-lead = Ihr Konto bei { $organisation } hat ein neues Passwort.
email-reset-you = Waren Sie das? Dann müssen Sie hier nichts tun. Geben Sie das neue Passwort in den Telefonen und Programmen ein, die Ihre E-Mails abrufen.
email-reset-not-you = Waren Sie das nicht? Wenden Sie sich sofort an den IT-Support. Vielleicht hat jemand anderes Zugang zu Ihrem Konto.

## The account was unlocked

# Subject line. $organisation: the organisation’s name.
email-unlock-subject = { $organisation }: Ihr Konto wurde entsperrt
email-unlock-title = Ihr Konto wurde entsperrt
# $organisation: the organisation’s name.
email-unlock-lead = Ihr Konto bei { $organisation } war gesperrt und ist jetzt entsperrt. Das Passwort ist dasselbe wie vorher.
email-unlock-you = Waren Sie das? Dann müssen Sie hier nichts tun. Wenn Programme auf Ihren Geräten noch ein altes Passwort verwenden, wird Ihr Konto vielleicht wieder gesperrt: Geben Sie dort das richtige ein.
email-unlock-not-you = Waren Sie das nicht? Wenden Sie sich sofort an den IT-Support. Vielleicht versucht jemand anderes, in Ihr Konto zu kommen.

## Told to administrators

# Subject line. $organisation: the organisation’s name.
email-administrator-subject = { $organisation }: Passwort eines Administratorkontos wurde zurückgesetzt
email-administrator-title = Das Passwort eines Administratorkontos wurde zurückgesetzt
# $organisation: the organisation’s name.
email-administrator-lead = Bei { $organisation } hat eine Person aus der Administration ihr eigenes Passwort zurückgesetzt. Sie erhalten diese Nachricht, weil auch Sie zur Administration gehören.
# In front of the administrator's user name, which follows on its own line.
email-administrator-name = Administratorkonto:
email-administrator-not-expected = Fragen Sie diese Person persönlich oder am Telefon, ob sie es war. Wenn nicht, wenden Sie sich sofort an den IT-Support.

## In several messages

# In front of the day and time at which something happened.
email-when = Zeitpunkt:
# The same moment twice. $local: day and time where the reader is. $utc: day and time in universal time.
email-when-both = { $local } ({ $utc })

## At the end of every message

# Heading of how the help desk can be reached.
email-help-desk = IT-Support
# In front of a telephone number.
email-help-desk-phone = Telefon:
# In front of a mail address.
email-help-desk-email = E-Mail:
# In front of the address of a page.
email-help-desk-link = Website:
# In front of the hours at which the help desk can be reached.
email-help-desk-hours = Zeiten:
# Where the organisation has not said how to reach its help desk.
email-help-desk-unknown = Fragen Sie die Personen, die sich in Ihrer Organisation um die Computer kümmern.
# The last line. $organisation: the organisation’s name.
email-sent-by = Diese Nachricht wurde automatisch vom Passwort-Portal von { $organisation } gesendet.
