### Setting a new password without knowing the old one, or unlocking the account: one screen per
### step.

## Beside every step, on wide screens only

reset-companion-title = 2分ほどで再びログインできます
# $ways: how many different proofs the organisation asks for, 1 or 2.
reset-companion-text = 事前に設定した{ $ways }つの方法で本人確認をするだけです。ヘルプデスクの担当者がパスワードを知る必要はありません。

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

# Link under the form above, for people who were locked out after too many wrong passwords.
reset-unlock-instead = パスワードはわかるが、アカウントがロックされている
# Heading of the page behind that link. It has the same field and button as the form above.
reset-unlock-start-title = どのアカウントがロックされていますか？
reset-unlock-start-lead = ご本人のアカウントであることを確認してから、ロックを解除します。パスワードは変わりません。
# Link under the form on that page: back to choosing a new password.
reset-unlock-forgot = パスワードを忘れた

## A reset or an unlocking was begun already in this browser

reset-resume-title = すでに手続きを始めています
reset-resume-lead = 中断したところから続けるか、別のアカウントで最初からやり直してください。
# Button. The user name or e-mail address that was typed follows these words.
reset-resume-continue = このアカウントで続ける：

## Choosing a method

# Heading before the first proof.
reset-method-title = どの方法で本人確認をしますか？
# Under the heading before the first proof. The choices are the same for everybody.
reset-method-lead = 事前に設定した方法を選んでください。ここに表示される選択肢は、どなたにも同じです。
# Instead of the text above on portals that explain everything: the choices are the person’s own.
reset-method-lead-own = 設定されている方法は次のとおりです。
# Heading when a second proof is needed.
reset-method-title-next = もう1つの方法で本人確認をしてください
# Under the heading when a second proof is needed.
reset-method-lead-next = 確認できました。次の中から、ほかに設定した方法を選んでください。
# Names of methods, as buttons. The hint stands under the name.
reset-method-email = メールで確認コードを受け取る
    .hint = 登録した再設定用メールアドレスに送ります
reset-method-sms = SMSで確認コードを受け取る
    .hint = 登録した携帯電話番号に送ります
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

# Under the hint of the field, only on portals that explain everything; also for numbers.
# $target: an address or a number with most of its characters replaced by dots.
reset-target-looks = 登録されているもの：{ $target }

## Typing the number that gets the code

reset-sms-title = SMSをどこに送りますか？
reset-sms-lead = 登録した番号を、最初から最後まで入力してください。登録したものと一致する場合にだけ、SMSを送ります。
# The field. $example: a telephone number as an example, in one piece.
reset-sms-target =
    .label = 携帯電話番号
    .hint = { $example }のように国番号を付けて入力します。組織と同じ国の番号なら、国内でかけるときの番号でもかまいません。
# Shown when nothing was typed.
reset-sms-target-missing = 登録した携帯電話番号を入力してください
reset-sms-send = SMSを送信

## Typing the code that was sent

# Heading when it was sent by e-mail.
reset-code-title = メールを確認してください
# In front of the address that was typed. It follows these words.
# $number: which code it is, from 1; the e-mail says the same number.
reset-code-sent = このアドレスが登録されている場合、{ $number }番目の確認コードを次のアドレスに送信しています：
# Link beside the address or number: type another one.
reset-code-change = 変更
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-valid = 確認コードはあと{ $minutes }分使えます。このブラウザーで、メールにあるリンクを開くこともできます。
# Instead of the text above when the time of the code is over.
reset-code-over = この確認コードは有効期限が切れました。新しい確認コードを送信してください。
# The field.
reset-code-field =
    .label = 確認コード
