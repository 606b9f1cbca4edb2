### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code 2 ..."

# $number: which code of this reset it is, from 1. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = رمز { $organisation } رقم { $number }، لمدة { $minutes } دقائق
# The same for somebody who only unlocks the account.
sms-code-unlock = رمز { $organisation } رقم { $number }، لمدة { $minutes } دقائق

## No code, because the password may not be reset here: what happened, what to do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }: لم يُرسل أي رمز. حسابك موقوف. اسأل مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }: لم يُرسل أي رمز. حسابك محمي بشكل خاص. اسأل مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }: لم يُرسل أي رمز. إعادة تعيين كلمة المرور متوقفة. اسأل مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }: لم يُرسل أي رمز. إعادة التعيين غير متاحة لحسابك. اسأل مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }: لم يُرسل أي رمز. لا يمكن للمسؤولين إعادة التعيين هنا. اسأل مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }: لم يُرسل أي رمز. الطرق التي أعددتها لا تكفي. اسأل مكتب المساعدة.
