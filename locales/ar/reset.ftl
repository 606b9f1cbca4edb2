### Setting a new password without knowing the old one, or unlocking the account: one screen per
### step.

## Beside every step, on wide screens only

reset-companion-title = العودة إلى حسابك في نحو دقيقتين
# $ways: how many different proofs the organisation asks for, 1 or 2.
reset-companion-text = { $ways ->
        [zero] كل ما يلزم هو إثبات هويتك.
        [one] كل ما يلزم هو إثبات هويتك بطريقة سبق لك إعدادها.
        [two] كل ما يلزم هو إثبات هويتك بطريقتين سبق لك إعدادهما.
        [few] كل ما يلزم هو إثبات هويتك عبر { $ways } طرق سبق لك إعدادها.
        [many] كل ما يلزم هو إثبات هويتك عبر { $ways } طريقة سبق لك إعدادها.
       *[other] كل ما يلزم هو إثبات هويتك عبر { $ways } طريقة سبق لك إعدادها.
    } ولا حاجة إلى أن يعرف أحد في مكتب المساعدة كلمة مرورك.

## Step 1: which account

reset-identify-title = ما الحساب المطلوب العودة إليه؟
reset-identify-lead = سنطلب منك إثبات أنه حسابك. وبعد ذلك يمكنك اختيار كلمة مرور جديدة.
# The field.
reset-identify-user =
    .label = اسم المستخدم أو بريد العمل الإلكتروني
# Shown when nothing was typed.
reset-identify-user-missing = يُرجى إدخال اسم المستخدم أو بريد العمل الإلكتروني
reset-identify-continue = متابعة
# Read to people with a screen reader, and shown on the button, while the browser solves a small
# calculation that keeps robots away. It takes a second or two.
reset-identify-checking = جارٍ التأكد من أن هذا ليس روبوتًا…

## Unlocking instead of a new password: the first step

# Link under the form above, for people who were locked out after too many wrong passwords.
reset-unlock-instead = كلمة المرور معروفة لديّ، لكن حسابي مقفل
# Heading of the page behind that link. It has the same field and button as the form above.
reset-unlock-start-title = ما الحساب المقفل؟
reset-unlock-start-lead = سنطلب منك إثبات أنه حسابك، ثم نلغي قفله. تبقى كلمة مرورك كما هي.
# Link under the form on that page: back to choosing a new password.
reset-unlock-forgot = نسيت كلمة المرور

## A reset or an unlocking was begun already in this browser

reset-resume-title = سبق لك البدء
reset-resume-lead = يمكنك المتابعة من حيث توقفت، أو البدء من جديد بحساب آخر.
# Button. The user name or e-mail address that was typed follows these words.
reset-resume-continue = متابعة باسم

## Choosing a method

# Heading before the first proof.
reset-method-title = ما الطريقة الأنسب لك لإثبات هويتك؟
# Under the heading before the first proof. The choices are the same for everybody.
reset-method-lead = يُرجى اختيار طريقة سبق لك إعدادها. تظهر الخيارات نفسها هنا للجميع.
# Instead of the text above on portals that explain everything: the choices are the person’s own.
reset-method-lead-own = هذه هي الطرق التي سبق لك إعدادها.
# Heading when a second proof is needed.
reset-method-title-next = إثبات هويتك بطريقة إضافية
# Under the heading when a second proof is needed.
reset-method-lead-next = نجحت الطريقة الأولى. هذه هي الطرق الأخرى التي سبق لك إعدادها.
# Names of methods, as buttons. The hint stands under the name.
reset-method-email = إرسال رمز بالبريد الإلكتروني
    .hint = إلى عنوان سجّلته للاسترداد
reset-method-sms = إرسال رمز في رسالة نصية
    .hint = إلى رقم هاتف جوّال سجّلته
reset-method-authenticator = استخدام تطبيق المصادقة
    .hint = كتابة الرمز الظاهر في التطبيق
# Link to the help desk, for people who can use none of the methods.
reset-method-help = لا يمكنني استخدام أي من هذه الطرق
# Shown instead of the choices when there are none.
reset-method-none = لا توجد طريقة أخرى لإثبات هويتك. يمكنك التواصل مع مكتب المساعدة.

## Typing the address that gets the code

