### Setting a new password without knowing the old one, or unlocking the account: one screen per
### step.

## Beside every step, on wide screens only

reset-companion-title = In etwa zwei Minuten wieder Zugang
# $ways: how many different proofs the organisation asks for, 1 or 2.
reset-companion-text = { $ways ->
        [one] Bestätigen Sie mit einer Methode, die Sie bereits eingerichtet haben, dass Sie es sind.
       *[other] Bestätigen Sie mit { $ways } Methoden, die Sie bereits eingerichtet haben, dass Sie es sind.
    } Mehr braucht es nicht, und beim IT-Support muss niemand Ihr Passwort kennen.

## Step 1: which account

reset-identify-title = Zu welchem Konto brauchen Sie wieder Zugang?
reset-identify-lead = Wir bitten Sie zu bestätigen, dass es Ihr Konto ist. Danach können Sie ein neues Passwort wählen.
# The field.
reset-identify-user =
    .label = Benutzername oder dienstliche E-Mail-Adresse
# Shown when nothing was typed.
reset-identify-user-missing = Geben Sie Ihren Benutzernamen oder Ihre dienstliche E-Mail-Adresse ein
reset-identify-continue = Weiter
# Read to people with a screen reader, and shown on the button, while the browser solves a small
# calculation that keeps robots away. It takes a second or two.
reset-identify-checking = Wir prüfen, ob dies ein Roboter ist …

## Unlocking instead of a new password: the first step

# Link under the form above, for people who were locked out after too many wrong passwords.
reset-unlock-instead = Ich kenne mein Passwort, aber mein Konto ist gesperrt
# Heading of the page behind that link. It has the same field and button as the form above.
reset-unlock-start-title = Welches Konto ist gesperrt?
reset-unlock-start-lead = Wir bitten Sie zu bestätigen, dass es Ihr Konto ist. Danach entsperren wir es. Ihr Passwort bleibt, wie es ist.
# Link under the form on that page: back to choosing a new password.
reset-unlock-forgot = Ich habe mein Passwort vergessen

## A reset or an unlocking was begun already in this browser

reset-resume-title = Sie haben bereits begonnen
reset-resume-lead = Machen Sie dort weiter, wo Sie aufgehört haben, oder beginnen Sie mit einem anderen Konto neu.
# Button. The user name or e-mail address that was typed follows these words.
reset-resume-continue = Weiter als

## Choosing a method

# Heading before the first proof.
reset-method-title = Wie möchten Sie bestätigen, dass Sie es sind?
# Under the heading before the first proof. The choices are the same for everybody.
reset-method-lead = Wählen Sie eine Methode, die Sie bereits eingerichtet haben. Alle sehen hier dieselbe Auswahl.
# Instead of the text above on portals that explain everything: the choices are the person’s own.
reset-method-lead-own = Das sind die Methoden, die Sie eingerichtet haben.
# Heading when a second proof is needed.
reset-method-title-next = Bestätigen Sie es mit einer weiteren Methode
# Under the heading when a second proof is needed.
reset-method-lead-next = Das hat geklappt. Das sind die anderen Methoden, die Sie eingerichtet haben.
# Names of methods, as buttons. The hint stands under the name.
reset-method-email = Code per E-Mail erhalten
    .hint = An eine Adresse, die Sie zur Wiederherstellung hinterlegt haben
reset-method-sms = Code per SMS erhalten
    .hint = An eine Mobilnummer, die Sie hinterlegt haben
reset-method-authenticator = Authenticator-App verwenden
    .hint = Sie geben den Code ein, den die App anzeigt
# Link to the help desk, for people who can use none of the methods.
reset-method-help = Ich kann keine dieser Methoden nutzen
# Shown instead of the choices when there are none.
reset-method-none = Es gibt keine andere Methode, mit der Sie bestätigen können, dass Sie es sind. Der IT-Support kann helfen.

## Typing the address that gets the code

reset-email-title = Wohin sollen wir den Code senden?
reset-email-lead = Geben Sie die ganze Adresse genau so ein, wie Sie sie hinterlegt haben. Nur wenn sie übereinstimmt, senden wir einen Code.
# The field.
reset-email-target =
    .label = E-Mail-Adresse zur Wiederherstellung
    .hint = Nicht das Postfach, das Sie gerade nicht öffnen können
