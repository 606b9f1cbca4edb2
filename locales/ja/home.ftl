### The first page of the portal.

# Heading.
home-title = アカウントを再び使えるようにする
# Under the heading.
# $organisation: the organisation’s name.
home-lead = { $organisation }のアカウントにログインできない場合は、ここで新しいパスワードを設定できます。2分ほどで終わり、いつでも利用できます。
# Button that leads to the first step.
home-reset = パスワードを再設定
# Under the button: what one needs.
home-reset-hint = 本人確認のために、事前に設定した方法（再設定用メールアドレス、認証アプリなど）が必要です。
# Button under it: for people who know their password but were locked out.
home-unlock = アカウントのロックを解除
# Under that button: for whom it is.
home-unlock-hint = パスワードはわかっているが、何度も間違えてアカウントがロックされた場合に使います。
