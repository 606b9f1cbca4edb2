### The page /demo of a portal that was started to try it out. It stands in for the mailbox, the
### telephone and the calendar of the people in the demonstration.

demo-title = Demonstration
demo-lead = Nothing here leaves this computer. Messages that would be sent are shown instead.
# Link to the first page of the portal.
demo-to-portal = Open the portal
# Link that loads the page again, to see what is new.
demo-reload = Load again

## Messages

demo-messages-title = Messages
# Shown instead of the list while it is empty. An account's name follows on its own.
demo-messages-empty = Nothing was sent yet. Begin a reset as:
# In front of the address that the message went to.
# Heading of a text message among the messages; mails have their subject line there.
demo-message-text = Text message
demo-message-to = To:
# Links below a message.
demo-message-link = Open its link
demo-message-html = HTML version
# Button.
demo-messages-clear = Delete all messages

## Codes of authenticator apps

demo-codes-title = Authenticator codes
# Headings of the columns.
demo-codes-account = Account
demo-codes-code = Code
demo-codes-left = Seconds left

## The clock

demo-clock-title = Clock
# In front of day and time.
demo-clock-now = The portal takes it for:
# $minutes: by how many minutes the portal's clock is ahead, a formatted number.
demo-clock-ahead = Ahead of the real time by minutes: { $minutes }
demo-clock-real = This is the real time.
# The field.
demo-clock-minutes =
    .label = Minutes to move forward
# Buttons.
demo-clock-move = Move the clock
demo-clock-back = Back to the real time
# Shown when the number cannot be used.
demo-clock-unusable = Enter a whole number of minutes, no more than ten years

## Try a password

demo-try-title = Try a password
demo-try-lead = Says what a sign-in would say, and changes nothing.
# The fields.
demo-try-account =
    .label = User name
demo-try-password =
    .label = Password
# Button.
demo-try-submit = Try it
# What a sign-in would say.
demo-try-right = This password opens the account.
demo-try-must-change = This password is right, and has to be changed at once.
demo-try-wrong = This password does not open the account.
demo-try-locked = The account is locked.
demo-try-disabled = The account is switched off.
demo-try-unavailable = The directory cannot be reached.

## The accounts

demo-accounts-title = Accounts
# The password follows on its own.
demo-accounts-password = Everybody’s password, until it is changed:
# Headings of the columns.
demo-accounts-account = Account
demo-accounts-recovery = E-mail address for recovery
demo-accounts-shows = Shows
# Instead of an address.
demo-accounts-none = None
# What each account shows.
demo-account-ada = The ordinary reset with two proofs
demo-account-bo = Too few ways to prove who it is
demo-account-cleo = Reset is not opened for this account
demo-account-dai = An administrator: always two proofs
demo-account-eli = Locked in the directory
demo-account-fay = Has registered nothing
demo-account-gus = Switched off in the directory
demo-account-hana = Speaks Arabic: pages and messages from right to left
demo-account-ivo = Last confirmed their details 200 days ago
demo-account-jun = The help desk
demo-account-kim = An administrator who is told when another one resets