# Shown when nothing was typed.
reset-email-target-missing = Geben Sie die E-Mail-Adresse ein, die Sie zur Wiederherstellung hinterlegt haben
reset-email-send = Code senden

# Under the hint of the field, only on portals that explain everything; also for numbers.
# $target: an address or a number with most of its characters replaced by dots.
reset-target-looks = So sieht sie aus: { $target }

## Typing the number that gets the code

reset-sms-title = Wohin sollen wir die SMS senden?
reset-sms-lead = Geben Sie die ganze Nummer ein, die Sie hinterlegt haben. Nur wenn sie übereinstimmt, senden wir eine SMS.
# The field. $example: a telephone number as an example, in one piece.
reset-sms-target =
    .label = Mobilnummer
    .hint = Mit Ländervorwahl, etwa { $example }. Wenn die Nummer aus dem Land Ihrer Organisation ist, können Sie sie so eingeben, wie man sie dort wählt.
# Shown when nothing was typed.
reset-sms-target-missing = Geben Sie die Mobilnummer ein, die Sie hinterlegt haben
reset-sms-send = SMS senden

## Typing the code that was sent

# Heading when it was sent by e-mail.
reset-code-title = Sehen Sie in Ihren E-Mails nach
# In front of the address that was typed. It follows these words.
# $number: which code it is, from 1; the e-mail says the same number.
reset-code-sent = Wenn Sie diese Adresse hinterlegt haben, ist Code Nr. { $number } unterwegs an:
# Link beside the address or number: type another one.
reset-code-change = Ändern
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-valid = Der Code gilt noch { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }. Sie können auch den Link in der E-Mail öffnen, und zwar in diesem Browser.
# Instead of the text above when the time of the code is over.
reset-code-over = Dieser Code ist abgelaufen. Lassen Sie sich einen neuen senden.
# The field.
reset-code-field =
    .label = Code
# Under the label of the field. $digits: how many digits a code has, 6 to 10.
# $number: which code it is, from 1; the message says the same number.
reset-code-hint = Die { $digits } Ziffern von Code Nr. { $number }. Leerzeichen spielen keine Rolle.
# Shown when nothing was typed.
reset-code-missing = Geben Sie den Code ein
reset-code-continue = Weiter
# Shown after half a minute.
reset-code-exact = Noch nichts da? Wir senden nur, wenn das genau das ist, was Sie hinterlegt haben.
# Shown when several codes were asked for and none was typed.
reset-code-many = Kommt kein Code an? Mit einer anderen Methode geht es vielleicht schneller.
# Opens the list of reasons.
reset-code-why = Warum kommt kein Code?
# The reasons, for an e-mail.
reset-code-why-slow = Eine E-Mail kann ein paar Minuten brauchen. Sehen Sie auch im Ordner für Spam oder Junk nach.
reset-code-why-address = Die Adresse ist vielleicht nicht genau die, die Sie zur Wiederherstellung hinterlegt haben.
reset-code-why-account = Der Benutzername, mit dem Sie begonnen haben, enthält vielleicht einen Tippfehler, oder dieses Portal darf für das Konto nicht genutzt werden.
reset-code-why-mailbox = Wir senden nie an das Postfach, das sich mit dem vergessenen Passwort öffnen lässt. Wenn Sie keine andere Adresse hinterlegt haben, wenden Sie sich an den IT-Support.
# Heading when the code was sent as a text message.
reset-code-sms-title = Sehen Sie auf Ihrem Telefon nach
# In front of the number that was typed. It follows these words.
# $number: which code it is, from 1; the text message says the same number.
reset-code-sms-sent = Wenn Sie diese Nummer hinterlegt haben, ist Code Nr. { $number } unterwegs an:
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-sms-valid = Der Code gilt noch { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }.
# The reasons, for a text message.
reset-code-sms-why-signal = Das Telefon hat vielleicht keinen Empfang oder ist ausgeschaltet, oder das Netz ist langsam. Eine SMS kann ein oder zwei Minuten brauchen.
reset-code-sms-why-number = Die Nummer ist vielleicht nicht genau die, die Sie hinterlegt haben. Prüfen Sie jede Ziffer und die Ländervorwahl.
reset-code-sms-why-blocked = Vielleicht blockiert das Telefon oder Ihr Mobilfunkanbieter SMS von unbekannten Absendern.
# Said when somebody comes back to the page of the code after the code has ended.
reset-code-ended = Der gesendete Code gilt nicht mehr. Lassen Sie sich einen neuen senden, oder wählen Sie eine andere Methode.
# Button.
reset-code-resend = Neuen Code senden
# The same button while it is too early. It can be reached but does nothing yet.
# $seconds: how many seconds are left.
reset-code-resend-wait = Neuen Code senden (in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    })
# Read to people with a screen reader, and shown. $number: which code it is.
reset-code-resent = Code Nr. { $number } ist unterwegs, wenn Ihre Eingabe übereinstimmt. Frühere Codes gelten nicht mehr.
# Read to people with a screen reader when the waiting time is over.
reset-code-resend-ready = Sie können sich jetzt einen neuen Code senden lassen.
# Link to the other methods.
reset-code-other = Andere Methode verwenden
# Link to the help desk.
reset-code-help = Ich brauche Hilfe

