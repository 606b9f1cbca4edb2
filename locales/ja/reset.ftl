### Setting a new password without knowing the old one, or unlocking the account: one screen per
### step.

## Beside every step, on wide screens only

reset-companion-title = 2分ほどで再びログインできます
# $ways: how many different proofs the organisation asks for, 1 or 2.
reset-companion-text = 事前に設定した{ $ways }つの方法で本人確認をしてから、新しいパスワードを決めます。ヘルプデスクの担当者がパスワードを知る必要はありません。

## Step 1: which account

reset-identify-title = どのアカウントを再び使えるようにしますか？
reset-identify-lead = ご本人のアカウントであることを確認します。その後、新しいパスワードを決めることができます。
# The field.
reset-identify-user =
    .label = ユーザー名または職場のメールアドレス
# Shown when nothing was typed.
reset-identify-user-missing = ユーザー名または職場のメールアドレスを入力してください
reset-identify-continue = 続ける
# Read to people with a screen reader, and shown on the button, while the browser solves a small
# calculation that keeps robots away. It takes a second or two.
reset-identify-checking = ロボットではないことを確認しています…

## Unlocking instead of a new password: the first step


## A reset was begun already in this browser

reset-resume-title = すでに再設定を始めています
reset-resume-lead = 中断したところから続けるか、別のアカウントで最初からやり直してください。
# Button. The user name or e-mail address that was typed follows these words.
reset-resume-continue = このアカウントで続ける：

## Choosing a method

# Heading before the first proof.
reset-method-title = どの方法で本人確認をしますか？
# Under the heading before the first proof. The choices are the same for everybody.
reset-method-lead = 事前に設定した方法を選んでください。ここに表示される選択肢は、どなたにも同じです。
# Heading when a second proof is needed.
reset-method-title-next = もう1つの方法で本人確認をしてください
# Under the heading when a second proof is needed.
reset-method-lead-next = 確認できました。次の中から、ほかに設定した方法を選んでください。
# Names of methods, as buttons. The hint stands under the name.
reset-method-email = メールで確認コードを受け取る
    .hint = 登録した再設定用メールアドレスに送ります
reset-method-authenticator = 認証アプリを使う
    .hint = アプリに表示される確認コードを入力します
# Link to the help desk, for people who can use none of the methods.
reset-method-help = どの方法も使えない
# Shown instead of the choices when there are none.
reset-method-none = 本人確認に使える方法がほかにありません。ヘルプデスクがお手伝いします。

## Typing the address that gets the code

reset-email-title = 確認コードをどこに送りますか？
reset-email-lead = 登録したメールアドレスを、最初から最後まで正確に入力してください。登録したものと一致する場合にだけ、確認コードを送ります。
# The field.
reset-email-target =
    .label = 再設定用メールアドレス
    .hint = 今開けないメールボックスのアドレスではありません
# Shown when nothing was typed.
reset-email-target-missing = 登録した再設定用メールアドレスを入力してください
reset-email-send = 確認コードを送信


## Typing the number that gets the code


## Typing the code that was sent

# Heading when it was sent by e-mail.
reset-code-title = メールを確認してください
# In front of the address that was typed. It follows these words.
# $number: which code of this reset it is, from 1; the e-mail says the same number.
reset-code-sent = このアドレスが登録されている場合、{ $number }番目の確認コードを次のアドレスに送信しています：
# Link beside the address or number: type another one.
reset-code-change = アドレスを変更
# $minutes: for how many minutes the code works.
reset-code-valid = 確認コードはあと{ $minutes }分使えます。このブラウザーで、メールにあるリンクを開くこともできます。
# Instead of the text above when the time of the code is over.
reset-code-over = この確認コードは有効期限が切れました。新しい確認コードを送信してください。
# The field.
reset-code-field =
    .label = 確認コード
