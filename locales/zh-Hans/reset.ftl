### Setting a new password without knowing the old one, or unlocking the account: one screen per
### step.

## Beside every step, on wide screens only

reset-companion-title = 大约两分钟，即可重新登录
# $ways: how many different proofs the organisation asks for, 1 or 2.
reset-companion-text = 您只需用之前设置的 { $ways } 种方式验证身份。服务台的任何人都不需要知道您的密码。

## Step 1: which account

reset-identify-title = 您要重新登录哪个账户？
reset-identify-lead = 我们会先请您证明这是您本人的账户，然后您就可以设置新密码。
# The field.
reset-identify-user =
    .label = 用户名或工作邮箱地址
# Shown when nothing was typed.
reset-identify-user-missing = 请输入您的用户名或工作邮箱地址
reset-identify-continue = 继续
# Read to people with a screen reader, and shown on the button, while the browser solves a small
# calculation that keeps robots away. It takes a second or two.
reset-identify-checking = 正在确认操作者不是机器人…

## Unlocking instead of a new password: the first step

# Link under the form above, for people who were locked out after too many wrong passwords.
reset-unlock-instead = 我知道密码，但账户已锁定
# Heading of the page behind that link. It has the same field and button as the form above.
reset-unlock-start-title = 哪个账户已锁定？
reset-unlock-start-lead = 我们会先请您证明这是您本人的账户，然后为您解锁。您的密码保持不变。
# Link under the form on that page: back to choosing a new password.
reset-unlock-forgot = 我忘记了密码

## A reset or an unlocking was begun already in this browser

reset-resume-title = 您之前已经开始
reset-resume-lead = 您可以从上次停下的地方继续，也可以换一个账户重新开始。
# Button. The user name or e-mail address that was typed follows these words.
reset-resume-continue = 继续使用此账户：

## Choosing a method

# Heading before the first proof.
reset-method-title = 您想用哪种方式验证身份？
# Under the heading before the first proof. The choices are the same for everybody.
reset-method-lead = 请选择您之前设置的方式。这里的选项对所有人都一样。
# Instead of the text above on portals that explain everything: the choices are the person’s own.
reset-method-lead-own = 以下是您设置的方式。
# Heading when a second proof is needed.
reset-method-title-next = 请再用一种方式验证身份
# Under the heading when a second proof is needed.
reset-method-lead-next = 验证成功。以下是您设置的其他方式。
# Names of methods, as buttons. The hint stands under the name.
reset-method-email = 通过邮件接收验证码
    .hint = 发送到您登记的备用邮箱地址
reset-method-sms = 通过短信接收验证码
    .hint = 发送到您登记的手机号码
reset-method-authenticator = 使用身份验证器应用
    .hint = 输入应用中显示的验证码
# Link to the help desk, for people who can use none of the methods.
reset-method-help = 这些方式我都无法使用
# Shown instead of the choices when there are none.
reset-method-none = 没有其他可用于验证身份的方式。服务台可以帮助您。

## Typing the address that gets the code

reset-email-title = 验证码发送到哪里？
reset-email-lead = 请输入完整的邮箱地址，必须与您登记的完全一致。只有一致时，我们才会发送验证码。
# The field.
reset-email-target =
    .label = 备用邮箱地址
    .hint = 不是您现在打不开的那个邮箱
# Shown when nothing was typed.
reset-email-target-missing = 请输入您登记的备用邮箱地址
reset-email-send = 发送验证码

# Under the hint of the field, only on portals that explain everything; also for numbers.
# $target: an address or a number with most of its characters replaced by dots.
reset-target-looks = 登记的信息类似：{ $target }

## Typing the number that gets the code

reset-sms-title = 短信发送到哪里？
reset-sms-lead = 请输入您登记的完整号码。只有一致时，我们才会发送短信。
# The field. $example: a telephone number as an example, in one piece.
reset-sms-target =
    .label = 手机号码
    .hint = 请加上国家/地区代码，例如 { $example }。如果号码与您的单位在同一个国家或地区，也可以按当地拨打的方式输入。