## Typing the code of an authenticator app

reset-authenticator-title = Geben Sie den Code aus Ihrer Authenticator-App ein
reset-authenticator-lead = Öffnen Sie die App auf Ihrem Telefon oder Computer, und suchen Sie den Code für diese Organisation. Er ändert sich alle 30 Sekunden.
# The field.
reset-authenticator-field =
    .label = Code
    .hint = 6 Ziffern. Leerzeichen spielen keine Rolle.

## Choosing the new password

reset-password-title = Wählen Sie ein neues Passwort
reset-password-lead = Drei oder vier Wörter, die nichts miteinander zu tun haben, sind leicht zu merken und schwer zu erraten.
# The rules, a list above the field.
# $min: how many characters the password needs, 8 to 64.
reset-password-rule-length = Mindestens { $min } Zeichen
# $max: how many characters the password may have, 64 to 256.
reset-password-rule-maximum = Höchstens { $max } Zeichen
reset-password-rule-name = Ohne Ihren Namen, Ihren Benutzernamen oder den Namen Ihrer Organisation
# $required: how many of the four kinds the password needs, 3.
reset-password-rule-kinds = Mindestens { $required } davon: Kleinbuchstaben, Großbuchstaben, Ziffern, andere Zeichen
# This rule is checked only after the button is pressed.
reset-password-rule-common = Nicht leicht zu erraten (das prüfen wir, wenn Sie fortfahren)
# Read to people with a screen reader after a rule that the typed password keeps.
reset-password-rule-met = Erfüllt
# Read to people with a screen reader after a rule that the typed password breaks.
reset-password-rule-broken = Noch nicht erfüllt
# The field.
reset-password-field =
    .label = Neues Passwort
# Button beside the field that makes the password readable. It is pressed or not. The label is
# what a screen reader says, and should contain the word on the button.
reset-password-show = Anzeigen
    .label = Passwort anzeigen
# Names the account for programs that keep passwords. Not seen.
reset-password-account =
    .label = Konto
# Shown when nothing was typed.
reset-password-missing = Geben Sie ein neues Passwort ein
reset-password-save = Neues Passwort festlegen

## Unlocking the account

# Heading of the last step: everything is proven, only the word is missing.
reset-unlock-title = Entsperren Sie Ihr Konto
reset-unlock-lead = Sie haben bestätigt, dass Sie es sind. Ihr Konto ist gesperrt, weil zu oft ein falsches Passwort eingegeben wurde.
reset-unlock-next = Wenn Sie fortfahren, wird die Sperre aufgehoben, und Ihr Passwort bleibt, wie es ist. Sie können sich sofort damit anmelden.
# Button.
reset-unlock-submit = Konto entsperren
# Shown when it did not work after all.
reset-unlock-failed = Das Konto konnte nicht entsperrt werden. Versuchen Sie es noch einmal, oder wenden Sie sich an den IT-Support.
# Heading when there is nothing to unlock.
reset-unlock-open-title = Ihr Konto ist nicht gesperrt
reset-unlock-open-lead = Entsperren würde nicht helfen. Wenn Sie sich bei Ihrem Passwort sicher sind, schließen Sie diese Seite, und melden Sie sich noch einmal an. Achten Sie auf Großbuchstaben und auf die Sprache der Tastatur.
reset-unlock-open-next = Wenn Sie sich bei Ihrem Passwort nicht sicher sind, legen Sie ein neues fest. Sie müssen nichts noch einmal bestätigen.
# Button.
reset-unlock-open-submit = Stattdessen neues Passwort festlegen

