### Texts that stand on every page: the frame around a step, the help desk, the time that is left.

## The frame

# First link of every page, seen only when somebody moves to it with the keyboard.
common-skip-link = Skip to the main content

# The list of languages at the top of every page. Each language is named in itself.
common-language =
    .label = Language

# Title of the browser's tab.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title = { $page } – { $organisation }

# Title of the browser's tab while the page shows a mistake in what was typed.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title-error = Error: { $page } – { $organisation }

# Above the heading of a step.
# $current: which step this is, from 1. $total: how many steps there are.
common-step = Step { $current } of { $total }

# Read to people with a screen reader while something takes a moment, and shown on a button
# that was pressed.
common-wait = One moment…

## Buttons and links

common-try-again = Try again
common-start-over = Start over
# Ends everything that was begun here. Nothing has been changed.
common-cancel = Cancel
# Closes a small window and does nothing else.
common-close = Close
# Leads to the first page of the portal.
common-go-home = Go to the start page

## Errors

# Heading of the box that lists what has to be put right on the page.
common-error-title = There is a problem

# In front of a number that helps the help desk to find out what happened. The number follows.
common-reference = Reference:
# In front of a code that tells the help desk why something was refused, like SSPR_0013. It
# follows. Not a code that somebody types.
common-support-code = Support code:

## The help desk

# In front of the telephone number, the mail address and so on, at the foot of every page.
common-help-desk = Help desk:
# Link to the help desk's own page.
common-help-desk-website = Help desk website
# Shown where the organisation has not said how to reach its help desk.
common-help-desk-unknown = Ask the people who look after the computers in your organisation.

## Before the page has started

# Heading, shown if the page could not start. The help desk's number and address follow the text.
common-unavailable-title = Sorry, this page could not start
common-unavailable-text = Load the page again. If that does not help, try another browser or another device, or contact the help desk.

# Shown where JavaScript is switched off. The help desk's number and address follow.
common-noscript = This page needs JavaScript. Switch it on in your browser, or contact the help desk.

## Demonstration

# Above every page of a portal that was started to try it out.
common-demo-banner = This is a demonstration of { -product }. Nothing leaves this computer.
# Link behind the text above: a page with the e-mails that would have been sent.
common-demo-link = See the messages

## The time that is left

# Heading of a small window, two minutes before the time is up.
common-time-title = Do you need more time?
# $minutes: how many minutes are left, 1 or 2.
common-time-text = For your safety this page closes in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Continue, and nothing is lost.
# Instead of the text above when the time was already extended as often as is allowed.
# $minutes: how many minutes are left, 1 or 2.
common-time-text-last = This page closes in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. It cannot be kept open any longer, but you can start over at any time.
# Button that keeps the page open.
common-time-continue = Continue
# Button beside it: ends everything that was begun here, not only the small window.
common-time-cancel = Stop and cancel
# Read to people with a screen reader after they pressed the button above.
common-time-extended = You have more time now.
