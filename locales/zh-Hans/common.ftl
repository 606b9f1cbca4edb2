### Texts that stand on every page: the frame around a step, the help desk, the time that is left.
###
### Chinese, simplified, as in mainland China. The reader is 您. Full-width punctuation and “”. A space
### stands between Chinese and Latin letters or digits in the text; none around { $organisation },
### which may be Chinese. One message is one line: a line break would show as a space.
###
### One word for one thing:
###   account = 账户
###   administrator = 管理员
###   authenticator app = 身份验证器应用
###   browser = 浏览器
###   cancel = 取消
###   character = 字符
###   code 2, code number 2 = 第 2 个验证码
###   code = 验证码
###   contact = 联系
###   continue, go on = 继续
###   device = 设备
###   digit = 位, 数字
###   directory = 目录
###   e-mail = 邮件; address: 邮箱地址; mailbox: 邮箱
###   e-mail address for recovery = 备用邮箱地址
###   get back into an account = 重新登录账户
###   help desk = 服务台
###   link = 链接
###   locked, unlock = 已锁定, 解锁
###   message, an e-mail = 消息 (in mails: 邮件)
###   mobile number = 手机号码
###   no longer works = 已失效
###   organisation = 单位
###   password = 密码
###   portal = 门户
###   prove that it is you = 验证身份
###   reference = 参考编号
###   registered = 登记的
###   reset = 重置
###   send another code = 获取新验证码
###   service = 服务
###   set a password = 设置
###   set up = 设置的
###   sign in, sign out = 登录, 退出登录
###   start again, start over = 重新开始
###   start page = 首页
###   step = 步
###   support code = 支持代码
###   switched off = 已停用 (an account), 已关闭 (a function)
###   tab = 标签页
###   text message = 短信
###   try again = 重试
###   user name = 用户名
###   way, method = 方式
###   work e-mail = 工作邮箱地址

## The frame

# First link of every page, seen only when somebody moves to it with the keyboard.
common-skip-link = 跳转到主要内容

# The list of languages at the top of every page. Each language is named in itself.
common-language =
    .label = 语言

# Title of the browser's tab.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title = { $page } – { $organisation }

# Title of the browser's tab while the page shows a mistake in what was typed.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title-error = 错误：{ $page } – { $organisation }

# Above the heading of a step.
# $current: which step this is, from 1. $total: how many steps there are.
common-step = 第 { $current } 步，共 { $total } 步

# Read to people with a screen reader while something takes a moment, and shown on a button
# that was pressed.
common-wait = 请稍候…

## Buttons and links

common-try-again = 重试
common-start-over = 重新开始
# Ends everything that was begun here. Nothing has been changed.
common-cancel = 取消
# Closes a small window and does nothing else.
common-close = 关闭
# Leads to the first page of the portal.
common-go-home = 前往首页

## Errors

# Heading of the box that lists what has to be put right on the page.
common-error-title = 出现问题

# In front of a number that helps the help desk to find out what happened. The number follows.
common-reference = 参考编号：
# In front of a code that tells the help desk why something was refused, like SSPR_0013. It
# follows. Not a code that somebody types.
common-support-code = 支持代码：

## The help desk

# In front of the telephone number, the mail address and so on, at the foot of every page.
common-help-desk = 服务台：
# Link to the help desk's own page.
common-help-desk-website = 服务台网站
# Shown where the organisation has not said how to reach its help desk.
common-help-desk-unknown = 请咨询您单位里负责管理电脑的人员。

## Before the page has started

# Heading, shown if the page could not start. The help desk's number and address follow the text.
common-unavailable-title = 抱歉，无法打开此页面
common-unavailable-text = 请重新加载页面。如果仍然不行，请换一个浏览器或换一台设备再试，或联系服务台。

# Shown where JavaScript is switched off. The help desk's number and address follow.
common-noscript = 此页面需要 JavaScript。请在浏览器中启用 JavaScript，或联系服务台。

## Demonstration

# Above every page of a portal that was started to try it out.
common-demo-banner = 这是 { -product } 的演示。任何内容都不会离开这台电脑。
# Link behind the text above: a page with the e-mails that would have been sent.
common-demo-link = 查看消息

## The time that is left

# Heading of a small window, two minutes before the time is up.
common-time-title = 您需要更多时间吗？
# $minutes: how many minutes are left, 1 or 2.
common-time-text = 为了您的安全，此页面将在 { $minutes } 分钟后关闭。选择继续，任何内容都不会丢失。
# Instead of the text above when the time was already extended as often as is allowed.
# $minutes: how many minutes are left, 1 or 2.
common-time-text-last = 此页面将在 { $minutes } 分钟后关闭。时间无法再延长，但您可以随时重新开始。
# Button that keeps the page open.
common-time-continue = 继续
# Button beside it: ends everything that was begun here, not only the small window.
common-time-cancel = 停止并取消
# Read to people with a screen reader after they pressed the button above.
common-time-extended = 时间已延长。
