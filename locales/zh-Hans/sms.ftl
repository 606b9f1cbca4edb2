### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code 2 ..."

# $number: which code of this reset it is, from 1. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = 是{ $organisation }重置密码的第{ $number }个验证码，{ $minutes }分钟内有效。
# The same for somebody who only unlocks the account.
sms-code-unlock = 是{ $organisation }解锁账户的第{ $number }个验证码，{ $minutes }分钟内有效。

## No code, because the password may not be reset here: what happened, what to do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }：未发送验证码。您的账户已停用。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }：未发送验证码。您的账户受特别保护。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }：未发送验证码。密码重置功能已关闭。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }：未发送验证码。您的账户未开放密码重置。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }：未发送验证码。管理员不能在此重置密码。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }：未发送验证码。您设置的验证方式不够。请联系服务台。
