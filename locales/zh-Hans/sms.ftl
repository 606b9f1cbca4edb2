### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code number 2 ..."

# $number: which code it is, from 1; the page says the same number. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = 是{ $organisation }重置密码的第{ $number }个验证码，{ $minutes }分钟内有效，请勿泄露。
# The same for somebody who only unlocks the account.
sms-code-unlock = 是{ $organisation }解锁账户的第{ $number }个验证码，{ $minutes }分钟内有效，请勿泄露。

## No code, because this person may not use the portal, to reset or to unlock: what happened, what to
## do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }：没有发送验证码。您的账户已停用。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }：没有发送验证码。您的账户受到特别保护。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }：没有发送验证码。密码门户已关闭。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }：没有发送验证码。您的账户没有开通密码门户。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }：没有发送验证码。管理员不能使用密码门户。请联系服务台。
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }：没有发送验证码。您设置的身份验证方式不够。请联系服务台。
