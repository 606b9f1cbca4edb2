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
problem-flow-missing = Your reset was not found. Start again.
problem-flow-mismatch = You went on in another tab.
problem-session-expired = Your time is up. Start again.
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
problem-password-write-unknown = It is not known yet whether the new password was set.
problem-no-more-time = The page cannot be kept open any longer.
# $seconds: how many seconds to wait.
problem-directory-unavailable = The system that keeps the passwords cannot be reached at the moment. Nothing was changed. Try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }, or contact the help desk.
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
violation-password-contains-name = The password must not contain your name or user name
violation-password-contains-organisation = The password must not contain the name of the organisation
violation-password-control-character = The password contains a character that cannot be typed everywhere. Leave out tabs and line breaks
violation-password-reused = You have used this password before. Choose one that is new
violation-password-changed-too-recently = Your password was changed only a short time ago and cannot be changed again yet. Try later or contact the help desk
violation-password-directory-policy = Your organisation does not accept this password. Try a longer one with different kinds of characters

## What is wrong with a field

violation-field-empty = Fill in this field
# $max: how many characters are allowed.
violation-field-too-long = This is too long. No more than { $max } characters fit
violation-field-unusable-characters = This contains characters that cannot stand here
violation-field-not-an-address = Enter an e-mail address in the usual form, like name@example.com
# $digits: how many digits a code has.
violation-field-not-a-code = A code has { $digits } digits
