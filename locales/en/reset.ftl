### Setting a new password without knowing the old one, or unlocking the account: one screen per
### step.

## Beside every step, on wide screens only

reset-companion-title = Back in, in about two minutes
# $ways: how many different proofs the organisation asks for, 1 or 2.
reset-companion-text = { $ways ->
        [one] Prove that it is you in a way that you set up earlier.
       *[other] Prove that it is you in { $ways } ways that you set up earlier.
    } That is all it takes, and nobody at the help desk needs to know your password.

## Step 1: which account

reset-identify-title = Which account do you need to get back into?
reset-identify-lead = We will ask you to prove that it is yours. Then you can choose a new password.
# The field.
reset-identify-user =
    .label = User name or work e-mail
# Shown when nothing was typed.
reset-identify-user-missing = Enter your user name or work e-mail
reset-identify-continue = Continue
# Read to people with a screen reader, and shown on the button, while the browser solves a small
# calculation that keeps robots away. It takes a second or two.
reset-identify-checking = Checking that this is not a robot…

## Unlocking instead of a new password: the first step

# Link under the form above, for people who were locked out after too many wrong passwords.
reset-unlock-instead = I know my password, but my account is locked
# Heading of the page behind that link. It has the same field and button as the form above.
reset-unlock-start-title = Which account is locked?
reset-unlock-start-lead = We will ask you to prove that it is yours. Then we unlock it. Your password stays as it is.
# Link under the form on that page: back to choosing a new password.
reset-unlock-forgot = I forgot my password

## A reset or an unlocking was begun already in this browser

reset-resume-title = You have already started
reset-resume-lead = Go on where you stopped, or start over with another account.
# Button. The user name or e-mail address that was typed follows these words.
reset-resume-continue = Continue as

## Choosing a method

# Heading before the first proof.
reset-method-title = How do you want to prove that it is you?
# Under the heading before the first proof. The choices are the same for everybody.
reset-method-lead = Choose a way that you set up earlier. Everybody sees the same choices here.
# Instead of the text above on portals that explain everything: the choices are the person’s own.
reset-method-lead-own = These are the ways that you set up.
# Heading when a second proof is needed.
reset-method-title-next = Prove it in one more way
# Under the heading when a second proof is needed.
reset-method-lead-next = That worked. These are the other ways that you set up.
# Names of methods, as buttons. The hint stands under the name.
reset-method-email = E-mail a code
    .hint = To an address that you registered for recovery
reset-method-sms = Text me a code
    .hint = To a mobile number that you registered
reset-method-authenticator = Use an authenticator app
    .hint = Type the code that the app shows
# Link to the help desk, for people who can use none of the methods.
reset-method-help = None of these work for me
# Shown instead of the choices when there are none.
reset-method-none = There is no other way to prove that it is you. The help desk can help.

## Typing the address that gets the code

reset-email-title = Where should we send the code?
reset-email-lead = Type the whole address exactly as you registered it. A code leaves only if it matches.
# The field.
reset-email-target =
    .label = E-mail address for recovery
    .hint = Not the mailbox that you cannot open at the moment
# Shown when nothing was typed.
reset-email-target-missing = Enter the e-mail address that you registered for recovery
reset-email-send = Send code

# Under the hint of the field, only on portals that explain everything; also for numbers.
# $target: an address or a number with most of its characters replaced by dots.
reset-target-looks = It looks like { $target }

## Typing the number that gets the code

reset-sms-title = Where should we send the text message?
reset-sms-lead = Type the whole number that you registered. A text message leaves only if it matches.
# The field. $example: a telephone number as an example, in one piece.
reset-sms-target =
    .label = Mobile number
    .hint = With the country code, like { $example }. If the number is from the country of your organisation, you can type it as you dial it there.
# Shown when nothing was typed.
reset-sms-target-missing = Enter the mobile number that you registered
reset-sms-send = Send text message

## Typing the code that was sent

# Heading when it was sent by e-mail.
reset-code-title = Check your e-mail
# In front of the address that was typed. It follows these words.
# $number: which code it is, from 1; the e-mail says the same number.
reset-code-sent = If you registered this address, code number { $number } is on its way to:
# Link beside the address or number: type another one.
reset-code-change = Change it
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-valid = It works for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. You can also open the link in the e-mail, in this browser.
# Instead of the text above when the time of the code is over.
reset-code-over = The time of this code is over. Have another one sent.
# The field.
reset-code-field =
    .label = Code
