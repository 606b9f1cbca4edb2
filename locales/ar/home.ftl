### The first page of the portal.

# Heading.
home-title = العودة إلى حسابك
# Under the heading.
# $organisation: the organisation’s name.
home-lead = إذا تعذّر عليك تسجيل الدخول لدى { $organisation }، فيمكنك تعيين كلمة مرور جديدة هنا. يستغرق ذلك نحو دقيقتين، وهو متاح في أي ساعة.
# Button that leads to the first step.
home-reset = إعادة تعيين كلمة المرور
# Under the button: what one needs.
home-reset-hint = يلزمك ما سبق لك إعداده لإثبات هويتك، مثل بريد إلكتروني مخصّص للاسترداد أو تطبيق مصادقة.
# Button under it: for people who know their password but were locked out.
home-unlock = إلغاء قفل حسابي
# Under that button: for whom it is.
home-unlock-hint = إذا كانت كلمة المرور معروفة لديك، لكن حسابك أُقفل بعد محاولات خاطئة كثيرة.
