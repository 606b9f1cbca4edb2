### The page /demo of a portal that was started to try it out. It stands in for the mailbox, the
### telephone and the calendar of the people in the demonstration.

demo-title = 演示
demo-lead = 这里的任何内容都不会离开这台电脑。原本要发送的消息会显示在这里。
# Link to the first page of the portal.
demo-to-portal = 打开门户
# Link that loads the page again, to see what is new.
demo-reload = 重新加载

## Messages

demo-messages-title = 消息
# Shown instead of the list while it is empty. An account's name follows on its own.
demo-messages-empty = 还没有发送任何消息。请用此账户开始重置：
# Heading of a text message among the messages; mails have their subject line there.
demo-message-text = 短信
# In front of the address or number that the message went to.
demo-message-to = 收件人：
# Links below a message.
demo-message-link = 打开消息中的链接
demo-message-html = HTML 版本
# Button.
demo-messages-clear = 删除所有消息

## Codes of authenticator apps

demo-codes-title = 身份验证器应用的验证码
# Headings of the columns.
demo-codes-account = 账户
demo-codes-code = 验证码
demo-codes-left = 剩余秒数

## The clock

demo-clock-title = 时钟
# In front of day and time.
demo-clock-now = 门户当前使用的时间：
# $minutes: by how many minutes the portal's clock is ahead, a formatted number.
demo-clock-ahead = 比实际时间快的分钟数：{ $minutes }
demo-clock-real = 这是实际时间。
# The field.
demo-clock-minutes =
    .label = 要调快的分钟数
# Buttons.
demo-clock-move = 调快时钟
demo-clock-back = 恢复实际时间
# Shown when the number cannot be used.
demo-clock-unusable = 请输入整数分钟数，最多十年

## Try a password

demo-try-title = 试用密码
demo-try-lead = 显示用此密码登录的结果，不会更改任何内容。
# The fields.
demo-try-account =
    .label = 用户名
demo-try-password =
    .label = 密码
# Button.
demo-try-submit = 试用
# What a sign-in would say.
demo-try-right = 此密码可以登录该账户。
demo-try-must-change = 此密码正确，但必须立即更改。
demo-try-wrong = 此密码无法登录该账户。
demo-try-locked = 该账户已锁定。
demo-try-disabled = 该账户已停用。
demo-try-unavailable = 无法连接目录。

## The accounts

demo-accounts-title = 账户
# The password follows on its own.
demo-accounts-password = 所有账户的密码（更改之前）：
# Headings of the columns.
demo-accounts-account = 账户
demo-accounts-recovery = 备用邮箱地址
demo-accounts-shows = 演示内容
# Instead of an address.
demo-accounts-none = 无
# What each account shows.
demo-account-ada = 需要两种验证方式的普通重置
demo-account-bo = 身份验证方式不够
demo-account-cleo = 此账户没有开通重置功能
demo-account-dai = 管理员：始终需要两种验证方式
demo-account-eli = 在目录中已锁定
demo-account-fay = 没有登记任何信息
demo-account-gus = 在目录中已停用
demo-account-hana = 使用阿拉伯语：页面和消息从右到左显示
demo-account-ivo = 上次确认登记信息是在 200 天前
demo-account-jun = 服务台
demo-account-kim = 其他管理员重置密码时会收到通知的管理员
