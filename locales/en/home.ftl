### The first page of the portal.

# Heading.
home-title = Get back into your account
# Under the heading.
# $organisation: the organisation’s name.
home-lead = If you cannot sign in at { $organisation }, you can set a new password here. It takes about two minutes, at any hour.
# Button that leads to the first step.
home-reset = Reset my password
# Under the button: what one needs.
home-reset-hint = You need what you set up earlier to prove who you are, such as an e-mail address for recovery or an authenticator app.
# Button under it: for people who know their password but were locked out.
home-unlock = Unlock my account
# Under that button: for whom it is.
home-unlock-hint = If you know your password, but too many wrong tries have locked your account.
