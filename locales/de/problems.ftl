### What can go wrong. A problem is shown above the form or as a page of its own.

## Headings of pages

problem-page-title = Leider gibt es ein Problem
problem-offline-title = Sie sind anscheinend offline
problem-not-found-title = Seite nicht gefunden
problem-not-found-lead = Wenn Sie die Adresse eingetippt haben, prüfen Sie, ob sie stimmt. Beginnen Sie sonst auf der Startseite.

## Connection

problem-offline = Wir konnten den Server nicht erreichen. Prüfen Sie Ihre Internetverbindung, und versuchen Sie es noch einmal. Was Sie bisher gemacht haben, bleibt erhalten.
problem-timeout = Der Server hat zu lange für die Antwort gebraucht. Versuchen Sie es noch einmal. Was Sie bisher gemacht haben, bleibt erhalten.

## Refusals of the server

# Something that should not happen between page and server. A reference follows.
problem-unexpected = Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal. Wenn es wieder passiert, wenden Sie sich an den IT-Support, und nennen Sie die Referenznummer.
problem-internal = Bei uns ist etwas schiefgegangen. Wir haben es festgehalten. Versuchen Sie es in ein paar Minuten noch einmal, oder wenden Sie sich an den IT-Support, und nennen Sie die Referenznummer.
problem-not-found = Diese Seite ist veraltet. Laden Sie sie neu.
problem-cross-site-request = Ihr Browser hat nicht mitgeteilt, dass Sie auf diesem Portal sind. Laden Sie die Seite neu, oder versuchen Sie es mit einem anderen Browser.
# The small calculation that keeps robots away was not accepted.
problem-proof-of-work-failed = Wir konnten nicht prüfen, ob dies ein Roboter ist. Versuchen Sie es noch einmal.
# The browser cannot do the small calculation that keeps robots away.
problem-proof-of-work-unsupported = Ihr Browser kann die Prüfung nicht ausführen, die Roboter fernhält. Öffnen Sie diese Seite mit https, oder versuchen Sie es mit einem anderen Browser.
problem-flow-missing = Was Sie begonnen hatten, wurde nicht gefunden. Beginnen Sie neu.
problem-flow-mismatch = Sie haben in einem anderen Tab weitergemacht.
problem-session-expired = Die Zeit ist abgelaufen. Beginnen Sie neu.
problem-challenge-failed = Der Code stimmt nicht. Prüfen Sie ihn, und versuchen Sie es noch einmal.
problem-challenge-missing = Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen senden.
problem-challenge-exhausted = Der Code wurde zu oft falsch eingegeben. Lassen Sie sich einen neuen senden.
problem-too-many-attempts = Es wurden zu viele falsche Codes eingegeben.
# $seconds: how many seconds to wait.
problem-rate-limited = Das ging zu schnell. Versuchen Sie es in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal.
problem-method-not-allowed = Diese Methode wird hier nicht angeboten. Wählen Sie eine andere.
problem-step-out-of-order = Die Seite war veraltet. Hier geht es jetzt für Sie weiter.
problem-password-rejected = Dieses Passwort kann nicht verwendet werden.
# A new password or the unlocking of the account.
problem-password-write-unknown = Es ist noch nicht bekannt, ob die Änderung gemacht wurde.
problem-no-more-time = Die Seite kann nicht länger offen bleiben.
# $seconds: how many seconds to wait.
problem-directory-unavailable = Das System, das die Passwörter verwaltet, ist im Moment nicht erreichbar. Es wurde nichts geändert. Versuchen Sie es in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal, oder wenden Sie sich an den IT-Support.
# A support code follows.
problem-directory-misconfigured = Das System, das die Passwörter verwaltet, ist nicht so eingerichtet, wie es sein muss. Es wurde nichts geändert, und ein neuer Versuch hilft nicht. Wenden Sie sich an den IT-Support.
# $seconds: how many seconds to wait.
problem-busy = Im Moment sind sehr viele Personen hier. Versuchen Sie es in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal.

## What is wrong with a new password

# $min: how many characters a password needs.
violation-password-too-short = Das Passwort braucht mindestens { $min } Zeichen
# $max: how many characters a password may have.
violation-password-too-long = Das Passwort darf höchstens { $max } Zeichen haben
violation-password-common = Dieses Passwort ist leicht zu erraten, weil viele es verwenden. Wählen Sie ein anderes
violation-password-easily-guessed = Dieses Passwort besteht aus zu wenigen Wörtern oder aus Wörtern, die leicht zu erraten sind. Nehmen Sie weitere Wörter dazu, die nichts miteinander zu tun haben
# The word that was found is never named.
violation-password-banned-term = Ihre Organisation lässt eines der Wörter in diesem Passwort nicht zu. Wählen Sie andere Wörter
# $required: how many of the four kinds a password needs, 3.
violation-password-too-few-kinds = Das Passwort braucht mindestens { $required } davon: Kleinbuchstaben, Großbuchstaben, Ziffern, andere Zeichen
violation-password-contains-name = Das Passwort darf weder Ihren Namen noch Ihren Benutzernamen enthalten
violation-password-contains-organisation = Das Passwort darf den Namen der Organisation nicht enthalten
violation-password-control-character = Das Passwort enthält ein Zeichen, das sich nicht überall eingeben lässt. Lassen Sie Tabulatoren und Zeilenumbrüche weg
violation-password-reused = Dieses Passwort hatten Sie schon einmal. Wählen Sie ein neues
violation-password-changed-too-recently = Ihr Passwort wurde erst vor Kurzem geändert und kann noch nicht wieder geändert werden. Versuchen Sie es später, oder wenden Sie sich an den IT-Support
# A rule of the system that keeps the passwords. $min: how many characters it asks for.
violation-password-too-short-for-directory = Das System, das die Passwörter verwaltet, verlangt mindestens { $min } Zeichen
# A rule of the system that keeps the passwords.
violation-password-directory-complexity = Das System, das die Passwörter verwaltet, verlangt mehrere Arten von Zeichen, etwa Großbuchstaben und Ziffern, und ein Passwort ohne Ihren Benutzernamen
violation-password-directory-policy = Ihre Organisation lässt dieses Passwort nicht zu. Versuchen Sie ein längeres mit verschiedenen Arten von Zeichen

## What is wrong with a field

violation-field-empty = Füllen Sie dieses Feld aus
# $max: how many characters are allowed.
violation-field-too-long = Das ist zu lang. Höchstens { $max } Zeichen passen hinein
violation-field-unusable-characters = Das enthält Zeichen, die hier nicht stehen können
violation-field-not-an-address = Geben Sie eine E-Mail-Adresse in der üblichen Form ein, etwa name@example.com
# $example: a telephone number as an example, in one piece.
violation-field-not-a-phone-number = Geben Sie eine ganze Mobilnummer mit Ländervorwahl ein, etwa { $example }
# Shown only on portals that explain everything, where only colleagues can reach them.
violation-field-not-registered = Das stimmt nicht mit dem überein, was für Ihr Konto hinterlegt ist. Prüfen Sie es, oder wählen Sie eine andere Methode
# $digits: how many digits a code has.
violation-field-not-a-code = Ein Code hat { $digits } Ziffern