# Shown when nothing was typed.
reset-sms-target-missing = 请输入您登记的手机号码
reset-sms-send = 发送短信

## Typing the code that was sent

# Heading when it was sent by e-mail.
reset-code-title = 请查收邮件
# In front of the address that was typed. It follows these words.
# $number: which code it is, from 1; the e-mail says the same number.
reset-code-sent = 如果您登记过此地址，第 { $number } 个验证码正在发送到：
# Link beside the address or number: type another one.
reset-code-change = 更改
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-valid = 验证码还有 { $minutes } 分钟有效。您也可以在此浏览器中打开邮件里的链接。
# Instead of the text above when the time of the code is over.
reset-code-over = 此验证码已过期。请获取新验证码。
# The field.
reset-code-field =
    .label = 验证码
# Under the label of the field. $digits: how many digits a code has, 6 to 10.
# $number: which code it is, from 1; the message says the same number.
reset-code-hint = 请输入第 { $number } 个验证码的 { $digits } 位数字。有没有空格都可以。
# Shown when nothing was typed.
reset-code-missing = 请输入验证码
reset-code-continue = 继续
# Shown after half a minute.
reset-code-exact = 还没有收到？只有您输入的内容与登记的完全一致时，我们才会发送。
# Shown when several codes were asked for and none was typed.
reset-code-many = 收不到验证码？换一种方式可能更快。
# Opens the list of reasons.
reset-code-why = 为什么收不到验证码？
# The reasons, for an e-mail.
reset-code-why-slow = 邮件可能需要几分钟才能送达。请同时查看垃圾邮件文件夹。
reset-code-why-address = 输入的地址可能与您登记的备用邮箱地址不完全一致。
reset-code-why-account = 您开始时输入的用户名可能有误，或者该账户可能不能使用此门户。
reset-code-why-mailbox = 我们不会把验证码发送到要用遗忘的密码才能打开的邮箱。如果您没有登记其他地址，请联系服务台。
# Heading when the code was sent as a text message.
reset-code-sms-title = 请查看手机
# In front of the number that was typed. It follows these words.
# $number: which code it is, from 1; the text message says the same number.
reset-code-sms-sent = 如果您登记过此号码，第 { $number } 个验证码正在发送到：
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-sms-valid = 验证码还有 { $minutes } 分钟有效。
# The reasons, for a text message.
reset-code-sms-why-signal = 手机可能没有信号或已关机，或者网络较慢。短信可能需要一两分钟才能送达。
reset-code-sms-why-number = 输入的号码可能与您登记的不完全一致。请检查每一位数字和国家/地区代码。
reset-code-sms-why-blocked = 手机或运营商可能拦截了陌生发送方的短信。
# Said when somebody comes back to the page of the code after the code has ended.
reset-code-ended = 之前发送的验证码已失效。请获取新验证码，或选择其他方式。
# Button.
reset-code-resend = 获取新验证码
# The same button while it is too early. It can be reached but does nothing yet.
# $seconds: how many seconds are left.
reset-code-resend-wait = 获取新验证码（{ $seconds } 秒后可用）
# Read to people with a screen reader, and shown. $number: which code it is.
reset-code-resent = 如果您输入的内容一致，您将收到第 { $number } 个验证码。之前的验证码已失效。
# Read to people with a screen reader when the waiting time is over.
reset-code-resend-ready = 现在可以获取新验证码了。
# Link to the other methods.
reset-code-other = 使用其他方式
# Link to the help desk.
reset-code-help = 我需要帮助

## Typing the code of an authenticator app

reset-authenticator-title = 请输入身份验证器应用中的验证码
reset-authenticator-lead = 请在手机或电脑上打开该应用，找到此单位的验证码。验证码每 30 秒更换一次。
# The field.
reset-authenticator-field =
    .label = 验证码
    .hint = 6 位数字。有没有空格都可以。

## Choosing the new password

