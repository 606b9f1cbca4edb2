### The first page of the portal.

# Heading.
home-title = 重新登录您的账户
# Under the heading.
# $organisation: the organisation’s name.
home-lead = 如果您无法登录{ $organisation }的账户，可以在这里设置新密码。大约需要两分钟，全天可用。
# Button that leads to the first step.
home-reset = 重置密码
# Under the button: what one needs.
home-reset-hint = 您需要用之前设置好的方式验证身份，例如备用邮箱地址或身份验证器应用。
# Button under it: for people who know their password but were locked out.
home-unlock = 解锁账户
# Under that button: for whom it is.
home-unlock-hint = 如果您知道密码，但因多次输错导致账户被锁定，请选择此项。
