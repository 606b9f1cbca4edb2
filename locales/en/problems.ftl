### What can go wrong. A problem is shown above the form or as a page of its own.

## Headings of pages

problem-page-title = Sorry, there is a problem
problem-offline-title = You seem to be offline
problem-not-found-title = Page not found
problem-not-found-lead = If you typed the address, check that it is right. Otherwise begin at the start page.

## Connection

problem-offline = We could not reach the server. Check your connection to the internet and try again. What you have done so far is kept.
problem-timeout = The server took too long to answer. Try again. What you have done so far is kept.

## Refusals of the server

# Something that should not happen between page and server. A reference follows.
problem-unexpected = Something went wrong on our side. Try again. If it happens again, contact the help desk and give them the reference.
problem-internal = Something went wrong on our side. We have made a note of it. Try again in a few minutes, or contact the help desk and give them the reference.
problem-not-found = This page is out of date. Load it again.
problem-cross-site-request = Your browser did not say that you are on this portal. Load the page again, or try another browser.
# The small calculation that keeps robots away was not accepted.
problem-proof-of-work-failed = We could not check that this is not a robot. Try again.
# The browser cannot do the small calculation that keeps robots away.
problem-proof-of-work-unsupported = Your browser cannot do the check that keeps robots away. Open this page with https, or try another browser.
problem-flow-missing = What you had begun was not found. Start over.
problem-flow-mismatch = You went on in another tab.
problem-session-expired = Your time is up. Start over.
problem-challenge-failed = The code is not right. Check it and try again.
problem-challenge-missing = This code no longer works. Have another one sent.
problem-challenge-exhausted = The code was typed wrongly too often. Have another one sent.
problem-too-many-attempts = Too many wrong codes were typed.
# $seconds: how many seconds to wait.
problem-rate-limited = That was too fast. Try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
problem-method-not-allowed = This way is not offered here. Choose another one.
problem-step-out-of-order = The page was out of date. This is where you are now.
problem-password-rejected = This password cannot be used.
# A new password or the unlocking of the account.
problem-password-write-unknown = It is not known yet whether the change was made.
problem-no-more-time = The page cannot be kept open any longer.
# $seconds: how many seconds to wait.
problem-directory-unavailable = The system that keeps the passwords cannot be reached at the moment. Nothing was changed. Try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }, or contact the help desk.
# A support code follows.
problem-directory-misconfigured = The system that keeps the passwords is not set up as it must be. Nothing was changed, and trying again does not help. Contact the help desk.
# $seconds: how many seconds to wait.
problem-busy = Many people are here at the moment. Try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.

## What is wrong with a new password

# $min: how many characters a password needs.
violation-password-too-short = The password needs at least { $min } characters
# $max: how many characters a password may have.
violation-password-too-long = The password may have no more than { $max } characters
violation-password-common = This password is easy to guess because many people use it. Choose another one
violation-password-easily-guessed = This password is made of too few words, or of words that are easy to guess. Add more words that have nothing to do with each other
# The word that was found is never named.
violation-password-banned-term = Your organisation does not want one of the words in this password. Choose other words
# $required: how many of the four kinds a password needs, 3.
violation-password-too-few-kinds = The password needs at least { $required } of these: small letters, capital letters, digits, other characters
violation-password-contains-name = The password must not contain your name or user name
violation-password-contains-organisation = The password must not contain the name of the organisation
violation-password-control-character = The password contains a character that cannot be typed everywhere. Leave out tabs and line breaks
violation-password-reused = You have used this password before. Choose one that is new
violation-password-changed-too-recently = Your password was changed only a short time ago and cannot be changed again yet. Try later or contact the help desk
# A rule of the system that keeps the passwords. $min: how many characters it asks for.
violation-password-too-short-for-directory = The system that keeps the passwords asks for at least { $min } characters
# A rule of the system that keeps the passwords.
violation-password-directory-complexity = The system that keeps the passwords asks for several kinds of characters, such as capital letters and digits, and for a password without your user name
violation-password-directory-policy = Your organisation does not accept this password. Try a longer one with different kinds of characters

## What is wrong with a field

violation-field-empty = Fill in this field
# $max: how many characters are allowed.
violation-field-too-long = This is too long. No more than { $max } characters fit
violation-field-unusable-characters = This contains characters that cannot stand here
violation-field-not-an-address = Enter an e-mail address in the usual form, like name@example.com
# $example: a telephone number as an example, in one piece.
violation-field-not-a-phone-number = Enter a whole mobile number with its country code, like { $example }
# Shown only on portals that explain everything, where only colleagues can reach them.
violation-field-not-registered = This is not what is registered for your account. Check it, or choose another way
# $digits: how many digits a code has.
violation-field-not-a-code = A code has { $digits } digits
