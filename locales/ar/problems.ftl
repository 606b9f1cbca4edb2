### What can go wrong. A problem is shown above the form or as a page of its own.

## Headings of pages

problem-page-title = نعتذر، حدثت مشكلة
problem-offline-title = يبدو أن الاتصال بالإنترنت منقطع
problem-not-found-title = الصفحة غير موجودة
problem-not-found-lead = إذا كُتب العنوان يدويًا، فيُرجى التأكد من صحته. وإلا فيمكنك البدء من الصفحة الرئيسية.

## Connection

problem-offline = تعذّر الوصول إلى الخادم. يُرجى التحقق من الاتصال بالإنترنت وإعادة المحاولة. كل ما أنجزته حتى الآن محفوظ.
problem-timeout = تأخّر الخادم كثيرًا في الرد. يُرجى إعادة المحاولة. كل ما أنجزته حتى الآن محفوظ.

## Refusals of the server

# Something that should not happen between page and server. A reference follows.
problem-unexpected = حدث خطأ من جانبنا. يُرجى إعادة المحاولة. وإذا تكرّر الخطأ، فيُرجى التواصل مع مكتب المساعدة وإعطاؤه الرقم المرجعي.
problem-internal = حدث خطأ من جانبنا، وقد سجّلناه. يُرجى إعادة المحاولة بعد بضع دقائق، أو التواصل مع مكتب المساعدة وإعطاؤه الرقم المرجعي.
problem-not-found = لم تعد هذه الصفحة محدّثة. يُرجى تحميلها مرة أخرى.
problem-cross-site-request = لم يؤكد المتصفح أن هذا الطلب من هذه البوابة. يُرجى تحميل الصفحة مرة أخرى، أو تجربة متصفح آخر.
# The small calculation that keeps robots away was not accepted.
problem-proof-of-work-failed = تعذّر التأكد من أن هذا ليس روبوتًا. يُرجى إعادة المحاولة.
# The browser cannot do the small calculation that keeps robots away.
problem-proof-of-work-unsupported = لا يمكن لمتصفحك إجراء الفحص الذي يبعد الروبوتات. يُرجى فتح هذه الصفحة بعنوان يبدأ بكلمة https، أو تجربة متصفح آخر.
problem-flow-missing = تعذّر العثور على العملية التي بدأتها. يُرجى البدء من جديد.
problem-flow-mismatch = تمت المتابعة في علامة تبويب أخرى.
problem-session-expired = انتهى الوقت. يُرجى البدء من جديد.
problem-challenge-failed = الرمز غير صحيح. يُرجى التحقق منه وإعادة المحاولة.
problem-challenge-missing = لم يعد هذا الرمز صالحًا. يُرجى طلب رمز آخر.
problem-challenge-exhausted = تكرّر إدخال رمز غير صحيح. يُرجى طلب رمز آخر.
problem-too-many-attempts = تكرّر إدخال رموز غير صحيحة.
# $seconds: how many seconds to wait.
problem-rate-limited = وصلت طلبات كثيرة في وقت قصير. يُرجى إعادة المحاولة بعد { $seconds ->
        [zero] لحظة
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }.
problem-method-not-allowed = هذه الطريقة غير متاحة هنا. يُرجى اختيار طريقة أخرى.
problem-step-out-of-order = لم تكن الصفحة محدّثة. هذه هي الخطوة التي وصلت إليها.
problem-password-rejected = لا يمكن استخدام كلمة المرور هذه.
# A new password or the unlocking of the account.
problem-password-write-unknown = لم يتضح بعد ما إذا تم التغيير.
problem-no-more-time = لا يمكن إبقاء الصفحة مفتوحة مدة أطول.
# $seconds: how many seconds to wait.
problem-directory-unavailable = يتعذّر الآن الوصول إلى النظام الذي يحفظ كلمات المرور. لم يتغيّر شيء. يُرجى إعادة المحاولة بعد { $seconds ->
        [zero] لحظة
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }، أو التواصل مع مكتب المساعدة.
# A support code follows.
problem-directory-misconfigured = النظام الذي يحفظ كلمات المرور غير مُعدّ كما يجب. لم يتغيّر شيء، ولن تنفع إعادة المحاولة. يُرجى التواصل مع مكتب المساعدة.
# $seconds: how many seconds to wait.
problem-busy = عدد المستخدمين كبير الآن. يُرجى إعادة المحاولة بعد { $seconds ->
        [zero] لحظة
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }.