reset-email-title = إلى أين نرسل الرمز؟
reset-email-lead = يُرجى كتابة العنوان كاملًا كما سجّلته تمامًا. لا نرسل الرمز إلا إذا كان العنوان مطابقًا.
# The field.
reset-email-target =
    .label = البريد الإلكتروني المخصّص للاسترداد
    .hint = وليس صندوق البريد الذي يتعذّر عليك فتحه الآن
# Shown when nothing was typed.
reset-email-target-missing = يُرجى إدخال البريد الإلكتروني الذي سجّلته للاسترداد
reset-email-send = إرسال الرمز

# Under the hint of the field, only on portals that explain everything; also for numbers.
# $target: an address or a number with most of its characters replaced by dots.
reset-target-looks = شكله التقريبي: { $target }

## Typing the number that gets the code

reset-sms-title = إلى أين نرسل الرسالة النصية؟
reset-sms-lead = يُرجى كتابة الرقم كاملًا كما سجّلته. لا نرسل رسالة نصية إلا إذا كان الرقم مطابقًا.
# The field. $example: a telephone number as an example, in one piece.
reset-sms-target =
    .label = رقم الهاتف الجوّال
    .hint = مع رمز الدولة، مثل { $example }. إذا كان الرقم من دولة مؤسستك، فيمكنك كتابته كما يُطلب داخلها.
# Shown when nothing was typed.
reset-sms-target-missing = يُرجى إدخال رقم الهاتف الجوّال الذي سجّلته
reset-sms-send = إرسال الرسالة النصية

## Typing the code that was sent

# Heading when it was sent by e-mail.
reset-code-title = يُرجى تفقّد بريدك الإلكتروني
# In front of the address that was typed. It follows these words.
# $number: which code it is, from 1; the e-mail says the same number.
reset-code-sent = إذا سبق لك تسجيل هذا العنوان، فالرمز رقم { $number } في طريقه إلى:
# Link beside the address or number: type another one.
reset-code-change = تغيير
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-valid = الرمز صالح لمدة { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }. ويمكنك أيضًا فتح الرابط الوارد في الرسالة، في هذا المتصفح نفسه.
# Instead of the text above when the time of the code is over.
reset-code-over = انتهت مدة هذا الرمز. يُرجى طلب رمز آخر.
# The field.
reset-code-field =
    .label = الرمز
# Under the label of the field. $digits: how many digits a code has, 6 to 10.
# $number: which code it is, from 1; the message says the same number.
reset-code-hint = الرمز رقم { $number } مكوّن من { $digits } أرقام. لا بأس بوجود مسافات.
# Shown when nothing was typed.
reset-code-missing = يُرجى إدخال الرمز
reset-code-continue = متابعة
# Shown after half a minute.
reset-code-exact = لم يصل شيء بعد؟ لا نرسل الرمز إلا إذا كان ما كتبته مطابقًا تمامًا لما سجّلته.
# Shown when several codes were asked for and none was typed.
reset-code-many = لا يصلك أي رمز؟ قد تكون طريقة أخرى أسرع.
# Opens the list of reasons.
reset-code-why = لماذا لا يصل الرمز؟
# The reasons, for an e-mail.
reset-code-why-slow = قد تتأخر رسائل البريد الإلكتروني بضع دقائق. يُرجى البحث أيضًا في مجلد البريد غير الهام أو غير المرغوب فيه.
reset-code-why-address = العنوان لا يطابق تمامًا ما سجّلته للاسترداد.
reset-code-why-account = في اسم المستخدم الذي بدأت به خطأ كتابي، أو لا يمكن استخدام هذه البوابة لذلك الحساب.
reset-code-why-mailbox = لا نرسل أبدًا إلى صندوق البريد الذي تفتحه كلمة المرور المفقودة. إذا لم يكن لديك عنوان آخر مسجّل، فيُرجى التواصل مع مكتب المساعدة.
# Heading when the code was sent as a text message.
reset-code-sms-title = يُرجى تفقّد هاتفك
# In front of the number that was typed. It follows these words.
# $number: which code it is, from 1; the text message says the same number.
reset-code-sms-sent = إذا سبق لك تسجيل رقم الهاتف هذا، فالرمز رقم { $number } في طريقه إلى:
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-sms-valid = الرمز صالح لمدة { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }.
# The reasons, for a text message.
reset-code-sms-why-signal = الهاتف خارج التغطية أو مُطفأ، أو الشبكة بطيئة. قد تتأخر الرسالة النصية دقيقة أو دقيقتين.
reset-code-sms-why-number = رقم الهاتف لا يطابق تمامًا ما سجّلته. يُرجى التحقق من كل رقم ومن رمز الدولة.
reset-code-sms-why-blocked = الهاتف يحظر الرسائل من المرسلين غير المعروفين، أو تحظرها شركة الاتصالات.
# Said when somebody comes back to the page of the code after the code has ended.
reset-code-ended = لم يعد الرمز المُرسَل صالحًا. يُرجى طلب رمز جديد، أو اختيار طريقة أخرى.
# Button.
reset-code-resend = إرسال رمز آخر
# The same button while it is too early. It can be reached but does nothing yet.
# $seconds: how many seconds are left.
reset-code-resend-wait = إرسال رمز آخر (بعد { $seconds ->
        [zero] لحظة
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    })
# Read to people with a screen reader, and shown. $number: which code it is.
reset-code-resent = الرمز رقم { $number } في طريقه إليك، إذا كان ما كتبته مطابقًا. لم تعد الرموز السابقة صالحة.
# Read to people with a screen reader when the waiting time is over.
reset-code-resend-ready = يمكنك الآن طلب رمز آخر.
# Link to the other methods.
reset-code-other = استخدام طريقة أخرى
# Link to the help desk.
reset-code-help = طلب المساعدة

