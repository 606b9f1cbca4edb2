### The first page of the portal.

# Heading.
home-title = アカウントを再び使えるようにする
# Under the heading.
# $organisation: the organisation’s name.
home-lead = { $organisation }のアカウントにログインできない場合は、ここで新しいパスワードを設定できます。2分ほどで終わり、いつでも利用できます。
# Button that leads to the first step.
home-reset = パスワードを再設定
# Under the button: what one needs.
home-reset-hint = 本人確認のために、事前に設定した再設定用メールアドレスまたは認証アプリが必要です。