## What is wrong with a new password

# $min: how many characters a password needs.
violation-password-too-short = يجب ألا يقل عدد أحرف كلمة المرور عن { $min }
# $max: how many characters a password may have.
violation-password-too-long = يجب ألا يزيد عدد أحرف كلمة المرور على { $max }
violation-password-common = كلمة المرور هذه سهلة التخمين لأن كثيرين يستخدمونها. يُرجى اختيار كلمة مرور أخرى
violation-password-easily-guessed = كلمة المرور هذه مكوّنة من كلمات قليلة جدًا أو من كلمات يسهل تخمينها. يُرجى إضافة كلمات أخرى لا علاقة بينها
# The word that was found is never named.
violation-password-banned-term = لا تقبل مؤسستك إحدى الكلمات الواردة في كلمة المرور هذه. يُرجى اختيار كلمات أخرى
# $required: how many of the four kinds a password needs, 3.
violation-password-too-few-kinds = أنواع الأحرف في كلمة المرور أقل مما يلزم. الحد الأدنى { $required } من هذه الأنواع: حروف صغيرة، حروف كبيرة، أرقام، أحرف أخرى
violation-password-contains-name = يجب ألا تتضمن كلمة المرور اسمك أو اسم المستخدم
violation-password-contains-organisation = يجب ألا تتضمن كلمة المرور اسم المؤسسة
violation-password-control-character = في كلمة المرور حرف لا يمكن كتابته في كل مكان. يُرجى حذف علامات الجدولة وفواصل الأسطر
violation-password-reused = سبق لك استخدام كلمة المرور هذه. يُرجى اختيار كلمة مرور جديدة
violation-password-changed-too-recently = تغيّرت كلمة مرورك منذ وقت قصير، ولا يمكن تغييرها مرة أخرى الآن. يُرجى إعادة المحاولة لاحقًا أو التواصل مع مكتب المساعدة
# A rule of the system that keeps the passwords. $min: how many characters it asks for.
violation-password-too-short-for-directory = يشترط النظام الذي يحفظ كلمات المرور ألا يقل عدد الأحرف عن { $min }
# A rule of the system that keeps the passwords.
violation-password-directory-complexity = يشترط النظام الذي يحفظ كلمات المرور أنواعًا متعدّدة من الأحرف، مثل الحروف الكبيرة والأرقام، وألا تتضمن كلمة المرور اسم المستخدم
violation-password-directory-policy = لا تقبل مؤسستك كلمة المرور هذه. يُرجى تجربة كلمة مرور أطول فيها أنواع مختلفة من الأحرف

## What is wrong with a field

violation-field-empty = يُرجى ملء هذا الحقل
# $max: how many characters are allowed.
violation-field-too-long = هذا أطول مما يتسع له الحقل. أقصى عدد للأحرف: { $max }
violation-field-unusable-characters = توجد هنا أحرف لا يمكن استخدامها في هذا الحقل
violation-field-not-an-address = يُرجى إدخال عنوان بريد إلكتروني بالصيغة المعتادة، مثل name@example.com
# $example: a telephone number as an example, in one piece.
violation-field-not-a-phone-number = يُرجى إدخال رقم هاتف جوّال كامل مع رمز الدولة، مثل { $example }
# Shown only on portals that explain everything, where only colleagues can reach them.
violation-field-not-registered = ليس هذا ما هو مسجّل لحسابك. يُرجى التحقق منه، أو اختيار طريقة أخرى
# $digits: how many digits a code has.
violation-field-not-a-code = يتكوّن الرمز من { $digits } أرقام
