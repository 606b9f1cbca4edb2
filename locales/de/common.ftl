### Texts that stand on every page: the frame around a step, the help desk, the time that is left.
###
### German. Address: „Sie“, short sentences, no blame. People are named without a gender
### („Administratorkonto“, „Person“, „alle“). Quotation marks: „…“.
###
### One word for one thing:
###   account = das Konto
###   administrator = das Administratorkonto (the account), die Administration (the people)
###   authenticator app = die Authenticator-App
###   browser = der Browser
###   cancel = abbrechen
###   character = das Zeichen
###   code 2, code number 2 = Code Nr. 2
###   code = der Code
###   contact = sich wenden an
###   continue = Weiter (button of a step), fortfahren
###   device = das Gerät
###   digit = die Ziffer
###   directory = das Verzeichnis
###   e-mail = die E-Mail; address: die E-Mail-Adresse; mailbox: das Postfach
###   e-mail address for recovery = die E-Mail-Adresse zur Wiederherstellung
###   get back into an account = wieder Zugang zum Konto bekommen
###   go on = weitermachen
###   help desk = der IT-Support
###   link = der Link
###   locked, unlock = gesperrt, entsperren
###   message, an e-mail = die Nachricht
###   mobile number = die Mobilnummer
###   no longer works = gilt nicht mehr
###   organisation = die Organisation
###   password = das Passwort
###   portal = das Portal
###   prove that it is you = bestätigen, dass Sie es sind
###   reference = die Referenznummer
###   registered = hinterlegt
###   reset = zurücksetzen; the reset, where one has begun: das Zurücksetzen
###   send another code = neuen Code senden
###   service = der Dienst
###   set a password = festlegen
###   set up = eingerichtet
###   sign in, sign out = anmelden, abmelden
###   start again, start over = neu beginnen
###   start page = die Startseite
###   step = der Schritt
###   support code = der Support-Code
###   switched off = deaktiviert (an account), abgeschaltet (a function)
###   tab = der Tab
###   text message = die SMS
###   try again = noch einmal versuchen
###   user name = der Benutzername
###   way, method = die Methode
###   work e-mail = die dienstliche E-Mail-Adresse

## The frame

# First link of every page, seen only when somebody moves to it with the keyboard.
common-skip-link = Zum Hauptinhalt springen

# The list of languages at the top of every page. Each language is named in itself.
common-language =
    .label = Sprache

# Title of the browser's tab.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title = { $page } – { $organisation }

# Title of the browser's tab while the page shows a mistake in what was typed.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title-error = Fehler: { $page } – { $organisation }

# Above the heading of a step.
# $current: which step this is, from 1. $total: how many steps there are.
common-step = Schritt { $current } von { $total }

# Read to people with a screen reader while something takes a moment, and shown on a button
# that was pressed.
common-wait = Einen Moment …

## Buttons and links

common-try-again = Noch einmal versuchen
common-start-over = Neu beginnen
# Ends everything that was begun here. Nothing has been changed.
common-cancel = Abbrechen
# Closes a small window and does nothing else.
common-close = Schließen
# Leads to the first page of the portal.
common-go-home = Zur Startseite

## Errors

# Heading of the box that lists what has to be put right on the page.
common-error-title = Es gibt ein Problem

# In front of a number that helps the help desk to find out what happened. The number follows.
common-reference = Referenznummer:
# In front of a code that tells the help desk why something was refused, like SSPR_0013. It
# follows. Not a code that somebody types.
common-support-code = Support-Code:

## The help desk

# In front of the telephone number, the mail address and so on, at the foot of every page.
common-help-desk = IT-Support:
# Link to the help desk's own page.
common-help-desk-website = Website des IT-Supports
# Shown where the organisation has not said how to reach its help desk.
common-help-desk-unknown = Fragen Sie die Personen, die sich in Ihrer Organisation um die Computer kümmern.

## Before the page has started

# Heading, shown if the page could not start. The help desk's number and address follow the text.
common-unavailable-title = Diese Seite konnte leider nicht starten
common-unavailable-text = Laden Sie die Seite neu. Wenn das nicht hilft, versuchen Sie es mit einem anderen Browser oder einem anderen Gerät, oder wenden Sie sich an den IT-Support.

# Shown where JavaScript is switched off. The help desk's number and address follow.
common-noscript = Diese Seite braucht JavaScript. Schalten Sie es in Ihrem Browser ein, oder wenden Sie sich an den IT-Support.

## Demonstration

# Above every page of a portal that was started to try it out.
common-demo-banner = Dies ist eine Demonstration von { -product }. Nichts verlässt diesen Computer.
# Link behind the text above: a page with the e-mails that would have been sent.
common-demo-link = Nachrichten ansehen

## The time that is left

# Heading of a small window, two minutes before the time is up.
common-time-title = Brauchen Sie mehr Zeit?
# $minutes: how many minutes are left, 1 or 2.
common-time-text = Zu Ihrer Sicherheit schließt sich diese Seite in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Wenn Sie fortfahren, geht nichts verloren.
# Instead of the text above when the time was already extended as often as is allowed.
# $minutes: how many minutes are left, 1 or 2.
common-time-text-last = Diese Seite schließt sich in { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Länger kann sie nicht offen bleiben, aber Sie können jederzeit neu beginnen.
# Button that keeps the page open.
common-time-continue = Fortfahren
# Button beside it: ends everything that was begun here, not only the small window.
common-time-cancel = Aufhören und abbrechen
# Read to people with a screen reader after they pressed the button above.
common-time-extended = Sie haben jetzt mehr Zeit.