## Waiting for the directory

reset-writing-title = Ihr neues Passwort wird festgelegt
reset-writing-lead = Das dauert länger als sonst. Lassen Sie diese Seite offen: Sie sagt Ihnen, wie es ausgegangen ist, sobald das bekannt ist. Wenn Sie sie schließen, geht nichts verloren.
# Shown when it has been taking very long.
reset-writing-long = Es ist noch nicht bekannt, ob das neue Passwort gilt. Versuchen Sie in ein paar Minuten, sich damit anzumelden, oder wenden Sie sich an den IT-Support.

# The same while an account is being unlocked.
reset-unlock-writing-title = Ihr Konto wird entsperrt
reset-unlock-writing-long = Es ist noch nicht bekannt, ob Ihr Konto entsperrt ist. Versuchen Sie in ein paar Minuten, sich anzumelden, oder wenden Sie sich an den IT-Support.

## Done

reset-done-title = Sie haben ein neues Passwort
reset-done-lead = Sie können sich jetzt damit anmelden.
# Shown when the account had been locked after too many wrong passwords.
reset-done-unlocked = Ihr Konto war gesperrt. Es ist jetzt wieder entsperrt.
# Heading of what to do next.
reset-done-next = Wie es weitergeht
reset-done-sign-in = Sie sind überall abgemeldet. Melden Sie sich neu an, wo Sie es brauchen.
reset-done-devices = Telefone und Programme, die Ihre E-Mails abrufen, brauchen das neue Passwort auch. Ändern Sie es dort bald, sonst wird Ihr Konto vielleicht gesperrt.
# Shown when the person is told by e-mail.
reset-done-notified = Wir haben Ihnen eine E-Mail gesendet. Darin steht, dass Ihr Passwort geändert wurde.
# The same after unlocking.
reset-unlock-done-title = Ihr Konto ist entsperrt
reset-unlock-done-lead = Sie können sich jetzt wieder anmelden. Ihr Passwort wurde nicht geändert.
reset-unlock-done-devices = Wenn Telefone und Programme noch ein altes Passwort verwenden, kann Ihr Konto wieder gesperrt werden. Geben Sie dort das richtige Passwort ein.
# Shown when the person is told by e-mail.
reset-unlock-done-notified = Wir haben Ihnen eine E-Mail gesendet. Darin steht, dass Ihr Konto entsperrt wurde.
# After either.
reset-done-not-you = Wenn Ihnen etwas nicht richtig vorkommt, wenden Sie sich sofort an den IT-Support.

## Opening the link of an e-mail

# While it is being found out where the link was opened.
reset-link-checking-title = Ihr Link wird geprüft
# In the browser in which it was begun.
reset-link-here-title = Ihr Link funktioniert
reset-link-here-lead = Wählen Sie „{ reset-link-continue }“, um hier weiterzumachen. Sie müssen den Code nicht eingeben.
reset-link-continue = Weiter
# The link is too old, was used already, or a newer e-mail replaced it.
reset-link-spent-title = Dieser Link gilt nicht mehr
reset-link-spent-lead = Ein Link gilt nur einmal und nur wenige Minuten, und eine neuere E-Mail ersetzt ihn. Sie können sich einen neuen Code senden lassen.
# Button.
reset-link-spent-again = Dort weitermachen, wo ich war
# In another browser or on another device than the one where it was begun.
reset-link-elsewhere-title = Gehen Sie dorthin zurück, wo Sie begonnen haben
reset-link-elsewhere-lead = Sie haben den Link in einem anderen Browser oder auf einem anderen Gerät geöffnet. Gehen Sie zurück zu der Seite, auf der Sie begonnen haben, und geben Sie dort den Code aus der E-Mail ein. Der Code gilt noch.
# Link: begin anew in this browser.
reset-link-elsewhere-start = Hier neu beginnen
# The address of the page has no link in it.
reset-link-missing-title = Der Link ist nicht vollständig
reset-link-missing-lead = Öffnen Sie den Link aus der E-Mail noch einmal, oder geben Sie den Code auf der Seite ein, auf der Sie begonnen haben.

