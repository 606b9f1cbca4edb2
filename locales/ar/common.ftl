### Texts that stand on every page: the frame around a step, the help desk, the time that is left.
###
### Arabic. Form of address: no imperatives and no verbs in the second person of the present,
### because they have a gender. What to do is said with verbal nouns (يُرجى إدخال …, يمكنك اختيار …,
### لا حاجة إلى …), what belongs to the reader with ـك (حسابك), what the reader did with the past
### without vowel signs (سجّلته, بدأت) or with سبق لك. Buttons and headings are verbal nouns.
###
### One word for one thing:
###   account = الحساب
###   administrator = حساب إدارة النظام
###   authenticator app = تطبيق المصادقة
###   browser = المتصفح
###   character = الحرف
###   code 2, code number 2 = الرمز رقم 2 (in a text message, for its length: الرمز 2)
###   code = الرمز
###   contact = التواصل مع
###   continue = متابعة
###   digit = الرقم
###   directory = الدليل
###   e-mail = البريد الإلكتروني
###   help desk = مكتب المساعدة
###   link = الرابط
###   locked = مقفل
###   message, an e-mail = الرسالة
###   mobile number = رقم الهاتف الجوّال
###   new password = كلمة المرور الجديدة
###   organisation = المؤسسة
###   password = كلمة المرور
###   portal = البوابة
###   prove that it is you = إثبات هويتك
###   recovery = الاسترداد
###   reference = الرقم المرجعي
###   reset = إعادة التعيين
###   service = الخدمة
###   set a password = التعيين
###   set up = الإعداد
###   sign in = تسجيل الدخول
###   start again = البدء من جديد
###   start page = الصفحة الرئيسية
###   step = الخطوة
###   switched off = معطّل
###   support code = رمز الدعم
###   tab = علامة التبويب
###   text message = الرسالة النصية
###   try again = إعادة المحاولة
###   unlock = إلغاء القفل
###   user name = اسم المستخدم
###   way, method = الطريقة
###
### Numbers: { $n } is printed in few, many and other; one and two are words. Where English counts
### without a choice, the Arabic is built so that nothing has to agree with the number.

## The frame

# First link of every page, seen only when somebody moves to it with the keyboard.
common-skip-link = الانتقال إلى المحتوى الرئيسي

# The list of languages at the top of every page. Each language is named in itself.
common-language =
    .label = اللغة

# Title of the browser's tab.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title = { $page } – { $organisation }

# Title of the browser's tab while the page shows a mistake in what was typed.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title-error = خطأ: { $page } – { $organisation }

# Above the heading of a step.
# $current: which step this is, from 1. $total: how many steps there are.
common-step = الخطوة { $current } من { $total }

# Read to people with a screen reader while something takes a moment, and shown on a button
# that was pressed.
common-wait = لحظة من فضلك…

## Buttons and links

common-try-again = إعادة المحاولة
common-start-over = البدء من جديد
# Ends everything that was begun here. Nothing has been changed.
common-cancel = إلغاء
# Closes a small window and does nothing else.
common-close = إغلاق
# Leads to the first page of the portal.
common-go-home = الانتقال إلى الصفحة الرئيسية

## Errors

# Heading of the box that lists what has to be put right on the page.
common-error-title = توجد مشكلة

# In front of a number that helps the help desk to find out what happened. The number follows.
common-reference = الرقم المرجعي:
# In front of a code that tells the help desk why something was refused, like SSPR_0013. It
# follows. Not a code that somebody types.
common-support-code = رمز الدعم:

## The help desk

# In front of the telephone number, the mail address and so on, at the foot of every page.
common-help-desk = مكتب المساعدة:
# Link to the help desk's own page.
common-help-desk-website = موقع مكتب المساعدة
# Shown where the organisation has not said how to reach its help desk.
common-help-desk-unknown = يُرجى سؤال الجهة المسؤولة عن أجهزة الكمبيوتر في مؤسستك.

## Before the page has started

# Heading, shown if the page could not start. The help desk's number and address follow the text.
common-unavailable-title = نعتذر، تعذّر تشغيل هذه الصفحة
common-unavailable-text = يُرجى تحميل الصفحة مرة أخرى. وإذا لم ينفع ذلك، فيمكنك تجربة متصفح آخر أو جهاز آخر، أو التواصل مع مكتب المساعدة.

# Shown where JavaScript is switched off. The help desk's number and address follow.
common-noscript = تحتاج هذه الصفحة إلى JavaScript. يُرجى تفعيله في المتصفح، أو التواصل مع مكتب المساعدة.

## Demonstration

# Above every page of a portal that was started to try it out.
common-demo-banner = هذه نسخة تجريبية من { -product }. كل ما فيها يبقى على هذا الجهاز.
# Link behind the text above: a page with the e-mails that would have been sent.
common-demo-link = عرض الرسائل

## The time that is left

# Heading of a small window, two minutes before the time is up.
common-time-title = هل يلزمك مزيد من الوقت؟
# $minutes: how many minutes are left, 1 or 2.
common-time-text = حفاظًا على أمانك، ستُغلق هذه الصفحة خلال { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }. لن يضيع شيء عند المتابعة.
# Instead of the text above when the time was already extended as often as is allowed.
# $minutes: how many minutes are left, 1 or 2.
common-time-text-last = ستُغلق هذه الصفحة خلال { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }. لا يمكن إبقاؤها مفتوحة مدة أطول، لكن يمكنك البدء من جديد في أي وقت.
# Button that keeps the page open.
common-time-continue = متابعة
# Button beside it: ends everything that was begun here, not only the small window.
common-time-cancel = التوقف والإلغاء
# Read to people with a screen reader after they pressed the button above.
common-time-extended = أصبح لديك مزيد من الوقت.