## Typing the code of an authenticator app

reset-authenticator-title = إدخال الرمز من تطبيق المصادقة
reset-authenticator-lead = يُرجى فتح التطبيق على هاتفك أو على الكمبيوتر، والبحث فيه عن رمز هذه المؤسسة. يتغيّر الرمز كل 30 ثانية.
# The field.
reset-authenticator-field =
    .label = الرمز
    .hint = 6 أرقام. لا بأس بوجود مسافات.

## Choosing the new password

reset-password-title = اختيار كلمة مرور جديدة
reset-password-lead = ثلاث كلمات أو أربع لا علاقة بينها يسهل تذكّرها ويصعب تخمينها.
# The rules, a list above the field.
# $min: how many characters the password needs, 8 to 64.
reset-password-rule-length = ألا يقل عدد الأحرف عن { $min }
# $max: how many characters the password may have, 64 to 256.
reset-password-rule-maximum = ألا يزيد عدد الأحرف على { $max }
reset-password-rule-name = ألا تتضمن اسمك أو اسم المستخدم أو اسم مؤسستك
# $required: how many of the four kinds the password needs, 3.
reset-password-rule-kinds = الحد الأدنى { $required } من هذه الأنواع: حروف صغيرة، حروف كبيرة، أرقام، أحرف أخرى
# This rule is checked only after the button is pressed.
reset-password-rule-common = ألا تكون سهلة التخمين (نتحقق من ذلك عند المتابعة)
# Read to people with a screen reader after a rule that the typed password keeps.
reset-password-rule-met = مستوفى
# Read to people with a screen reader after a rule that the typed password breaks.
reset-password-rule-broken = غير مستوفى بعد
# The field.
reset-password-field =
    .label = كلمة المرور الجديدة
# Button beside the field that makes the password readable. It is pressed or not. The label is
# what a screen reader says, and should contain the word on the button.
reset-password-show = إظهار
    .label = إظهار كلمة المرور
# Names the account for programs that keep passwords. Not seen.
reset-password-account =
    .label = الحساب
# Shown when nothing was typed.
reset-password-missing = يُرجى إدخال كلمة مرور جديدة
reset-password-save = تعيين كلمة المرور الجديدة

## Unlocking the account

# Heading of the last step: everything is proven, only the word is missing.
reset-unlock-title = إلغاء قفل حسابك
reset-unlock-lead = تم إثبات هويتك. حسابك مقفل بسبب إدخال كلمات مرور خاطئة كثيرة.
reset-unlock-next = عند المتابعة يُلغى القفل، وتبقى كلمة مرورك كما هي. ويمكنك تسجيل الدخول بها على الفور.
# Button.
reset-unlock-submit = إلغاء قفل حسابي
# Shown when it did not work after all.
reset-unlock-failed = تعذّر إلغاء قفل الحساب. يُرجى إعادة المحاولة، أو التواصل مع مكتب المساعدة.
# Heading when there is nothing to unlock.
reset-unlock-open-title = حسابك غير مقفل
reset-unlock-open-lead = لن ينفع إلغاء القفل. إذا كانت كلمة مرورك معروفة لديك تمامًا، فيمكنك إغلاق هذه الصفحة وتسجيل الدخول من جديد، مع الانتباه إلى الحروف الكبيرة ولغة لوحة المفاتيح.
reset-unlock-open-next = وإذا لم تكن كلمة مرورك مؤكدة لديك، فيمكنك تعيين كلمة مرور جديدة. لا حاجة إلى إثبات أي شيء مرة أخرى.
# Button.
reset-unlock-open-submit = تعيين كلمة مرور جديدة بدلًا من ذلك

