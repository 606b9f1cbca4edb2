### E-mails. They are read in a hurry, often on a phone, and often by people who did not expect them.
### Codes, links, names of accounts and telephone numbers never stand inside a text: they follow it on
### a line of their own.

## A code to reset the password

# Subject line. The code itself never stands here, because a locked phone shows it.
# $organisation: the organisation’s name. $number: which code of this reset it is, from 1; the page
# says the same number, so that people can tell a late e-mail from the newest one.
email-code-subject = { $organisation }: reset your password (code number { $number })
email-code-title = Reset your password
# $organisation: the organisation’s name.
email-code-lead = You, or somebody who knows your user name, asked to reset the password of your account at { $organisation }.
# Subject line, for somebody who only wants to unlock the account. $organisation: the organisation’s name.
# $number: which code it is, from 1.
email-code-unlock-subject = { $organisation }: unlock your account (code number { $number })
email-code-unlock-title = Unlock your account
# $organisation: the organisation’s name.
email-code-unlock-lead = You, or somebody who knows your user name, asked to unlock your account at { $organisation }. The password stays as it is.
# In front of the code, which follows on its own line.
# $number: which code of this reset it is, from 1.
email-code-number = Code number { $number }:
# $minutes: for how many minutes the code works.
email-code-valid = Type it on the page where you started. It works once, and for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
# In front of a link or a button, which follows on its own line.
email-code-link-lead = Or, in the browser where you started, open this link instead:
# The button.
email-code-link = Continue my reset
email-code-not-you = Was this not you? Then do nothing. Without the code nothing changes. Tell nobody the code, not even the help desk. If such messages keep coming, tell the help desk.

## No code, because the password may not be reset here

# Subject line. $organisation: the organisation’s name.
email-refused-subject = { $organisation }: your password was not reset
email-refused-title = Your password was not reset
# $organisation: the organisation’s name.
email-refused-lead = You, or somebody who knows your user name, asked to reset the password of your account at { $organisation }. We sent no code, and nothing was changed.
# The reasons: what happened, then what to do.
email-refused-account-disabled = Your account is switched off, so a new password would not open it. Ask the help desk what happened.
email-refused-protected-account = Your account is specially protected, so its password cannot be reset here. Ask the help desk.
email-refused-reset-disabled = Your organisation has switched off password reset. Ask the help desk for a new password.
email-refused-not-in-scope = Your organisation has not opened password reset for your account. Ask the help desk for a new password.
email-refused-administrators-excluded = You are an administrator, and passwords of administrators cannot be reset here. Ask the help desk, or another administrator.
email-refused-too-few-methods = You have set up too few ways to prove that it is you. The help desk can get you back into your account. Afterwards set up another way, so that you can help yourself the next time.
email-refused-not-you = Was this not you? Then do nothing. You get this message once a day at most.

## The password was reset

# Subject line. $organisation: the organisation’s name.
email-reset-subject = { $organisation }: your password was reset
email-reset-title = Your password was reset
# $organisation: the organisation’s name.
email-reset-lead = Your account at { $organisation } has a new password.
email-reset-you = Was this you? Then there is nothing to do here. Enter the new password in the phones and programs that fetch your mail.
email-reset-not-you = Was this not you? Contact the help desk at once. Somebody else may be in your account.

## The account was unlocked

# Subject line. $organisation: the organisation’s name.
email-unlock-subject = { $organisation }: your account was unlocked
email-unlock-title = Your account was unlocked
# $organisation: the organisation’s name.
email-unlock-lead = Your account at { $organisation } was locked, and is open again. The password is the same as before.
email-unlock-you = Was this you? Then there is nothing to do here. If programs on your devices still use an old password, they may lock your account again: enter the right one there.
email-unlock-not-you = Was this not you? Contact the help desk at once. Somebody else may be trying to get into your account.

## Told to administrators

# Subject line. $organisation: the organisation’s name.
email-administrator-subject = { $organisation }: an administrator’s password was reset
email-administrator-title = An administrator’s password was reset
# $organisation: the organisation’s name.
email-administrator-lead = An administrator at { $organisation } has reset their own password. You get this message because you are an administrator too.
# In front of the administrator's user name, which follows on its own line.
email-administrator-name = Administrator:
email-administrator-not-expected = Ask your colleague, face to face or by telephone, whether it was them. If it was not, contact the help desk at once.

## In several messages

# In front of the day and time at which something happened.
email-when = When:
# The same moment twice. $local: day and time where the reader is. $utc: day and time in universal time.
email-when-both = { $local } ({ $utc })

## At the end of every message

# Heading of how the help desk can be reached.
email-help-desk = Help desk
# In front of a telephone number.
email-help-desk-phone = Telephone:
# In front of a mail address.
email-help-desk-email = E-mail:
# In front of the address of a page.
email-help-desk-link = Website:
# In front of the hours at which the help desk can be reached.
email-help-desk-hours = Hours:
# Where the organisation has not said how to reach its help desk.
email-help-desk-unknown = Ask the people who look after the computers in your organisation.
# The last line. $organisation: the organisation’s name.
email-sent-by = This message was sent automatically by the password portal of { $organisation }.
