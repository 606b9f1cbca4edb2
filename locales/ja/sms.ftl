### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code 2 ..."

# $number: which code of this reset it is, from 1. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = は{ $organisation }パスワード再設定の確認コード{ $number }です（{ $minutes }分有効）
# The same for somebody who only unlocks the account.
sms-code-unlock = は{ $organisation }ロック解除の確認コード{ $number }です（{ $minutes }分有効）

## No code, because the password may not be reset here: what happened, what to do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }：確認コードは送信していません。アカウントが無効です。ヘルプデスクにご連絡ください。
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }：確認コードは送信していません。アカウントは保護されています。ヘルプデスクにご連絡ください。
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }：確認コードは送信していません。パスワードの再設定は無効です。ヘルプデスクにご連絡ください。
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }：確認コードは送信していません。このアカウントでは再設定を利用できません。ヘルプデスクにご連絡ください。
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }：確認コードは送信していません。管理者はここで再設定できません。ヘルプデスクにご連絡ください。
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }：確認コードは送信していません。設定した本人確認の方法が足りません。ヘルプデスクにご連絡ください。
