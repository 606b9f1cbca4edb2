### E-mails. They are read in a hurry, often on a phone, and often by people who did not expect them.
### Codes, links, names of accounts and telephone numbers never stand inside a text: they follow it on
### a line of their own.

## A code to reset the password or to unlock the account

# Subject line. The code itself never stands here, because a locked phone shows it.
# $organisation: the organisation’s name. $number: which code it is, from 1; the page
# says the same number, so that people can tell a late e-mail from the newest one.
email-code-subject = { $organisation }：重置密码（第 { $number } 个验证码）
email-code-title = 重置密码
# $organisation: the organisation’s name.
email-code-lead = 您，或某个知道您用户名的人，请求重置您在{ $organisation }的账户密码。
# Subject line, for somebody who only wants to unlock the account. $organisation: the organisation’s name.
# $number: which code it is, from 1.
email-code-unlock-subject = { $organisation }：解锁账户（第 { $number } 个验证码）
email-code-unlock-title = 解锁账户
# $organisation: the organisation’s name.
email-code-unlock-lead = 您，或某个知道您用户名的人，请求解锁您在{ $organisation }的账户。密码保持不变。
# In front of the code, which follows on its own line.
# $number: which code it is, from 1.
email-code-number = 第 { $number } 个验证码：
# $minutes: for how many minutes the code works, counted from when it was sent: the whole duration.
email-code-valid = 请在您开始时的页面上输入验证码。验证码只能使用一次，{ $minutes } 分钟内有效。
# In front of a link or a button, which follows on its own line.
email-code-link-lead = 或者，请在您开始时使用的浏览器中打开此链接：
# The button.
email-code-link = 从开始的地方继续
email-code-not-you = 不是您本人操作？那么您无需做任何事。没有验证码，就不会有任何更改。请勿将验证码告诉任何人，包括服务台。如果一直收到这样的邮件，请告知服务台。

## No code, because this person may not use the portal. They wanted to reset the password or to
## unlock the account; the message does not know which.

# Subject line. $organisation: the organisation’s name.
email-refused-subject = { $organisation }：没有发送验证码
email-refused-title = 没有发送验证码
# $organisation: the organisation’s name.
email-refused-lead = 您，或某个知道您用户名的人，请求获取验证码，以便重新登录您在{ $organisation }的账户。我们没有发送验证码，也没有任何更改。
# The reasons: what happened, then what to do.
email-refused-account-disabled = 您的账户已停用，设置新密码或解锁都无法让您登录。请向服务台询问原因。
email-refused-protected-account = 您的账户受到特别保护，不能使用密码门户。请咨询服务台。
email-refused-reset-disabled = 您的单位已关闭密码门户。服务台可以帮助您重新登录账户。
email-refused-not-in-scope = 您的单位没有为您的账户开通密码门户。服务台可以帮助您重新登录账户。
email-refused-administrators-excluded = 您是管理员，管理员不能使用密码门户。请咨询服务台或其他管理员。
email-refused-too-few-methods = 已设置的身份验证方式不够。服务台可以帮助您重新登录账户。之后请再设置一种方式，下次您就可以自己解决。
email-refused-not-you = 不是您本人操作？那么您无需做任何事。您每天最多收到一封这样的邮件。

## The password was reset

# Subject line. $organisation: the organisation’s name.
email-reset-subject = { $organisation }：您的密码已重置
email-reset-title = 您的密码已重置
# $organisation: the organisation’s name.
email-reset-lead = 您在{ $organisation }的账户已设置新密码。
email-reset-you = 是您本人操作？那么您在这里无需做任何事。请在收取您邮件的手机和程序中输入新密码。
email-reset-not-you = 不是您本人操作？请立即联系服务台。可能有其他人进入了您的账户。

## The account was unlocked

# Subject line. $organisation: the organisation’s name.
email-unlock-subject = { $organisation }：您的账户已解锁
email-unlock-title = 您的账户已解锁
# $organisation: the organisation’s name.
email-unlock-lead = 您在{ $organisation }的账户之前已锁定，现在已解锁。密码与之前相同。
email-unlock-you = 是您本人操作？那么您在这里无需做任何事。如果您设备上的程序仍在使用旧密码，您的账户可能会再次被锁定：请在那里输入正确的密码。
email-unlock-not-you = 不是您本人操作？请立即联系服务台。可能有其他人正试图进入您的账户。

## Told to administrators

# Subject line. $organisation: the organisation’s name.
email-administrator-subject = { $organisation }：管理员的密码已重置
email-administrator-title = 管理员的密码已重置
# $organisation: the organisation’s name.
email-administrator-lead = { $organisation }的一位管理员重置了自己的密码。您收到此邮件，是因为您也是管理员。
# In front of the administrator's user name, which follows on its own line.
email-administrator-name = 管理员：
email-administrator-not-expected = 请当面或打电话向这位同事确认是否为其本人操作。如果不是，请立即联系服务台。

## In several messages

# In front of the day and time at which something happened.
email-when = 时间：
# The same moment twice. $local: day and time where the reader is. $utc: day and time in universal time.
email-when-both = { $local }（{ $utc }）

## At the end of every message

# Heading of how the help desk can be reached.
email-help-desk = 服务台
# In front of a telephone number.
email-help-desk-phone = 电话：
# In front of a mail address.
email-help-desk-email = 邮箱：
# In front of the address of a page.
email-help-desk-link = 网站：
# In front of the hours at which the help desk can be reached.
email-help-desk-hours = 服务时间：
# Where the organisation has not said how to reach its help desk.
email-help-desk-unknown = 请咨询您单位里负责管理电脑的人员。
# The last line. $organisation: the organisation’s name.
email-sent-by = 此邮件由{ $organisation }的密码门户自动发送。
