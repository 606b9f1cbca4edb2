### Text messages. They must be short: English and German stand in the alphabet of old telephones (use ' and not ’,
### no dashes but -), the other languages have 70 characters for everything, of which about 38 are the code and the
### last line. The code stands in front of the text, and a last line for the telephone follows it; neither is part of
### these messages. No names, no links.

## A code. The code itself and a space stand in front: "049077 is code number 2 ..."

# $number: which code it is, from 1; the page says the same number. $organisation: the organisation’s name. $minutes: minutes that it works for.
sms-code-reset = الرمز { $number } لكلمة مرور { $organisation } ({ $minutes } د)
# The same for somebody who only unlocks the account.
sms-code-unlock = الرمز { $number } لإلغاء قفل { $organisation } ({ $minutes } د)

## No code, because this person may not use the portal, to reset or to unlock: what happened, what to
## do. At most 130 characters.

# $organisation: the organisation’s name.
sms-refused-account-disabled = { $organisation }: لم يُرسل أي رمز. حسابك معطّل. يُرجى التواصل مع مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-protected-account = { $organisation }: لم يُرسل أي رمز. حسابك محمي حماية خاصة. يُرجى التواصل مع مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-reset-disabled = { $organisation }: لم يُرسل أي رمز. بوابة كلمات المرور متوقفة. يُرجى التواصل مع مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-not-in-scope = { $organisation }: لم يُرسل أي رمز. بوابة كلمات المرور غير متاحة لحسابك. يُرجى التواصل مع مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-administrators-excluded = { $organisation }: لم يُرسل أي رمز. البوابة غير متاحة لحسابات إدارة النظام. يُرجى التواصل مع مكتب المساعدة.
# $organisation: the organisation’s name.
sms-refused-too-few-methods = { $organisation }: لم يُرسل أي رمز. الطرق التي أعددتها لإثبات هويتك لا تكفي. يُرجى التواصل مع مكتب المساعدة.
