### What can go wrong. A problem is shown above the form or as a page of its own.

## Headings of pages

problem-page-title = 申し訳ありません。問題が発生しました
problem-offline-title = インターネットにつながっていないようです
problem-not-found-title = ページが見つかりません
problem-not-found-lead = アドレスを入力した場合は、正しいかどうか確認してください。それ以外の場合は、トップページから始めてください。

## Connection

problem-offline = サーバーに接続できませんでした。インターネットへの接続を確認して、もう一度お試しください。これまでの内容は残っています。
problem-timeout = サーバーの応答に時間がかかりすぎました。もう一度お試しください。これまでの内容は残っています。

## Refusals of the server

# Something that should not happen between page and server. A reference follows.
problem-unexpected = システム側で問題が発生しました。もう一度お試しください。同じことが起きた場合は、ヘルプデスクに問い合わせて参照番号をお伝えください。
problem-internal = システム側で問題が発生しました。この問題は記録されています。数分後にもう一度お試しになるか、ヘルプデスクに問い合わせて参照番号をお伝えください。
problem-not-found = このページは古くなっています。再読み込みしてください。
problem-cross-site-request = このポータルを開いていることを、ブラウザーから確認できませんでした。ページを再読み込みするか、別のブラウザーでお試しください。
# The small calculation that keeps robots away was not accepted.
problem-proof-of-work-failed = ロボットではないことを確認できませんでした。もう一度お試しください。
# The browser cannot do the small calculation that keeps robots away.
problem-proof-of-work-unsupported = ロボットを防ぐための確認を、このブラウザーでは実行できません。このページをhttpsで開くか、別のブラウザーでお試しください。
problem-flow-missing = 進行中の手続きが見つかりませんでした。最初からやり直してください。
problem-flow-mismatch = 別のタブで先に進んでいます。
problem-session-expired = 時間切れになりました。最初からやり直してください。
problem-challenge-failed = 確認コードが正しくありません。確認して、もう一度お試しください。
problem-challenge-missing = この確認コードはもう使えません。新しい確認コードを送信してください。
problem-challenge-exhausted = 正しくない確認コードが何度も入力されました。新しい確認コードを送信してください。
problem-too-many-attempts = 正しくない確認コードが何度も入力されました。
# $seconds: how many seconds to wait.
problem-rate-limited = 操作の間隔が短すぎました。{ $seconds }秒後にもう一度お試しください。
problem-method-not-allowed = この方法はここでは使えません。別の方法を選んでください。
problem-step-out-of-order = ページが古くなっていました。現在のステップを表示しています。
problem-password-rejected = このパスワードは使えません。
# A new password or the unlocking of the account.
problem-password-write-unknown = 変更されたかどうか、まだわかりません。
problem-no-more-time = このページの時間はこれ以上延長できません。
# $seconds: how many seconds to wait.
problem-directory-unavailable = パスワードを管理するシステムに、現在接続できません。何も変更されていません。{ $seconds }秒後にもう一度お試しになるか、ヘルプデスクにお問い合わせください。
# A support code follows.
problem-directory-misconfigured = パスワードを管理するシステムが正しく設定されていません。何も変更されておらず、もう一度試しても解決しません。ヘルプデスクにお問い合わせください。
# $seconds: how many seconds to wait.
problem-busy = 現在、多くの方が利用しています。{ $seconds }秒後にもう一度お試しください。

## What is wrong with a new password

# $min: how many characters a password needs.
violation-password-too-short = パスワードは{ $min }文字以上にしてください
# $max: how many characters a password may have.
violation-password-too-long = パスワードは{ $max }文字以下にしてください
violation-password-common = 多くの人が使っているため、見破られやすいパスワードです。別のパスワードを決めてください
violation-password-easily-guessed = このパスワードは言葉の数が少なすぎるか、見破られやすい言葉でできています。互いに関係のない言葉を追加してください
# The word that was found is never named.
violation-password-banned-term = 組織の決まりにより、このパスワードに含まれる言葉の1つは使えません。別の言葉にしてください
# $required: how many of the four kinds a password needs, 3.
violation-password-too-few-kinds = パスワードには次のうち{ $required }種類以上が必要です：小文字、大文字、数字、そのほかの文字
violation-password-contains-name = パスワードに氏名やユーザー名を含めることはできません
violation-password-contains-organisation = パスワードに組織名を含めることはできません
violation-password-control-character = どこでも入力できるとは限らない文字がパスワードに含まれています。タブと改行は使わないでください
violation-password-reused = 以前に使ったことのあるパスワードです。新しいパスワードを決めてください
violation-password-changed-too-recently = パスワードは変更されたばかりのため、まだ変更できません。後でもう一度お試しになるか、ヘルプデスクにお問い合わせください
# A rule of the system that keeps the passwords. $min: how many characters it asks for.
violation-password-too-short-for-directory = パスワードを管理するシステムでは{ $min }文字以上が必要です
# A rule of the system that keeps the passwords.
violation-password-directory-complexity = パスワードを管理するシステムでは、大文字や数字など何種類かの文字を使い、ユーザー名を含まないパスワードが必要です
violation-password-directory-policy = 組織の決まりにより、このパスワードは使えません。もっと長く、いろいろな種類の文字を使ったパスワードをお試しください

## What is wrong with a field

violation-field-empty = この欄に入力してください
# $max: how many characters are allowed.
violation-field-too-long = 長すぎます。{ $max }文字以下で入力してください
violation-field-unusable-characters = ここでは使えない文字が含まれています
violation-field-not-an-address = メールアドレスはname@example.comのような形で入力してください
# $example: a telephone number as an example, in one piece.
violation-field-not-a-phone-number = 携帯電話番号は、{ $example }のように国番号を付けて、最初から最後まで入力してください
# Shown only on portals that explain everything, where only colleagues can reach them.
violation-field-not-registered = アカウントに登録されているものと違います。確認するか、別の方法を選んでください
# $digits: how many digits a code has.
violation-field-not-a-code = 確認コードは{ $digits }桁の数字です
