### The page /demo of a portal that was started to try it out. It stands in for the mailbox, the
### telephone and the calendar of the people in the demonstration.

demo-title = النسخة التجريبية
demo-lead = كل شيء هنا يبقى على هذا الجهاز. الرسائل التي كانت ستُرسل تظهر هنا بدلًا من إرسالها.
# Link to the first page of the portal.
demo-to-portal = فتح البوابة
# Link that loads the page again, to see what is new.
demo-reload = تحميل مرة أخرى

## Messages

demo-messages-title = الرسائل
# Shown instead of the list while it is empty. An account's name follows on its own.
demo-messages-empty = لم يُرسل شيء بعد. يمكنك بدء إعادة التعيين باسم:
# Heading of a text message among the messages; mails have their subject line there.
demo-message-text = رسالة نصية
# In front of the address or number that the message went to.
demo-message-to = إلى:
# Links below a message.
demo-message-link = فتح رابط الرسالة
demo-message-html = نسخة HTML
# Button.
demo-messages-clear = حذف كل الرسائل

## Codes of authenticator apps

demo-codes-title = رموز تطبيق المصادقة
# Headings of the columns.
demo-codes-account = الحساب
demo-codes-code = الرمز
demo-codes-left = الثواني المتبقية

## The clock

demo-clock-title = الساعة
# In front of day and time.
demo-clock-now = الوقت بحسب البوابة:
# $minutes: by how many minutes the portal's clock is ahead, a formatted number.
demo-clock-ahead = عدد دقائق التقدّم على الوقت الحقيقي: { $minutes }
demo-clock-real = هذا هو الوقت الحقيقي.
# The field.
demo-clock-minutes =
    .label = عدد دقائق التقديم
# Buttons.
demo-clock-move = تقديم الساعة
demo-clock-back = العودة إلى الوقت الحقيقي
# Shown when the number cannot be used.
demo-clock-unusable = يُرجى إدخال عدد صحيح من الدقائق، لا يزيد على عشر سنوات

## Try a password

demo-try-title = تجربة كلمة مرور
demo-try-lead = لمعرفة ما كان سيحدث عند تسجيل الدخول، من دون تغيير أي شيء.
# The fields.
demo-try-account =
    .label = اسم المستخدم
demo-try-password =
    .label = كلمة المرور
# Button.
demo-try-submit = تجربة
# What a sign-in would say.
demo-try-right = كلمة المرور هذه تفتح الحساب.
demo-try-must-change = كلمة المرور هذه صحيحة، ويجب تغييرها فورًا.
demo-try-wrong = كلمة المرور هذه لا تفتح الحساب.
demo-try-locked = الحساب مقفل.
demo-try-disabled = الحساب معطّل.
demo-try-unavailable = يتعذّر الوصول إلى الدليل.

## The accounts

demo-accounts-title = الحسابات
# The password follows on its own.
demo-accounts-password = كلمة مرور الجميع، إلى أن تتغيّر:
# Headings of the columns.
demo-accounts-account = الحساب
demo-accounts-recovery = البريد الإلكتروني المخصّص للاسترداد
demo-accounts-shows = ما يوضحه
# Instead of an address.
demo-accounts-none = لا يوجد
# What each account shows.
demo-account-ada = إعادة التعيين المعتادة، بإثبات الهوية بطريقتين
demo-account-bo = طرق إثبات الهوية لا تكفي
demo-account-cleo = إعادة التعيين غير متاحة لهذا الحساب
demo-account-dai = حساب إدارة النظام: إثبات الهوية بطريقتين دائمًا
demo-account-eli = مقفل في الدليل
demo-account-fay = لم تُسجّل له أي طريقة لإثبات الهوية
demo-account-gus = معطّل في الدليل
demo-account-hana = لغته العربية: الصفحات والرسائل من اليمين إلى اليسار
demo-account-ivo = آخر تأكيد لبياناته قبل 200 يوم
demo-account-jun = مكتب المساعدة
demo-account-kim = حساب إدارة النظام: تصله رسالة عند إعادة تعيين كلمة مرور حساب آخر مثله