# Under the label of the field. $digits: how many digits a code has, 6 to 10.
# $number: which code of this reset it is; the e-mail says the same number.
reset-code-hint = { $number }番目の確認コード（{ $digits }桁の数字）です。スペースはあってもなくてもかまいません。
# Shown when nothing was typed.
reset-code-missing = 確認コードを入力してください
reset-code-continue = 続ける
# Shown after half a minute.
reset-code-exact = まだ届きませんか？登録したアドレスと完全に一致する場合にだけ送信されます。
# Shown when several codes were asked for and none was typed.
reset-code-many = 確認コードが届きませんか？別の方法のほうが早いかもしれません。
# Opens the list of reasons.
reset-code-why = 確認コードが届かない理由
# The reasons, for an e-mail.
reset-code-why-slow = メールが届くまで数分かかることがあります。迷惑メールのフォルダーも確認してください。
reset-code-why-address = 入力したアドレスが、登録した再設定用メールアドレスと完全には一致していない可能性があります。
reset-code-why-account = 最初に入力したユーザー名に打ち間違いがあるか、そのアカウントのパスワードをここでは再設定できない可能性があります。
reset-code-why-mailbox = 忘れたパスワードで開くメールボックスには送信しません。ほかのアドレスを登録していない場合は、ヘルプデスクにお問い合わせください。
# Button.
reset-code-resend = 新しい確認コードを送信
# The same button while it is too early. It can be reached but does nothing yet.
# $seconds: how many seconds are left.
reset-code-resend-wait = 新しい確認コードを送信（あと{ $seconds }秒）
# Read to people with a screen reader, and shown. $number: which code of this reset it is.
reset-code-resent = アドレスが一致していれば、{ $number }番目の確認コードが届きます。以前の確認コードはもう使えません。
# Read to people with a screen reader when the waiting time is over.
reset-code-resend-ready = 新しい確認コードを送信できるようになりました。
# Link to the other methods.
reset-code-other = 別の方法を使う
# Link to the help desk.
reset-code-help = 助けが必要な場合

## Typing the code of an authenticator app

reset-authenticator-title = 認証アプリの確認コードを入力してください
reset-authenticator-lead = スマートフォンまたはコンピューターで認証アプリを開き、この組織の確認コードを探してください。確認コードは30秒ごとに変わります。
# The field.
reset-authenticator-field =
    .label = 確認コード
    .hint = 6桁の数字です。スペースはあってもなくてもかまいません。

## Choosing the new password

reset-password-title = 新しいパスワードを決めてください
reset-password-lead = 互いに関係のない3つか4つの言葉を組み合わせると、覚えやすく、見破られにくくなります。
# The rules, a list above the field.
# $min: how many characters the password needs, 8 to 64.
reset-password-rule-length = { $min }文字以上
# $max: how many characters the password may have, 64 to 256.
reset-password-rule-maximum = { $max }文字以下
reset-password-rule-name = ユーザー名と組織名を含まない
# This rule is checked only after the button is pressed.
reset-password-rule-common = 多くの人が使っているパスワードではない（続けるときに確認します）
# Read to people with a screen reader after a rule that the typed password keeps.
reset-password-rule-met = 満たしています
# Read to people with a screen reader after a rule that the typed password breaks.
reset-password-rule-broken = まだ満たしていません
# The field.
reset-password-field =
    .label = 新しいパスワード
# Button beside the field that makes the password readable. It is pressed or not. The label is
# what a screen reader says, and should contain the word on the button.
reset-password-show = 表示
    .label = パスワードを表示
# Names the account for programs that keep passwords. Not seen.
reset-password-account =
    .label = アカウント
# Shown when nothing was typed.
reset-password-missing = 新しいパスワードを入力してください
reset-password-save = 新しいパスワードを設定

## Unlocking the account


## Waiting for the directory

reset-writing-title = 新しいパスワードを設定しています
reset-writing-lead = いつもより時間がかかっています。このページを開いたままにしてください。結果がわかり次第、ここでお知らせします。閉じても何も失われません。
# Shown when it has been taking very long.
reset-writing-long = 新しいパスワードが使えるかどうか、まだわかりません。数分後に新しいパスワードでログインしてみるか、ヘルプデスクにお問い合わせください。


## Done