# Under the label of the field. $digits: how many digits a code has, 6 to 10.
# $number: which code it is, from 1; the message says the same number.
reset-code-hint = The { $digits } digits of code number { $number }. Spaces do not matter.
# Shown when nothing was typed.
reset-code-missing = Enter the code
reset-code-continue = Continue
# Shown after half a minute.
reset-code-exact = Nothing yet? We only send if this is exactly what you registered.
# Shown when several codes were asked for and none was typed.
reset-code-many = Does no code arrive? Another way may be quicker.
# Opens the list of reasons.
reset-code-why = Why does no code come?
# The reasons, for an e-mail.
reset-code-why-slow = E-mail can take a few minutes. Look in the folder for junk or spam too.
reset-code-why-address = The address is not exactly the one that you registered for recovery.
reset-code-why-account = The user name that you began with has a typing mistake, or this portal may not be used for that account.
reset-code-why-mailbox = We never send to the mailbox that the lost password opens. If you registered no other address, contact the help desk.
# Heading when the code was sent as a text message.
reset-code-sms-title = Check your phone
# In front of the number that was typed. It follows these words.
# $number: which code it is, from 1; the text message says the same number.
reset-code-sms-sent = If you registered this number, code number { $number } is on its way to:
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-sms-valid = It works for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
# The reasons, for a text message.
reset-code-sms-why-signal = The phone has no signal, is switched off, or the network is slow. A text message can take a minute or two.
reset-code-sms-why-number = The number is not exactly the one that you registered. Check every digit and the country code.
reset-code-sms-why-blocked = The phone blocks texts from unknown senders, or your provider does.
# Said when somebody comes back to the page of the code after the code has ended.
reset-code-ended = The code that was sent no longer works. Have a new one sent, or choose another way.
# Button.
reset-code-resend = Send another code
# The same button while it is too early. It can be reached but does nothing yet.
# $seconds: how many seconds are left.
reset-code-resend-wait = Send another code (in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    })
# Read to people with a screen reader, and shown. $number: which code it is.
reset-code-resent = Code number { $number } is on its way, if what you typed matches. Earlier codes no longer work.
# Read to people with a screen reader when the waiting time is over.
reset-code-resend-ready = You can have another code sent now.
# Link to the other methods.
reset-code-other = Use another way
# Link to the help desk.
reset-code-help = I need help

## Typing the code of an authenticator app

reset-authenticator-title = Enter the code from your authenticator app
reset-authenticator-lead = Open the app on your phone or computer and find the code for this organisation. It changes every 30 seconds.
# The field.
reset-authenticator-field =
    .label = Code
    .hint = 6 digits. Spaces do not matter.

## Choosing the new password

reset-password-title = Choose a new password
reset-password-lead = Three or four words that have nothing to do with each other are easy to remember and hard to guess.
# The rules, a list above the field.
# $min: how many characters the password needs, 8 to 64.
reset-password-rule-length = At least { $min } characters
# $max: how many characters the password may have, 64 to 256.
reset-password-rule-maximum = No more than { $max } characters
reset-password-rule-name = Without your name, your user name or the name of your organisation
# $required: how many of the four kinds the password needs, 3.
reset-password-rule-kinds = At least { $required } of these: small letters, capital letters, digits, other characters
# This rule is checked only after the button is pressed.
reset-password-rule-common = Not easy to guess (we check this when you continue)
# Read to people with a screen reader after a rule that the typed password keeps.
reset-password-rule-met = Done
# Read to people with a screen reader after a rule that the typed password breaks.
reset-password-rule-broken = Not yet
# The field.
reset-password-field =
    .label = New password
# Button beside the field that makes the password readable. It is pressed or not. The label is
# what a screen reader says, and should contain the word on the button.
reset-password-show = Show
    .label = Show password
# Names the account for programs that keep passwords. Not seen.
reset-password-account =
    .label = Account
# Shown when nothing was typed.
reset-password-missing = Enter a new password
reset-password-save = Set new password

## Unlocking the account

# Heading of the last step: everything is proven, only the word is missing.
reset-unlock-title = Unlock your account
reset-unlock-lead = You have proven that it is you. Your account is locked because of too many wrong passwords.
reset-unlock-next = When you continue, the lock is lifted and your password stays as it is. You can sign in with it right away.
# Button.
reset-unlock-submit = Unlock my account
# Shown when it did not work after all.
reset-unlock-failed = The account could not be unlocked. Try again, or contact the help desk.
# Heading when there is nothing to unlock.
reset-unlock-open-title = Your account is not locked
reset-unlock-open-lead = Unlocking it would not help. If you are sure of your password, close this page and sign in again; mind capital letters and the language of the keyboard.
reset-unlock-open-next = If you are not sure of your password, set a new one. You do not need to prove anything again.
# Button.
reset-unlock-open-submit = Set a new password instead

## Waiting for the directory

reset-writing-title = Your new password is being set
reset-writing-lead = This takes longer than usual. Keep this page open: it tells you as soon as the outcome is known. Nothing is lost if you close it.
# Shown when it has been taking very long.
reset-writing-long = It is still not known whether the new password works. Please try to sign in with it in a few minutes, or contact the help desk.

# The same while an account is being unlocked.
reset-unlock-writing-title = Your account is being unlocked
reset-unlock-writing-long = It is still not known whether your account is unlocked. Please try to sign in in a few minutes, or contact the help desk.