## Waiting for the directory

reset-writing-title = جارٍ تعيين كلمة المرور الجديدة
reset-writing-lead = يستغرق ذلك وقتًا أطول من المعتاد. يُرجى إبقاء هذه الصفحة مفتوحة، وستظهر النتيجة فيها فور معرفتها. لن يضيع شيء عند إغلاقها.
# Shown when it has been taking very long.
reset-writing-long = لم يتضح بعد ما إذا كانت كلمة المرور الجديدة تعمل. يُرجى تجربة تسجيل الدخول بها بعد بضع دقائق، أو التواصل مع مكتب المساعدة.

# The same while an account is being unlocked.
reset-unlock-writing-title = جارٍ إلغاء قفل حسابك
reset-unlock-writing-long = لم يتضح بعد ما إذا أُلغي قفل حسابك. يُرجى تجربة تسجيل الدخول بعد بضع دقائق، أو التواصل مع مكتب المساعدة.

## Done

reset-done-title = أصبحت لديك كلمة مرور جديدة
reset-done-lead = يمكنك تسجيل الدخول بها الآن.
# Shown when the account had been locked after too many wrong passwords.
reset-done-unlocked = كان حسابك مقفلًا، وقد أُلغي قفله.
# Heading of what to do next.
reset-done-next = ماذا بعد؟
reset-done-sign-in = تم تسجيل خروجك من جميع الأجهزة. يُرجى تسجيل الدخول من جديد حيث يلزم.
reset-done-devices = تحتاج الهواتف والبرامج التي تستقبل بريدك إلى كلمة المرور الجديدة أيضًا. يُرجى تغييرها فيها قريبًا، وإلا فقد تتسبّب في قفل حسابك.
# Shown when the person is told by e-mail.
reset-done-notified = أرسلنا إليك رسالة بالبريد الإلكتروني تفيد بأن كلمة مرورك قد تغيّرت.
# The same after unlocking.
reset-unlock-done-title = تم إلغاء قفل حسابك
reset-unlock-done-lead = يمكنك تسجيل الدخول من جديد الآن. لم تتغيّر كلمة مرورك.
reset-unlock-done-devices = الهواتف والبرامج التي ما زالت تستخدم كلمة مرور قديمة قد تقفل حسابك مرة أخرى. يُرجى إدخال كلمة المرور الصحيحة فيها.
# Shown when the person is told by e-mail.
reset-unlock-done-notified = أرسلنا إليك رسالة بالبريد الإلكتروني تفيد بأن قفل حسابك قد أُلغي.
# After either.
reset-done-not-you = إذا بدا لك أي شيء غير صحيح، فيُرجى التواصل مع مكتب المساعدة فورًا.

## Opening the link of an e-mail

# While it is being found out where the link was opened.
reset-link-checking-title = جارٍ التحقق من الرابط
# In the browser in which it was begun.
reset-link-here-title = الرابط صالح
reset-link-here-lead = يمكنك المتابعة هنا. لا حاجة إلى كتابة الرمز.
reset-link-continue = متابعة
# The link is too old, was used already, or a newer e-mail replaced it.
reset-link-spent-title = لم يعد هذا الرابط صالحًا
reset-link-spent-lead = الرابط صالح لمرة واحدة ولبضع دقائق، ويتوقف عن العمل عند إرسال رسالة أحدث. يمكنك طلب رمز جديد.
# Button.
reset-link-spent-again = المتابعة من حيث توقفت
# In another browser or on another device than the one where it was begun.
reset-link-elsewhere-title = يُرجى العودة إلى حيث بدأت
reset-link-elsewhere-lead = فُتح الرابط في متصفح آخر أو على جهاز آخر. يُرجى العودة إلى الصفحة التي بدأت منها، وكتابة الرمز الوارد في الرسالة هناك. ما زال الرمز صالحًا.
# Link: begin anew in this browser.
reset-link-elsewhere-start = البدء من جديد هنا
# The address of the page has no link in it.
reset-link-missing-title = الرابط غير كامل
reset-link-missing-lead = يُرجى فتح الرابط من الرسالة مرة أخرى، أو كتابة الرمز في الصفحة التي بدأت منها.

