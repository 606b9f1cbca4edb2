### E-mails. They are read in a hurry, often on a phone, and often by people who did not expect them.
### Codes, links, names of accounts and telephone numbers never stand inside a text: they follow it on
### a line of their own.

## A code to reset the password or to unlock the account

# Subject line. The code itself never stands here, because a locked phone shows it.
# $organisation: the organisation’s name. $number: which code it is, from 1; the page
# says the same number, so that people can tell a late e-mail from the newest one.
email-code-subject = إعادة تعيين كلمة المرور لدى { $organisation } (الرمز رقم { $number })
email-code-title = إعادة تعيين كلمة المرور
# $organisation: the organisation’s name.
email-code-lead = وصلنا منك، أو من شخص يعرف اسم المستخدم الخاص بك، طلب لإعادة تعيين كلمة مرور حسابك لدى { $organisation }.
# Subject line, for somebody who only wants to unlock the account. $organisation: the organisation’s name.
# $number: which code it is, from 1.
email-code-unlock-subject = إلغاء قفل حسابك لدى { $organisation } (الرمز رقم { $number })
email-code-unlock-title = إلغاء قفل حسابك
# $organisation: the organisation’s name.
email-code-unlock-lead = وصلنا منك، أو من شخص يعرف اسم المستخدم الخاص بك، طلب لإلغاء قفل حسابك لدى { $organisation }. تبقى كلمة المرور كما هي.
# In front of the code, which follows on its own line.
# $number: which code it is, from 1.
email-code-number = الرمز رقم { $number }:
# $minutes: for how many minutes the code works, counted from when it was sent: the whole duration.
email-code-valid = يُرجى كتابة الرمز في الصفحة التي بدأت منها. وهو صالح لمرة واحدة، ولمدة { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }.
# In front of a link or a button, which follows on its own line.
email-code-link-lead = أو يمكنك بدلًا من ذلك فتح هذا الرابط في المتصفح الذي بدأت منه:
# The button.
email-code-link = المتابعة من حيث بدأت
email-code-not-you = إذا لم يكن هذا الطلب منك، فلا حاجة إلى أي إجراء. من دون الرمز لا يتغيّر شيء. يُرجى عدم إعطاء الرمز لأحد، ولا حتى لمكتب المساعدة. وإذا تكرّر وصول مثل هذه الرسائل، فيُرجى إبلاغ مكتب المساعدة.

## No code, because this person may not use the portal. They wanted to reset the password or to
## unlock the account; the message does not know which.

# Subject line. $organisation: the organisation’s name.
email-refused-subject = لم يُرسل أي رمز لحسابك لدى { $organisation }
email-refused-title = لم يُرسل أي رمز
# $organisation: the organisation’s name.
email-refused-lead = وصلنا منك، أو من شخص يعرف اسم المستخدم الخاص بك، طلب لإرسال رمز للعودة إلى حسابك لدى { $organisation }. لم نرسل أي رمز، ولم يتغيّر شيء.
# The reasons: what happened, then what to do.
email-refused-account-disabled = حسابك معطّل، ولذلك لن تفتحه كلمة مرور جديدة ولا إلغاء القفل. يُرجى سؤال مكتب المساعدة عن السبب.
email-refused-protected-account = حسابك محمي حماية خاصة، ولذلك لا يمكن استخدام بوابة كلمات المرور له. يُرجى التواصل مع مكتب المساعدة.
email-refused-reset-disabled = أوقفت مؤسستك بوابة كلمات المرور. يمكن لمكتب المساعدة إعادتك إلى حسابك.
email-refused-not-in-scope = لم تُتح مؤسستك بوابة كلمات المرور لحسابك. يمكن لمكتب المساعدة إعادتك إليه.
email-refused-administrators-excluded = حسابك من حسابات إدارة النظام، ولا يمكن استخدام بوابة كلمات المرور لهذه الحسابات. يُرجى التواصل مع مكتب المساعدة، أو مع شخص آخر في إدارة النظام.
email-refused-too-few-methods = الطرق التي سبق لك إعدادها لإثبات هويتك لا تكفي. يمكن لمكتب المساعدة إعادتك إلى حسابك. وبعد ذلك يُرجى إعداد طريقة أخرى، حتى يمكنك حل المشكلة بنفسك في المرة القادمة.
email-refused-not-you = إذا لم يكن هذا الطلب منك، فلا حاجة إلى أي إجراء. تصلك هذه الرسالة مرة واحدة في اليوم على الأكثر.

