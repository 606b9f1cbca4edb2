### Texts that stand on every page: the frame around a step, the help desk, the time that is left.
###
### Japanese. Polite style (です・ます); headings of steps are questions or requests, buttons are short
### (続ける, キャンセル). No あなた: the reader is ご本人, or is not named. Full-width punctuation and
### 「」; no spaces between Japanese and Latin letters or digits; long vowels are written
### (ブラウザー, ユーザー, サーバー). One message is one line: a line break would show as a space.
###
### One word for one thing:
###   account = アカウント
###   administrator = 管理者
###   authenticator app = 認証アプリ
###   browser = ブラウザー
###   cancel = キャンセル
###   character = 文字
###   code 2, code number 2 = 2番目の確認コード
###   code = 確認コード
###   contact = 問い合わせる (at once: 連絡する)
###   continue, go on = 続ける
###   device = 端末
###   digit = 桁, 数字
###   directory = ディレクトリ
###   e-mail = メール; address: メールアドレス; mailbox: メールボックス
###   e-mail address for recovery = 再設定用メールアドレス
###   get back into an account = アカウントを再び使えるようにする
###   help desk = ヘルプデスク
###   link = リンク
###   locked, unlock = ロックされている, ロックを解除する
###   message, an e-mail = メッセージ (in mails: メール)
###   mobile number = 携帯電話番号
###   no longer works = 使えない, 有効期限が切れた
###   organisation = 組織
###   password = パスワード
###   portal = ポータル
###   prove that it is you = 本人確認をする
###   reference = 参照番号
###   registered = 登録した
###   reset = 再設定
###   send another code = 新しい確認コードを送信
###   service = サービス
###   set a password = 設定する
###   set up = 設定した
###   sign in, sign out = ログイン, ログアウト
###   start again, start over = 最初からやり直す
###   start page = トップページ
###   step = ステップ
###   support code = サポートコード
###   switched off = 無効
###   tab = タブ
###   text message = SMS
###   try again = もう一度試す
###   user name = ユーザー名
###   way, method = 方法
###   work e-mail = 職場のメールアドレス

## The frame

# First link of every page, seen only when somebody moves to it with the keyboard.
common-skip-link = メインコンテンツへ移動

# The list of languages at the top of every page. Each language is named in itself.
common-language =
    .label = 言語

# Title of the browser's tab.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title = { $page } – { $organisation }

# Title of the browser's tab while the page shows a mistake in what was typed.
# $page: the heading of the page. $organisation: the organisation’s name.
common-page-title-error = エラー：{ $page } – { $organisation }

# Above the heading of a step.
# $current: which step this is, from 1. $total: how many steps there are.
common-step = ステップ{ $current }／全{ $total }ステップ

# Read to people with a screen reader while something takes a moment, and shown on a button
# that was pressed.
common-wait = しばらくお待ちください…

## Buttons and links

common-try-again = もう一度試す
common-start-over = 最初からやり直す
# Ends everything that was begun here. Nothing has been changed.
common-cancel = キャンセル
# Closes a small window and does nothing else.
common-close = 閉じる
# Leads to the first page of the portal.
common-go-home = トップページへ

## Errors

# Heading of the box that lists what has to be put right on the page.
common-error-title = 問題があります

# In front of a number that helps the help desk to find out what happened. The number follows.
common-reference = 参照番号：
# In front of a code that tells the help desk why something was refused, like SSPR_0013. It
# follows. Not a code that somebody types.
common-support-code = サポートコード：

## The help desk

# In front of the telephone number, the mail address and so on, at the foot of every page.
common-help-desk = ヘルプデスク：
# Link to the help desk's own page.
common-help-desk-website = ヘルプデスクのウェブサイト
# Shown where the organisation has not said how to reach its help desk.
common-help-desk-unknown = 組織内でコンピューターを管理している担当者にお問い合わせください。

## Before the page has started

# Heading, shown if the page could not start. The help desk's number and address follow the text.
common-unavailable-title = 申し訳ありません。このページを開けませんでした
common-unavailable-text = ページを再読み込みしてください。それでも開けない場合は、別のブラウザーや別の端末で試すか、ヘルプデスクにお問い合わせください。

# Shown where JavaScript is switched off. The help desk's number and address follow.
common-noscript = このページにはJavaScriptが必要です。ブラウザーでJavaScriptを有効にするか、ヘルプデスクにお問い合わせください。

## Demonstration

# Above every page of a portal that was started to try it out.
common-demo-banner = これは{ -product }のデモです。情報がこのコンピューターの外に出ることはありません。
# Link behind the text above: a page with the e-mails that would have been sent.
common-demo-link = メッセージを見る

## The time that is left

# Heading of a small window, two minutes before the time is up.
common-time-title = もう少し時間が必要ですか？
# $minutes: how many minutes are left, 1 or 2.
common-time-text = 安全のため、このページはあと{ $minutes }分で閉じます。続けると、これまでの内容は失われません。
# Instead of the text above when the time was already extended as often as is allowed.
# $minutes: how many minutes are left, 1 or 2.
common-time-text-last = このページはあと{ $minutes }分で閉じます。これ以上は延長できませんが、いつでも最初からやり直せます。
# Button that keeps the page open.
common-time-continue = 続ける
# Button beside it: ends everything that was begun here, not only the small window.
common-time-cancel = 中止してキャンセル
# Read to people with a screen reader after they pressed the button above.
common-time-extended = 時間を延長しました。
