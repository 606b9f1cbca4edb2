### Setting a new password without knowing the old one: one screen per step.

## Beside every step, on wide screens only

reset-companion-title = Back in, in about two minutes
# $ways: how many different proofs the organisation asks for, 1 or 2.
reset-companion-text = { $ways ->
        [one] Prove that it is you in a way that you set up earlier, then choose a new password.
       *[other] Prove that it is you in { $ways } ways that you set up earlier, then choose a new password.
    } Nobody at the help desk needs to know it.

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

## A reset was begun already in this browser

reset-resume-title = You have already started
reset-resume-lead = Go on where you stopped, or start over with another account.
# Button. The user name or e-mail address that was typed follows these words.
reset-resume-continue = Continue as

## Choosing a method

# Heading before the first proof.
reset-method-title = How do you want to prove that it is you?
# Under the heading before the first proof. The choices are the same for everybody.
reset-method-lead = Choose a way that you set up earlier. Everybody sees the same choices here.
# Heading when a second proof is needed.
reset-method-title-next = Prove it in one more way
# Under the heading when a second proof is needed.
reset-method-lead-next = That worked. These are the other ways that you set up.
# Names of methods, as buttons. The hint stands under the name.
reset-method-email = E-mail a code
    .hint = To an address that you registered for recovery
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

## Typing the code from the e-mail

reset-code-title = Check your e-mail
# In front of the address that was typed. It follows these words.
# $number: which code of this reset it is, from 1; the e-mail says the same number.
reset-code-sent = If you registered this address, code { $number } is on its way to:
# Link beside the address: type another one.
reset-code-change = Change it
# $minutes: for how many minutes the code works.
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
# $number: which code of this reset it is; the e-mail says the same number.
reset-code-hint = The { $digits } digits of code { $number }. Spaces do not matter.
# Shown when nothing was typed.
reset-code-missing = Enter the code
reset-code-continue = Continue
# Shown after half a minute.
reset-code-exact = Nothing yet? We only send if this is exactly what you registered.
# Shown when several codes were asked for and none was typed.
reset-code-many = Does no code arrive? Another way may be quicker.
# Opens the list of reasons.
reset-code-why = Why does no code come?
# The reasons.
reset-code-why-slow = E-mail can take a few minutes. Look in the folder for junk or spam too.
reset-code-why-address = The address is not exactly the one that you registered for recovery.
reset-code-why-account = The user name that you began with has a typing mistake, or its password cannot be reset here.
reset-code-why-mailbox = We never send to the mailbox that the lost password opens. If you registered no other address, contact the help desk.
# Button.
reset-code-resend = Send another code
# The same button while it is too early. It can be reached but does nothing yet.
# $seconds: how many seconds are left.
reset-code-resend-wait = Send another code (in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    })
# Read to people with a screen reader, and shown. $number: which code of this reset it is.
reset-code-resent = Code { $number } is on its way, if the address matches. Earlier codes no longer work.
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
reset-password-rule-name = Without your user name and the name of your organisation
# This rule is checked only after the button is pressed.
reset-password-rule-common = Not a password that many people use (we check this when you continue)
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

## Waiting for the directory

reset-writing-title = Your new password is being set
reset-writing-lead = This takes longer than usual. Keep this page open: it tells you as soon as the outcome is known. Nothing is lost if you close it.
# Shown when it has been taking very long.
reset-writing-long = It is still not known whether the new password works. Please try to sign in with it in a few minutes, or contact the help desk.

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
reset-done-not-you = If anything looks wrong, contact the help desk at once.

## Opening the link of an e-mail

# While it is being found out where the link was opened.
reset-link-checking-title = Checking your link
# In the browser in which the reset was begun.
reset-link-here-title = Your link works
reset-link-here-lead = Continue to go on with your reset here. You do not need to type the code.
reset-link-continue = Continue
# The link is too old, was used already, or a newer e-mail replaced it.
reset-link-spent-title = This link no longer works
reset-link-spent-lead = A link works once and for a few minutes, and a newer e-mail replaces it. You can have a new code sent.
# Button.
reset-link-spent-again = Go on with my reset
# In another browser or on another device than the one where the reset was begun.
reset-link-elsewhere-title = Go back to where you started
reset-link-elsewhere-lead = You opened the link in another browser or on another device. Go back to the page where you started and type the code from the e-mail there. The code still works.
# Link: begin a new reset in this browser.
reset-link-elsewhere-start = Start again here
# The address of the page has no link in it.
reset-link-missing-title = The link is not complete
reset-link-missing-lead = Open the link from the e-mail again, or type the code on the page where you started.

## Ends without a new password

reset-expired-title = Your time is up
reset-expired-lead = For your safety a reset has to be finished within a few minutes. Your password has not been changed. You can start again.
reset-cancelled-title = You have cancelled
reset-cancelled-lead = Your password has not been changed. You can close this page or start again.
reset-exhausted-title = Too many tries
reset-exhausted-lead = Too many wrong codes were typed. Your password has not been changed. You can start again, or contact the help desk.

# The help desk's page inside the reset.
reset-help-title = Contact the help desk
reset-help-lead = The help desk can check who you are and get you back into your account. They never need to know your password.
# Button: back to the step from which somebody came.
reset-help-back = Go back to my reset

## The person has proven who they are, but may not reset

reset-refused-title = You cannot reset this password here
# Under one of the reasons below.
reset-refused-next = The help desk can tell you more. Your password has not been changed.
reset-refused-account-disabled = This account is switched off.
reset-refused-reset-disabled = Your organisation has switched off password reset.
reset-refused-not-in-scope = Your organisation has not opened password reset for this account.
reset-refused-too-few-methods = You have set up too few ways to prove that it is you.
reset-refused-administrators-excluded = Passwords of administrators cannot be reset here.
reset-refused-protected-account = This account is specially protected. Its password cannot be reset here.

## Another tab

# The reset went on in another tab of the same browser.
reset-other-tab-title = You went on in another tab
reset-other-tab-lead = This page is no longer up to date. Go on in the other tab, or here.
# Button.
reset-other-tab-continue = Continue here