## Ends without a new password

reset-expired-title = Die Zeit ist abgelaufen
reset-expired-lead = Zu Ihrer Sicherheit muss das innerhalb weniger Minuten fertig sein. Ihr Passwort wurde nicht geändert. Sie können neu beginnen.
reset-cancelled-title = Sie haben abgebrochen
reset-cancelled-lead = Ihr Passwort wurde nicht geändert. Sie können diese Seite schließen oder neu beginnen.
reset-exhausted-title = Zu viele Versuche
reset-exhausted-lead = Es wurden zu viele falsche Codes eingegeben. Ihr Passwort wurde nicht geändert. Sie können neu beginnen oder sich an den IT-Support wenden.

# The help desk's page inside the reset.
reset-help-title = Wenden Sie sich an den IT-Support
reset-help-lead = Der IT-Support kann prüfen, wer Sie sind, und Ihnen wieder Zugang zu Ihrem Konto geben. Ihr Passwort muss dort niemand kennen.
# Button: back to the step from which somebody came.
reset-help-back = Zurück zur letzten Seite

## Somebody may not go on. Said after a proof, or from the start on portals that explain everything

reset-refused-title = Sie können dieses Passwort hier nicht zurücksetzen
# The same when the account was to be unlocked.
reset-refused-title-unlock = Sie können dieses Konto hier nicht entsperren
# The same when no account has the name that was typed.
reset-refused-title-unknown = Wir können dieses Konto nicht überprüfen
# Under one of the reasons below.
reset-refused-next = Der IT-Support kann Ihnen mehr sagen. Ihr Passwort wurde nicht geändert.
# Instead of the text above, when the name may have been mistyped.
reset-refused-next-unknown = Prüfen Sie den Namen, und geben Sie ihn noch einmal ein. Wenn er stimmt, kann Ihnen der IT-Support mehr sagen.
# Instead, when too few ways were set up.
reset-refused-next-methods = Der IT-Support kann Ihnen wieder Zugang zu Ihrem Konto geben. Richten Sie danach weitere Methoden ein, dann können Sie sich beim nächsten Mal selbst helfen. Ihr Passwort wurde nicht geändert.
# Instead, when somebody has to be let in.
reset-refused-next-access = Bitten Sie den IT-Support, den Dienst für Ihr Konto freizugeben. Ihr Passwort wurde nicht geändert.
# Button: back to the first step, where the name stands in the field.
reset-refused-type-again = Noch einmal eingeben
# The reasons. They stand under each of the headings: somebody wanted a new password or only to
# unlock the account.
reset-refused-account-disabled = Dieses Konto ist deaktiviert.
reset-refused-reset-disabled = Ihre Organisation hat diesen Dienst abgeschaltet.
reset-refused-not-in-scope = Ihre Organisation hat diesen Dienst für dieses Konto nicht freigegeben.
reset-refused-too-few-methods = Ihre Sicherheitsinformationen sind unvollständig: Es sind zu wenige Methoden eingerichtet, mit denen Sie bestätigen können, dass Sie es sind.
reset-refused-administrators-excluded = Für Administratorkonten kann dieser Dienst nicht genutzt werden.
reset-refused-protected-account = Dieses Konto ist besonders geschützt. Es kann hier nicht geändert werden.
reset-refused-account-unknown = Hier hat kein Konto den eingegebenen Namen, oder das Konto gehört zu einer anderen Organisation.
reset-refused-no-policy = Ihre Organisation hat für dieses Konto nicht genug Methoden eingeschaltet, mit denen Sie bestätigen können, dass Sie es sind.
# The organisation pays for the service for some people only.
reset-refused-not-entitled = Dieser Dienst ist für dieses Konto nicht vorgesehen.
reset-refused-writeback-off = Ihre Organisation hat nicht alles eingeschaltet, was nötig ist, um dieses Konto von hier aus zu ändern.

## Another tab

# It went on in another tab of the same browser.
reset-other-tab-title = Sie haben in einem anderen Tab weitergemacht
reset-other-tab-lead = Diese Seite ist nicht mehr aktuell. Machen Sie im anderen Tab weiter oder hier.
# Button.
reset-other-tab-continue = Hier weitermachen