# Under the label of the field. $digits: how many digits a code has, 6 to 10.
# $number: which code it is, from 1; the message says the same number.
reset-code-hint = { $number }番目の確認コード（{ $digits }桁の数字）です。スペースはあってもなくてもかまいません。
# Shown when nothing was typed.
reset-code-missing = 確認コードを入力してください
reset-code-continue = 続ける
# Shown after half a minute.
reset-code-exact = まだ届きませんか？登録したものと完全に一致する場合にだけ送信されます。
# Shown when several codes were asked for and none was typed.
reset-code-many = 確認コードが届きませんか？別の方法のほうが早いかもしれません。
# Opens the list of reasons.
reset-code-why = 確認コードが届かない理由
# The reasons, for an e-mail.
reset-code-why-slow = メールが届くまで数分かかることがあります。迷惑メールのフォルダーも確認してください。
reset-code-why-address = 入力したアドレスが、登録した再設定用メールアドレスと完全には一致していない可能性があります。
reset-code-why-account = 最初に入力したユーザー名に打ち間違いがあるか、そのアカウントではこのポータルを利用できない可能性があります。
reset-code-why-mailbox = 忘れたパスワードで開くメールボックスには送信しません。ほかのアドレスを登録していない場合は、ヘルプデスクにお問い合わせください。
# Heading when the code was sent as a text message.
reset-code-sms-title = スマートフォンを確認してください
# In front of the number that was typed. It follows these words.
# $number: which code it is, from 1; the text message says the same number.
reset-code-sms-sent = この番号が登録されている場合、{ $number }番目の確認コードを次の番号に送信しています：
# $minutes: how many minutes are LEFT in which the code works; the text counts down.
reset-code-sms-valid = 確認コードはあと{ $minutes }分使えます。
# The reasons, for a text message.
reset-code-sms-why-signal = 電話が圏外か、電源が切れているか、回線が混み合っている可能性があります。SMSが届くまで1、2分かかることがあります。
reset-code-sms-why-number = 入力した番号が、登録した番号と完全には一致していない可能性があります。すべての数字と国番号を確認してください。
reset-code-sms-why-blocked = 電話または通信事業者が、知らない相手からのSMSを拒否している可能性があります。
# Said when somebody comes back to the page of the code after the code has ended.
reset-code-ended = 送信された確認コードはもう使えません。新しい確認コードを送信するか、別の方法を選んでください。
# Button.
reset-code-resend = 新しい確認コードを送信
# The same button while it is too early. It can be reached but does nothing yet.
# $seconds: how many seconds are left.
reset-code-resend-wait = 新しい確認コードを送信（あと{ $seconds }秒）
# Read to people with a screen reader, and shown. $number: which code it is.
reset-code-resent = 入力したものが一致していれば、{ $number }番目の確認コードが届きます。以前の確認コードはもう使えません。
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
reset-password-rule-name = 氏名、ユーザー名、組織名を含まない
# $required: how many of the four kinds the password needs, 3.
reset-password-rule-kinds = 次のうち{ $required }種類以上：小文字、大文字、数字、そのほかの文字
# This rule is checked only after the button is pressed.
reset-password-rule-common = 見破られにくい（続けるときに確認します）
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

# Heading of the last step: everything is proven, only the word is missing.
reset-unlock-title = アカウントのロックを解除してください
reset-unlock-lead = 本人確認ができました。間違ったパスワードが何度も入力されたため、アカウントがロックされています。
reset-unlock-next = 続けるとロックが解除されます。パスワードは変わりません。すぐにそのパスワードでログインできます。
# Button.
reset-unlock-submit = アカウントのロックを解除
# Shown when it did not work after all.
reset-unlock-failed = アカウントのロックを解除できませんでした。もう一度お試しになるか、ヘルプデスクにお問い合わせください。
# Heading when there is nothing to unlock.
reset-unlock-open-title = アカウントはロックされていません
reset-unlock-open-lead = ロックを解除しても解決しません。パスワードに間違いがなければ、このページを閉じて、もう一度ログインしてください。大文字と小文字、キーボードの言語に気をつけてください。
reset-unlock-open-next = パスワードに自信がない場合は、新しいパスワードを設定してください。もう一度本人確認をする必要はありません。
# Button.
reset-unlock-open-submit = 代わりに新しいパスワードを設定

## Waiting for the directory

reset-writing-title = 新しいパスワードを設定しています
reset-writing-lead = いつもより時間がかかっています。このページを開いたままにしてください。結果がわかり次第、ここでお知らせします。閉じても何も失われません。
# Shown when it has been taking very long.
reset-writing-long = 新しいパスワードが使えるかどうか、まだわかりません。数分後に新しいパスワードでログインしてみるか、ヘルプデスクにお問い合わせください。

# The same while an account is being unlocked.
reset-unlock-writing-title = アカウントのロックを解除しています
reset-unlock-writing-long = アカウントのロックが解除されたかどうか、まだわかりません。数分後にログインしてみるか、ヘルプデスクにお問い合わせください。

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
# The same after unlocking.
reset-unlock-done-title = アカウントのロックを解除しました
reset-unlock-done-lead = 今から再びログインできます。パスワードは変更されていません。
reset-unlock-done-devices = スマートフォンやアプリに古いパスワードが残っていると、アカウントが再びロックされることがあります。そこに正しいパスワードを入力してください。
# Shown when the person is told by e-mail.
reset-unlock-done-notified = アカウントのロックが解除されたことをお知らせするメールを送信しました。
# After either.
reset-done-not-you = おかしいと思うことがあれば、すぐにヘルプデスクに連絡してください。

## Opening the link of an e-mail

