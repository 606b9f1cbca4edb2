### The page /demo of a portal that was started to try it out. It stands in for the mailbox, the
### telephone and the calendar of the people in the demonstration.

demo-title = デモ
demo-lead = ここでの内容がこのコンピューターの外に出ることはありません。送信されるはずのメッセージは、ここに表示されます。
# Link to the first page of the portal.
demo-to-portal = ポータルを開く
# Link that loads the page again, to see what is new.
demo-reload = 再読み込み

## Messages

demo-messages-title = メッセージ
# Shown instead of the list while it is empty. An account's name follows on its own.
demo-messages-empty = まだ何も送信されていません。次のアカウントで再設定を始めてください：
# Heading of a text message among the messages; mails have their subject line there.
demo-message-text = SMS
# In front of the address or number that the message went to.
demo-message-to = 宛先：
# Links below a message.
demo-message-link = メッセージのリンクを開く
demo-message-html = HTML版
# Button.
demo-messages-clear = すべてのメッセージを削除

## Codes of authenticator apps

demo-codes-title = 認証アプリの確認コード
# Headings of the columns.
demo-codes-account = アカウント
demo-codes-code = 確認コード
demo-codes-left = 残りの秒数

## The clock

demo-clock-title = 時計
# In front of day and time.
demo-clock-now = ポータルの現在日時：
# $minutes: by how many minutes the portal's clock is ahead, a formatted number.
demo-clock-ahead = 実際の時刻より進んでいる分数：{ $minutes }
demo-clock-real = これは実際の時刻です。
# The field.
demo-clock-minutes =
    .label = 進める分数
# Buttons.
demo-clock-move = 時計を進める
demo-clock-back = 実際の時刻に戻す
# Shown when the number cannot be used.
demo-clock-unusable = 分数を整数で入力してください。最大で10年分です

## Try a password

demo-try-title = パスワードを試す
demo-try-lead = ログインした場合の結果を表示します。何も変更されません。
# The fields.
demo-try-account =
    .label = ユーザー名
demo-try-password =
    .label = パスワード
# Button.
demo-try-submit = 試す
# What a sign-in would say.
demo-try-right = このパスワードでアカウントにログインできます。
demo-try-must-change = このパスワードは正しいですが、すぐに変更する必要があります。
demo-try-wrong = このパスワードではアカウントにログインできません。
demo-try-locked = アカウントはロックされています。
demo-try-disabled = アカウントは無効になっています。
demo-try-unavailable = ディレクトリに接続できません。

## The accounts

demo-accounts-title = アカウント
# The password follows on its own.
demo-accounts-password = 変更するまでの全員のパスワード：
# Headings of the columns.
demo-accounts-account = アカウント
demo-accounts-recovery = 再設定用メールアドレス
demo-accounts-shows = 確認できる内容
# Instead of an address.
demo-accounts-none = なし
# What each account shows.
demo-account-ada = 2つの方法で本人確認をする通常の再設定
demo-account-bo = 本人確認の方法が足りない
demo-account-cleo = このアカウントでは再設定を利用できない
demo-account-dai = 管理者：必ず2つの方法で本人確認をする
demo-account-eli = ディレクトリでロックされている
demo-account-fay = 何も登録していない
demo-account-gus = ディレクトリで無効になっている
demo-account-hana = アラビア語を使用：ページとメッセージは右から左に表示
demo-account-ivo = 登録内容を最後に確認したのは200日前
demo-account-jun = ヘルプデスク
demo-account-kim = 別の管理者が再設定したときに知らせを受ける管理者