## Ends without a new password

reset-expired-title = انتهى الوقت
reset-expired-lead = حفاظًا على أمانك، يجب إتمام ذلك خلال بضع دقائق. لم تتغيّر كلمة مرورك. يمكنك البدء من جديد.
reset-cancelled-title = تم الإلغاء
reset-cancelled-lead = لم تتغيّر كلمة مرورك. يمكنك إغلاق هذه الصفحة أو البدء من جديد.
reset-exhausted-title = انتهت المحاولات المتاحة
reset-exhausted-lead = تكرّر إدخال رموز غير صحيحة. لم تتغيّر كلمة مرورك. يمكنك البدء من جديد، أو التواصل مع مكتب المساعدة.

# The help desk's page inside the reset.
reset-help-title = التواصل مع مكتب المساعدة
reset-help-lead = يمكن لمكتب المساعدة التحقق من هويتك وإعادتك إلى حسابك. وهو لا يحتاج أبدًا إلى معرفة كلمة مرورك.
# Button: back to the step from which somebody came.
reset-help-back = العودة إلى حيث توقفت

## Somebody may not go on. Said after a proof, or from the start on portals that explain everything

reset-refused-title = لا يمكن إعادة تعيين كلمة المرور هذه هنا
# The same when the account was to be unlocked.
reset-refused-title-unlock = لا يمكن إلغاء قفل هذا الحساب هنا
# The same when no account has the name that was typed.
reset-refused-title-unknown = تعذّر التحقق من هذا الحساب
# Under one of the reasons below.
reset-refused-next = لدى مكتب المساعدة مزيد من المعلومات. لم تتغيّر كلمة مرورك.
# Instead of the text above, when the name may have been mistyped.
reset-refused-next-unknown = يُرجى التحقق من الاسم وكتابته من جديد. وإذا كان صحيحًا، فلدى مكتب المساعدة مزيد من المعلومات.
# Instead, when too few ways were set up.
reset-refused-next-methods = يمكن لمكتب المساعدة إعادتك إلى حسابك. وبعد ذلك يُرجى إعداد طرق أخرى، ليصبح الحل بيدك في المرة القادمة. لم تتغيّر كلمة مرورك.
# Instead, when somebody has to be let in.
reset-refused-next-access = يُرجى طلب إتاحتها لحسابك من مكتب المساعدة. لم تتغيّر كلمة مرورك.
# Button: back to the first step, where the name stands in the field.
reset-refused-type-again = كتابة الاسم من جديد
# The reasons. They stand under each of the headings: somebody wanted a new password or only to
# unlock the account.
reset-refused-account-disabled = هذا الحساب معطّل.
reset-refused-reset-disabled = أوقفت مؤسستك هذه الخدمة.
reset-refused-not-in-scope = لم تُتح مؤسستك هذه الخدمة لهذا الحساب.
reset-refused-too-few-methods = معلومات الأمان الخاصة بك ناقصة: الطرق التي سبق لك إعدادها لإثبات هويتك لا تكفي.
reset-refused-administrators-excluded = لا يمكن استخدام هذه الخدمة لحسابات إدارة النظام.
reset-refused-protected-account = هذا الحساب محمي حماية خاصة. لا يمكن تغييره هنا.
reset-refused-account-unknown = لا يوجد هنا حساب بالاسم الذي كتبته، أو أنه تابع لمؤسسة أخرى.
reset-refused-no-policy = لم تفعّل مؤسستك لهذا الحساب ما يكفي من طرق إثبات الهوية.
# The organisation pays for the service for some people only.
reset-refused-not-entitled = هذه الخدمة غير مشمولة لهذا الحساب.
reset-refused-writeback-off = لم تفعّل مؤسستك كل ما يلزم لتغيير هذا الحساب من هنا.

## Another tab

# It went on in another tab of the same browser.
reset-other-tab-title = تمت المتابعة في علامة تبويب أخرى
reset-other-tab-lead = لم تعد هذه الصفحة محدّثة. يمكنك المتابعة في علامة التبويب الأخرى، أو هنا.
# Button.
reset-other-tab-continue = المتابعة هنا
