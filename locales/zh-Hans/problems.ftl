### What can go wrong. A problem is shown above the form or as a page of its own.

## Headings of pages

problem-page-title = 抱歉，出现问题
problem-offline-title = 您似乎没有连接网络
problem-not-found-title = 找不到页面
problem-not-found-lead = 如果地址是您输入的，请检查是否正确。否则，请从首页开始。

## Connection

problem-offline = 无法连接到服务器。请检查您的网络连接，然后重试。您之前完成的内容已保留。
problem-timeout = 服务器太久没有响应。请重试。您之前完成的内容已保留。

## Refusals of the server

# Something that should not happen between page and server. A reference follows.
problem-unexpected = 我们这边出了问题。请重试。如果再次出现，请联系服务台，并提供参考编号。
problem-internal = 我们这边出了问题，并已记录下来。请过几分钟重试，或联系服务台，并提供参考编号。
problem-not-found = 此页面已过期。请重新加载。
problem-cross-site-request = 您的浏览器没有表明您正在使用此门户。请重新加载页面，或换一个浏览器再试。
# The small calculation that keeps robots away was not accepted.
problem-proof-of-work-failed = 我们无法确认操作者不是机器人。请重试。
# The browser cannot do the small calculation that keeps robots away.
problem-proof-of-work-unsupported = 您的浏览器无法完成用于阻止机器人的检查。请用 https 打开此页面，或换一个浏览器再试。
problem-flow-missing = 找不到您之前开始的操作。请重新开始。
problem-flow-mismatch = 您已在另一个标签页中继续。
problem-session-expired = 时间已到。请重新开始。
problem-challenge-failed = 验证码不正确。请检查后重试。
problem-challenge-missing = 此验证码已失效。请获取新验证码。
problem-challenge-exhausted = 输入错误验证码的次数过多。请获取新验证码。
problem-too-many-attempts = 输入错误验证码的次数过多。
# $seconds: how many seconds to wait.
problem-rate-limited = 操作太快了。请在 { $seconds } 秒后重试。
problem-method-not-allowed = 这里不提供此方式。请选择其他方式。
problem-step-out-of-order = 之前的页面已过期。现在显示的是您当前的步骤。
problem-password-rejected = 此密码无法使用。
# A new password or the unlocking of the account.
problem-password-write-unknown = 目前还不知道是否已完成更改。
problem-no-more-time = 此页面的时间无法再延长。
# $seconds: how many seconds to wait.
problem-directory-unavailable = 目前无法连接管理密码的系统。没有任何更改。请在 { $seconds } 秒后重试，或联系服务台。
# A support code follows.
problem-directory-misconfigured = 管理密码的系统没有正确设置。没有任何更改，重试也无法解决。请联系服务台。
# $seconds: how many seconds to wait.
problem-busy = 目前使用的人很多。请在 { $seconds } 秒后重试。

## What is wrong with a new password

# $min: how many characters a password needs.
violation-password-too-short = 密码至少需要 { $min } 个字符
# $max: how many characters a password may have.
violation-password-too-long = 密码最多只能有 { $max } 个字符
violation-password-common = 使用此密码的人很多，容易被猜到。请换一个密码
violation-password-easily-guessed = 此密码用的词太少，或者用的词容易被猜到。请再加上几个互不相关的词
# The word that was found is never named.
violation-password-banned-term = 您的单位不允许使用此密码中的某个词。请换用其他词
# $required: how many of the four kinds a password needs, 3.
violation-password-too-few-kinds = 密码至少需要包含以下字符中的 { $required } 种：小写字母、大写字母、数字、其他字符
violation-password-contains-name = 密码不能包含您的姓名或用户名
violation-password-contains-organisation = 密码不能包含单位名称
violation-password-control-character = 密码中有在某些地方无法输入的字符。请不要使用制表符和换行符
violation-password-reused = 您以前用过此密码。请换一个新的密码
violation-password-changed-too-recently = 您的密码刚更改不久，现在还不能再次更改。请稍后重试，或联系服务台
# A rule of the system that keeps the passwords. $min: how many characters it asks for.
violation-password-too-short-for-directory = 管理密码的系统要求至少 { $min } 个字符
# A rule of the system that keeps the passwords.
violation-password-directory-complexity = 管理密码的系统要求密码包含多种字符，例如大写字母和数字，并且不能包含您的用户名
violation-password-directory-policy = 您的单位不接受此密码。请换一个更长、包含多种字符的密码

## What is wrong with a field

violation-field-empty = 请填写此项
# $max: how many characters are allowed.
violation-field-too-long = 内容太长。最多 { $max } 个字符
violation-field-unusable-characters = 内容中有此处不能使用的字符
violation-field-not-an-address = 请按常用格式输入邮箱地址，例如 name@example.com
# $example: a telephone number as an example, in one piece.
violation-field-not-a-phone-number = 请输入完整的手机号码，并加上国家/地区代码，例如 { $example }
# Shown only on portals that explain everything, where only colleagues can reach them.
violation-field-not-registered = 这与您账户登记的信息不一致。请检查，或选择其他方式
# $digits: how many digits a code has.
violation-field-not-a-code = 验证码为 { $digits } 位数字