reset-password-title = 请设置新密码
reset-password-lead = 把三四个互不相关的词组合起来，容易记住，又不容易被猜到。
# The rules, a list above the field.
# $min: how many characters the password needs, 8 to 64.
reset-password-rule-length = 至少 { $min } 个字符
# $max: how many characters the password may have, 64 to 256.
reset-password-rule-maximum = 最多 { $max } 个字符
reset-password-rule-name = 不包含您的姓名、用户名或单位名称
# $required: how many of the four kinds the password needs, 3.
reset-password-rule-kinds = 至少包含以下字符中的 { $required } 种：小写字母、大写字母、数字、其他字符
# This rule is checked only after the button is pressed.
reset-password-rule-common = 不容易被猜到（继续时由我们检查）
# Read to people with a screen reader after a rule that the typed password keeps.
reset-password-rule-met = 已符合
# Read to people with a screen reader after a rule that the typed password breaks.
reset-password-rule-broken = 尚未符合
# The field.
reset-password-field =
    .label = 新密码
# Button beside the field that makes the password readable. It is pressed or not. The label is
# what a screen reader says, and should contain the word on the button.
reset-password-show = 显示
    .label = 显示密码
# Names the account for programs that keep passwords. Not seen.
reset-password-account =
    .label = 账户
# Shown when nothing was typed.
reset-password-missing = 请输入新密码
reset-password-save = 设置新密码

## Unlocking the account

# Heading of the last step: everything is proven, only the word is missing.
reset-unlock-title = 请解锁您的账户
reset-unlock-lead = 您的身份已验证。由于多次输入错误密码，您的账户已锁定。
reset-unlock-next = 选择继续后，账户将解锁，您的密码保持不变。您可以立即用此密码登录。
# Button.
reset-unlock-submit = 解锁账户
# Shown when it did not work after all.
reset-unlock-failed = 无法解锁账户。请重试，或联系服务台。
# Heading when there is nothing to unlock.
reset-unlock-open-title = 您的账户没有锁定
reset-unlock-open-lead = 解锁没有作用。如果您确定密码正确，请关闭此页面，然后重新登录；请注意字母大小写和键盘的语言。
reset-unlock-open-next = 如果您不确定密码，请设置新密码。您无需再次验证身份。
# Button.
reset-unlock-open-submit = 改为设置新密码

## Waiting for the directory

reset-writing-title = 正在设置您的新密码
reset-writing-lead = 这次用的时间比平时长。请不要关闭此页面，一有结果就会在这里告诉您。即使关闭，也不会丢失任何内容。
# Shown when it has been taking very long.
reset-writing-long = 目前还不知道新密码是否可用。请过几分钟用新密码登录试试，或联系服务台。

# The same while an account is being unlocked.
reset-unlock-writing-title = 正在解锁您的账户
reset-unlock-writing-long = 目前还不知道您的账户是否已解锁。请过几分钟登录试试，或联系服务台。

## Done

reset-done-title = 您的新密码已设置
reset-done-lead = 现在可以用新密码登录了。
# Shown when the account had been locked after too many wrong passwords.
reset-done-unlocked = 您的账户之前已锁定，现在已解锁。
# Heading of what to do next.
reset-done-next = 接下来
reset-done-sign-in = 您已在所有地方退出登录。请在需要的地方重新登录。
reset-done-devices = 收取您邮件的手机和程序也需要使用新密码。请尽快在那里更改，否则您的账户可能会被锁定。
# Shown when the person is told by e-mail.
reset-done-notified = 我们已给您发送邮件，告知您的密码已更改。
# The same after unlocking.
reset-unlock-done-title = 您的账户已解锁
reset-unlock-done-lead = 现在可以重新登录了。您的密码没有更改。
reset-unlock-done-devices = 仍在使用旧密码的手机和程序可能会使您的账户再次被锁定。请在那里输入正确的密码。
# Shown when the person is told by e-mail.
reset-unlock-done-notified = 我们已给您发送邮件，告知您的账户已解锁。
# After either.
reset-done-not-you = 如果发现任何异常，请立即联系服务台。

## Opening the link of an e-mail