reset-done-title = 新しいパスワードを設定しました
reset-done-lead = 今から新しいパスワードでログインできます。
# Shown when the account had been locked after too many wrong passwords.
reset-done-unlocked = アカウントはロックされていましたが、解除されました。
# Heading of what to do next.
reset-done-next = このあとにすること
reset-done-sign-in = すべての端末とアプリからログアウトされています。必要なところでもう一度ログインしてください。
reset-done-devices = メールを受信しているスマートフォンやアプリにも、新しいパスワードが必要です。早めに変更してください。そのままにすると、アカウントがロックされることがあります。
# Shown when the person is told by e-mail.
reset-done-notified = パスワードが変更されたことをお知らせするメールを送信しました。
# After either.
reset-done-not-you = おかしいと思うことがあれば、すぐにヘルプデスクに連絡してください。

## Opening the link of an e-mail

# While it is being found out where the link was opened.
reset-link-checking-title = リンクを確認しています
# In the browser in which the reset was begun.
reset-link-here-title = リンクを確認できました
reset-link-here-lead = 「{ reset-link-continue }」を押すと、ここで再設定を続けられます。確認コードの入力は必要ありません。
reset-link-continue = 続ける
# The link is too old, was used already, or a newer e-mail replaced it.
reset-link-spent-title = このリンクはもう使えません
reset-link-spent-lead = リンクが使えるのは一度だけで、数分間に限られます。新しいメールが届くと、前のリンクは使えなくなります。新しい確認コードを送信できます。
# Button.
reset-link-spent-again = 再設定を続ける
# In another browser or on another device than the one where the reset was begun.
reset-link-elsewhere-title = 最初に開いたページに戻ってください
reset-link-elsewhere-lead = 別のブラウザーまたは別の端末でリンクが開かれました。最初に開いたページに戻り、メールにある確認コードをそこで入力してください。確認コードはまだ使えます。
# Link: begin a new reset in this browser.
reset-link-elsewhere-start = ここで最初からやり直す
# The address of the page has no link in it.
reset-link-missing-title = リンクが途中で切れています
reset-link-missing-lead = メールにあるリンクをもう一度開くか、最初に開いたページで確認コードを入力してください。

## Ends without a new password

reset-expired-title = 時間切れになりました
reset-expired-lead = 安全のため、再設定は数分以内に終える必要があります。パスワードは変更されていません。最初からやり直すことができます。
reset-cancelled-title = 再設定をキャンセルしました
reset-cancelled-lead = パスワードは変更されていません。このページを閉じるか、最初からやり直すことができます。
reset-exhausted-title = 入力できる回数を超えました
reset-exhausted-lead = 正しくない確認コードが何度も入力されました。パスワードは変更されていません。最初からやり直すか、ヘルプデスクにお問い合わせください。

# The help desk's page inside the reset.
reset-help-title = ヘルプデスクへのお問い合わせ
reset-help-lead = ヘルプデスクがご本人であることを確認し、アカウントを再び使えるようにします。担当者がパスワードを知る必要はありません。
# Button: back to the step from which somebody came.
reset-help-back = 再設定に戻る

## Somebody may not go on. Said after a proof, or from the start on portals that explain everything

reset-refused-title = このパスワードはここでは再設定できません
# Under one of the reasons below.
reset-refused-next = くわしくはヘルプデスクにお問い合わせください。パスワードは変更されていません。
# The reasons.
reset-refused-account-disabled = このアカウントは無効になっています。
reset-refused-reset-disabled = 組織の設定で、パスワードの再設定が無効になっています。
reset-refused-not-in-scope = 組織の設定で、このアカウントではパスワードの再設定を利用できません。
reset-refused-too-few-methods = 設定されている本人確認の方法が足りません。
reset-refused-administrators-excluded = 管理者のパスワードはここでは再設定できません。
reset-refused-protected-account = このアカウントは特別に保護されています。ここではパスワードを再設定できません。

## Another tab

# The reset went on in another tab of the same browser.
reset-other-tab-title = 別のタブで先に進んでいます
reset-other-tab-lead = このページは最新の状態ではありません。別のタブまたはここで続けてください。
# Button.
reset-other-tab-continue = ここで続ける