## The password was reset

# Subject line. $organisation: the organisation’s name.
email-reset-subject = تمت إعادة تعيين كلمة المرور لدى { $organisation }
email-reset-title = تمت إعادة تعيين كلمة المرور
# $organisation: the organisation’s name.
email-reset-lead = أصبحت لحسابك لدى { $organisation } كلمة مرور جديدة.
email-reset-you = إذا كان هذا التغيير منك، فلا حاجة إلى أي إجراء هنا. يُرجى إدخال كلمة المرور الجديدة في الهواتف والبرامج التي تستقبل بريدك.
email-reset-not-you = إذا لم يكن هذا التغيير منك، فيُرجى التواصل مع مكتب المساعدة فورًا. ربما دخل شخص آخر إلى حسابك.

## The account was unlocked

# Subject line. $organisation: the organisation’s name.
email-unlock-subject = تم إلغاء قفل حسابك لدى { $organisation }
email-unlock-title = تم إلغاء قفل حسابك
# $organisation: the organisation’s name.
email-unlock-lead = كان حسابك لدى { $organisation } مقفلًا، وقد أُلغي قفله. كلمة المرور هي نفسها كما كانت.
email-unlock-you = إذا كان إلغاء القفل بطلب منك، فلا حاجة إلى أي إجراء هنا. إذا كانت برامج على أجهزتك ما زالت تستخدم كلمة مرور قديمة، فقد تقفل حسابك مرة أخرى: يُرجى إدخال كلمة المرور الصحيحة فيها.
email-unlock-not-you = إذا لم يكن إلغاء القفل بطلب منك، فيُرجى التواصل مع مكتب المساعدة فورًا. ربما يحاول شخص آخر الدخول إلى حسابك.

## Told to administrators

# Subject line. $organisation: the organisation’s name.
email-administrator-subject = تمت إعادة تعيين كلمة مرور أحد حسابات إدارة النظام لدى { $organisation }
email-administrator-title = تمت إعادة تعيين كلمة مرور أحد حسابات إدارة النظام
# $organisation: the organisation’s name.
email-administrator-lead = استُخدمت البوابة لإعادة تعيين كلمة مرور أحد حسابات إدارة النظام لدى { $organisation }. تصلك هذه الرسالة لأن حسابك من هذه الحسابات أيضًا.
# In front of the administrator's user name, which follows on its own line.
email-administrator-name = حساب إدارة النظام:
email-administrator-not-expected = يُرجى سؤال الشخص المعني، وجهًا لوجه أو بالهاتف، إن كان التغيير منه. وإذا لم يكن منه، فيُرجى التواصل مع مكتب المساعدة فورًا.

## In several messages

# In front of the day and time at which something happened.
email-when = التاريخ والوقت:
# The same moment twice. $local: day and time where the reader is. $utc: day and time in universal time.
email-when-both = { $local } ({ $utc })

## At the end of every message

# Heading of how the help desk can be reached.
email-help-desk = مكتب المساعدة
# In front of a telephone number.
email-help-desk-phone = الهاتف:
# In front of a mail address.
email-help-desk-email = البريد الإلكتروني:
# In front of the address of a page.
email-help-desk-link = الموقع الإلكتروني:
# In front of the hours at which the help desk can be reached.
email-help-desk-hours = ساعات العمل:
# Where the organisation has not said how to reach its help desk.
email-help-desk-unknown = يُرجى سؤال الجهة المسؤولة عن أجهزة الكمبيوتر في مؤسستك.
# The last line. $organisation: the organisation’s name.
email-sent-by = أُرسلت هذه الرسالة تلقائيًا من بوابة كلمات المرور لدى { $organisation }.
