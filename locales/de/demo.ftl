### The page /demo of a portal that was started to try it out. It stands in for the mailbox, the
### telephone and the calendar of the people in the demonstration.

demo-title = Demonstration
demo-lead = Nichts von hier verlässt diesen Computer. Nachrichten, die sonst gesendet würden, werden stattdessen angezeigt.
# Link to the first page of the portal.
demo-to-portal = Portal öffnen
# Link that loads the page again, to see what is new.
demo-reload = Neu laden

## Messages

demo-messages-title = Nachrichten
# Shown instead of the list while it is empty. An account's name follows on its own.
demo-messages-empty = Es wurde noch nichts gesendet. Beginnen Sie ein Zurücksetzen als:
# Heading of a text message among the messages; mails have their subject line there.
demo-message-text = SMS
# In front of the address or number that the message went to.
demo-message-to = An:
# Links below a message.
demo-message-link = Link der Nachricht öffnen
demo-message-html = HTML-Fassung
# Button.
demo-messages-clear = Alle Nachrichten löschen

## Codes of authenticator apps

demo-codes-title = Codes der Authenticator-Apps
# Headings of the columns.
demo-codes-account = Konto
demo-codes-code = Code
demo-codes-left = Sekunden übrig

## The clock

demo-clock-title = Uhr
# In front of day and time.
demo-clock-now = Für das Portal ist es jetzt:
# $minutes: by how many minutes the portal's clock is ahead, a formatted number.
demo-clock-ahead = Minuten, um die die Uhr vorgeht: { $minutes }
demo-clock-real = Das ist die echte Zeit.
# The field.
demo-clock-minutes =
    .label = Minuten, um die die Uhr vorgestellt wird
# Buttons.
demo-clock-move = Uhr vorstellen
demo-clock-back = Zurück zur echten Zeit
# Shown when the number cannot be used.
demo-clock-unusable = Geben Sie eine ganze Zahl von Minuten ein, höchstens zehn Jahre

## Try a password

demo-try-title = Passwort ausprobieren
demo-try-lead = Zeigt, was eine Anmeldung ergäbe, und ändert nichts.
# The fields.
demo-try-account =
    .label = Benutzername
demo-try-password =
    .label = Passwort
# Button.
demo-try-submit = Ausprobieren
# What a sign-in would say.
demo-try-right = Dieses Passwort öffnet das Konto.
demo-try-must-change = Dieses Passwort stimmt und muss sofort geändert werden.
demo-try-wrong = Dieses Passwort öffnet das Konto nicht.
demo-try-locked = Das Konto ist gesperrt.
demo-try-disabled = Das Konto ist deaktiviert.
demo-try-unavailable = Das Verzeichnis ist nicht erreichbar.

## The accounts

demo-accounts-title = Konten
# The password follows on its own.
demo-accounts-password = Passwort aller Konten, bis es geändert wird:
# Headings of the columns.
demo-accounts-account = Konto
demo-accounts-recovery = E-Mail-Adresse zur Wiederherstellung
demo-accounts-shows = Zeigt
# Instead of an address.
demo-accounts-none = Keine
# What each account shows.
demo-account-ada = Das gewöhnliche Zurücksetzen mit zwei Methoden
demo-account-bo = Zu wenige Methoden zur Bestätigung
demo-account-cleo = Zurücksetzen ist für dieses Konto nicht freigegeben
demo-account-dai = Ein Administratorkonto: immer zwei Methoden
demo-account-eli = Im Verzeichnis gesperrt
demo-account-fay = Hat nichts hinterlegt
demo-account-gus = Im Verzeichnis deaktiviert
demo-account-hana = Spricht Arabisch: Seiten und Nachrichten von rechts nach links
demo-account-ivo = Hat die eigenen Angaben zuletzt vor 200 Tagen bestätigt
demo-account-jun = Der IT-Support
demo-account-kim = Ein Administratorkonto, das Nachricht erhält, wenn ein anderes zurückgesetzt wird