## Done

reset-done-title = You have a new password
reset-done-lead = You can sign in with it now.
# Shown when the account had been locked after too many wrong passwords.
reset-done-unlocked = Your account was locked. It is open again.
# Heading of what to do next.
reset-done-next = What happens next
reset-done-sign-in = You are signed out everywhere. Sign in again where you need to.
reset-done-devices = Phones and programs that fetch your mail need the new password too. Change it there soon, or they may lock your account.
# Shown when the person is told by e-mail.
reset-done-notified = We have sent you an e-mail that says that your password was changed.
# The same after unlocking.
reset-unlock-done-title = Your account is unlocked
reset-unlock-done-lead = You can sign in again now. Your password has not been changed.
reset-unlock-done-devices = Phones and programs that still use an old password can lock your account again. Put the right password in there.
# Shown when the person is told by e-mail.
reset-unlock-done-notified = We have sent you an e-mail that says that your account was unlocked.
# After either.
reset-done-not-you = If anything looks wrong, contact the help desk at once.

## Opening the link of an e-mail

# While it is being found out where the link was opened.
reset-link-checking-title = Checking your link
# In the browser in which it was begun.
reset-link-here-title = Your link works
reset-link-here-lead = Continue to go on here. You do not need to type the code.
reset-link-continue = Continue
# The link is too old, was used already, or a newer e-mail replaced it.
reset-link-spent-title = This link no longer works
reset-link-spent-lead = A link works once and for a few minutes, and a newer e-mail replaces it. You can have a new code sent.
# Button.
reset-link-spent-again = Go on where I was
# In another browser or on another device than the one where it was begun.
reset-link-elsewhere-title = Go back to where you started
reset-link-elsewhere-lead = You opened the link in another browser or on another device. Go back to the page where you started and type the code from the e-mail there. The code still works.
# Link: begin anew in this browser.
reset-link-elsewhere-start = Start over here
# The address of the page has no link in it.
reset-link-missing-title = The link is not complete
reset-link-missing-lead = Open the link from the e-mail again, or type the code on the page where you started.

## Ends without a new password

reset-expired-title = Your time is up
reset-expired-lead = For your safety this has to be finished within a few minutes. Your password has not been changed. You can start over.
reset-cancelled-title = You have cancelled
reset-cancelled-lead = Your password has not been changed. You can close this page or start over.
reset-exhausted-title = Too many tries
reset-exhausted-lead = Too many wrong codes were typed. Your password has not been changed. You can start over, or contact the help desk.

# The help desk's page inside the reset.
reset-help-title = Contact the help desk
reset-help-lead = The help desk can check who you are and get you back into your account. They never need to know your password.
# Button: back to the step from which somebody came.
reset-help-back = Go back to where I was

## Somebody may not go on. Said after a proof, or from the start on portals that explain everything

reset-refused-title = You cannot reset this password here
# The same when the account was to be unlocked.
reset-refused-title-unlock = You cannot unlock this account here
# The same when no account has the name that was typed.
reset-refused-title-unknown = We cannot verify this account
# Under one of the reasons below.
reset-refused-next = The help desk can tell you more. Your password has not been changed.
# Instead of the text above, when the name may have been mistyped.
reset-refused-next-unknown = Check the name and type it again. If it is right, the help desk can tell you more.
# Instead, when too few ways were set up.
reset-refused-next-methods = The help desk can get you back into your account. Then set up more ways, so that you can help yourself the next time. Your password has not been changed.
# Instead, when somebody has to be let in.
reset-refused-next-access = Ask the help desk to open it for your account. Your password has not been changed.
# Button: back to the first step, where the name stands in the field.
reset-refused-type-again = Type it again
# The reasons. They stand under each of the headings: somebody wanted a new password or only to
# unlock the account.
reset-refused-account-disabled = This account is switched off.
reset-refused-reset-disabled = Your organisation has switched off this service.
reset-refused-not-in-scope = Your organisation has not opened this service to this account.
reset-refused-too-few-methods = Your security info is missing: you have set up too few ways to prove that it is you.
reset-refused-administrators-excluded = Administrators cannot use this service.
reset-refused-protected-account = This account is specially protected. It cannot be changed here.
reset-refused-account-unknown = No account here has the name that you typed, or it is at home in another organisation.
reset-refused-no-policy = Your organisation has not switched on enough ways of proving who you are for this account.
# The organisation pays for the service for some people only.
reset-refused-not-entitled = This service is not included for this account.
reset-refused-writeback-off = Your organisation has not switched on everything that is needed to change this account from here.

## Another tab

# It went on in another tab of the same browser.
reset-other-tab-title = You went on in another tab
reset-other-tab-lead = This page is no longer up to date. Go on in the other tab, or here.
# Button.
reset-other-tab-continue = Continue here
