### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code number 2 ..."

# $number: which code it is, from 1; the page says the same number. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = は{ $organisation }パスワード再設定の{ $number }番目の確認コード（{ $minutes }分有効）
# The same for somebody who only unlocks the account.
sms-code-unlock = は{ $organisation }ロック解除の{ $number }番目の確認コード（{ $minutes }分有効）

## No code, because this person may not use the portal, to reset or to unlock: what happened, what to
## do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }：確認コードは送信していません。アカウントが無効です。ヘルプデスクにお問い合わせください。
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }：確認コードは送信していません。アカウントが特別に保護されています。ヘルプデスクにお問い合わせください。
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }：確認コードは送信していません。パスワードポータルが無効です。ヘルプデスクにお問い合わせください。
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }：確認コードは送信していません。お使いのアカウントではパスワードポータルを利用できません。ヘルプデスクにお問い合わせください。
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }：確認コードは送信していません。管理者はパスワードポータルを利用できません。ヘルプデスクにお問い合わせください。
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }：確認コードは送信していません。設定されている本人確認の方法が足りません。ヘルプデスクにお問い合わせください。