# While it is being found out where the link was opened.
reset-link-checking-title = 正在检查您的链接
# In the browser in which it was begun.
reset-link-here-title = 您的链接有效
reset-link-here-lead = 请选择“{ reset-link-continue }”，在这里继续。您无需输入验证码。
reset-link-continue = 继续
# The link is too old, was used already, or a newer e-mail replaced it.
reset-link-spent-title = 此链接已失效
reset-link-spent-lead = 每个链接只能使用一次，有效期只有几分钟；收到新邮件后，旧链接也会失效。您可以获取新验证码。
# Button.
reset-link-spent-again = 从上次停下的地方继续
# In another browser or on another device than the one where it was begun.
reset-link-elsewhere-title = 请回到您开始时的页面
reset-link-elsewhere-lead = 您在另一个浏览器或另一台设备上打开了链接。请回到您开始时的页面，在那里输入邮件中的验证码。验证码仍然有效。
# Link: begin anew in this browser.
reset-link-elsewhere-start = 在这里重新开始
# The address of the page has no link in it.
reset-link-missing-title = 链接不完整
reset-link-missing-lead = 请再次打开邮件中的链接，或在您开始时的页面上输入验证码。

## Ends without a new password

reset-expired-title = 时间已到
reset-expired-lead = 为了您的安全，操作必须在几分钟内完成。您的密码没有更改。您可以重新开始。
reset-cancelled-title = 您已取消
reset-cancelled-lead = 您的密码没有更改。您可以关闭此页面，也可以重新开始。
reset-exhausted-title = 尝试次数过多
reset-exhausted-lead = 输入错误验证码的次数过多。您的密码没有更改。您可以重新开始，或联系服务台。

# The help desk's page inside the reset.
reset-help-title = 联系服务台
reset-help-lead = 服务台可以核实您的身份，帮助您重新登录账户。他们绝不需要知道您的密码。
# Button: back to the step from which somebody came.
reset-help-back = 返回刚才的页面

## Somebody may not go on. Said after a proof, or from the start on portals that explain everything

reset-refused-title = 您无法在这里重置此密码
# The same when the account was to be unlocked.
reset-refused-title-unlock = 您无法在这里解锁此账户
# The same when no account has the name that was typed.
reset-refused-title-unknown = 无法核实此账户
# Under one of the reasons below.
reset-refused-next = 服务台可以告诉您更多情况。您的密码没有更改。
# Instead of the text above, when the name may have been mistyped.
reset-refused-next-unknown = 请检查名称并重新输入。如果名称正确，服务台可以告诉您更多情况。
# Instead, when too few ways were set up.
reset-refused-next-methods = 服务台可以帮助您重新登录账户。之后请设置更多方式，下次您就可以自己解决。您的密码没有更改。
# Instead, when somebody has to be let in.
reset-refused-next-access = 请联系服务台，为您的账户开通此服务。您的密码没有更改。
# Button: back to the first step, where the name stands in the field.
reset-refused-type-again = 重新输入
# The reasons. They stand under each of the headings: somebody wanted a new password or only to
# unlock the account.
reset-refused-account-disabled = 此账户已停用。
reset-refused-reset-disabled = 您的单位已关闭此服务。
reset-refused-not-in-scope = 您的单位没有为此账户开通此服务。
reset-refused-too-few-methods = 您的安全信息不完整：已设置的身份验证方式不够。
reset-refused-administrators-excluded = 管理员不能使用此服务。
reset-refused-protected-account = 此账户受到特别保护，不能在这里更改。
reset-refused-account-unknown = 这里没有使用您所输入名称的账户，或者该账户属于其他单位。
reset-refused-no-policy = 您的单位没有为此账户启用足够的身份验证方式。
# The organisation pays for the service for some people only.
reset-refused-not-entitled = 此账户不包含此服务。
reset-refused-writeback-off = 您的单位没有启用在这里更改此账户所需的全部功能。

## Another tab

# It went on in another tab of the same browser.
reset-other-tab-title = 您已在另一个标签页中继续
reset-other-tab-lead = 此页面不再是最新的。请在另一个标签页中继续，或在这里继续。
# Button.
reset-other-tab-continue = 在这里继续