# While it is being found out where the link was opened.
reset-link-checking-title = リンクを確認しています
# In the browser in which it was begun.
reset-link-here-title = リンクを確認できました
reset-link-here-lead = 「{ reset-link-continue }」を押すと、ここで続けられます。確認コードの入力は必要ありません。
reset-link-continue = 続ける
# The link is too old, was used already, or a newer e-mail replaced it.
reset-link-spent-title = このリンクはもう使えません
reset-link-spent-lead = リンクが使えるのは一度だけで、数分間に限られます。新しいメールが届くと、前のリンクは使えなくなります。新しい確認コードを送信できます。
# Button.
reset-link-spent-again = 中断したところから続ける
# In another browser or on another device than the one where it was begun.
reset-link-elsewhere-title = 最初に開いたページに戻ってください
reset-link-elsewhere-lead = 別のブラウザーまたは別の端末でリンクが開かれました。最初に開いたページに戻り、メールにある確認コードをそこで入力してください。確認コードはまだ使えます。
# Link: begin anew in this browser.
reset-link-elsewhere-start = ここで最初からやり直す
# The address of the page has no link in it.
reset-link-missing-title = リンクが途中で切れています
reset-link-missing-lead = メールにあるリンクをもう一度開くか、最初に開いたページで確認コードを入力してください。

## Ends without a new password

reset-expired-title = 時間切れになりました
reset-expired-lead = 安全のため、手続きは数分以内に終える必要があります。パスワードは変更されていません。最初からやり直すことができます。
reset-cancelled-title = キャンセルしました
reset-cancelled-lead = パスワードは変更されていません。このページを閉じるか、最初からやり直すことができます。
reset-exhausted-title = 入力できる回数を超えました
reset-exhausted-lead = 正しくない確認コードが何度も入力されました。パスワードは変更されていません。最初からやり直すか、ヘルプデスクにお問い合わせください。

# The help desk's page inside the reset.
reset-help-title = ヘルプデスクへのお問い合わせ
reset-help-lead = ヘルプデスクがご本人であることを確認し、アカウントを再び使えるようにします。担当者がパスワードを知る必要はありません。
# Button: back to the step from which somebody came.
reset-help-back = 元のページに戻る

## Somebody may not go on. Said after a proof, or from the start on portals that explain everything

reset-refused-title = このパスワードはここでは再設定できません
# The same when the account was to be unlocked.
reset-refused-title-unlock = このアカウントのロックはここでは解除できません
# The same when no account has the name that was typed.
reset-refused-title-unknown = このアカウントを確認できません
# Under one of the reasons below.
reset-refused-next = くわしくはヘルプデスクにお問い合わせください。パスワードは変更されていません。
# Instead of the text above, when the name may have been mistyped.
reset-refused-next-unknown = 名前を確認して、もう一度入力してください。正しい場合は、ヘルプデスクにお問い合わせください。
# Instead, when too few ways were set up.
reset-refused-next-methods = ヘルプデスクに問い合わせると、アカウントを再び使えるようになります。その後、ほかの方法も設定しておくと、次からはご自身で解決できます。パスワードは変更されていません。
# Instead, when somebody has to be let in.
reset-refused-next-access = お使いのアカウントで利用できるように、ヘルプデスクに依頼してください。パスワードは変更されていません。
# Button: back to the first step, where the name stands in the field.
reset-refused-type-again = もう一度入力する
# The reasons. They stand under each of the headings: somebody wanted a new password or only to
# unlock the account.
reset-refused-account-disabled = このアカウントは無効になっています。
reset-refused-reset-disabled = 組織の設定で、このサービスが無効になっています。
reset-refused-not-in-scope = 組織の設定で、このアカウントではこのサービスを利用できません。
reset-refused-too-few-methods = セキュリティ情報が足りません。設定されている本人確認の方法が少なすぎます。
reset-refused-administrators-excluded = 管理者はこのサービスを利用できません。
reset-refused-protected-account = このアカウントは特別に保護されています。ここでは変更できません。
reset-refused-account-unknown = 入力された名前のアカウントがここにないか、別の組織のアカウントです。
reset-refused-no-policy = 組織の設定で、このアカウントに必要な数の本人確認の方法が有効になっていません。
# The organisation pays for the service for some people only.
reset-refused-not-entitled = このサービスは、このアカウントの利用対象に含まれていません。
reset-refused-writeback-off = ここからこのアカウントを変更するために必要なものが、組織の設定で有効になっていません。

## Another tab

# It went on in another tab of the same browser.
reset-other-tab-title = 別のタブで先に進んでいます
reset-other-tab-lead = このページは最新の状態ではありません。別のタブまたはここで続けてください。
# Button.
reset-other-tab-continue = ここで続ける
