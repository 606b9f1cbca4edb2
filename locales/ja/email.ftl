### E-mails. They are read in a hurry, often on a phone, and often by people who did not expect them.
### Codes, links, names of accounts and telephone numbers never stand inside a text: they follow it on
### a line of their own.

## A code to reset the password or to unlock the account

# Subject line. The code itself never stands here, because a locked phone shows it.
# $organisation: the organisation’s name. $number: which code it is, from 1; the page
# says the same number, so that people can tell a late e-mail from the newest one.
email-code-subject = { $organisation }：パスワードの再設定（{ $number }番目の確認コード）
email-code-title = パスワードの再設定
# $organisation: the organisation’s name.
email-code-lead = { $organisation }のアカウントについて、パスワードの再設定のリクエストを受け付けました。ご本人、またはユーザー名を知っている人からのリクエストです。
# Subject line, for somebody who only wants to unlock the account. $organisation: the organisation’s name.
# $number: which code it is, from 1.
email-code-unlock-subject = { $organisation }：アカウントのロックの解除（{ $number }番目の確認コード）
email-code-unlock-title = アカウントのロックの解除
# $organisation: the organisation’s name.
email-code-unlock-lead = { $organisation }のアカウントについて、ロックの解除のリクエストを受け付けました。ご本人、またはユーザー名を知っている人からのリクエストです。パスワードは変わりません。
# In front of the code, which follows on its own line.
# $number: which code it is, from 1.
email-code-number = { $number }番目の確認コード：
# $minutes: for how many minutes the code works, counted from when it was sent: the whole duration.
email-code-valid = 最初に開いたページで、この確認コードを入力してください。使えるのは一度だけで、{ $minutes }分間有効です。
# In front of a link or a button, which follows on its own line.
email-code-link-lead = または、最初のページを開いたブラウザーで、次のリンクを開いてください：
# The button.
email-code-link = 最初のページの続きへ
email-code-not-you = お心当たりがない場合は、何もする必要はありません。確認コードがなければ、何も変更されません。確認コードは誰にも教えないでください。ヘルプデスクにも教えないでください。このようなメールが何度も届く場合は、ヘルプデスクに連絡してください。

## No code, because this person may not use the portal. They wanted to reset the password or to
## unlock the account; the message does not know which.

# Subject line. $organisation: the organisation’s name.
email-refused-subject = { $organisation }：確認コードは送信されませんでした
email-refused-title = 確認コードは送信されませんでした
# $organisation: the organisation’s name.
email-refused-lead = { $organisation }のアカウントを再び使えるようにするための確認コードのリクエストを受け付けました。ご本人、またはユーザー名を知っている人からのリクエストです。確認コードは送信しておらず、何も変更されていません。
# The reasons: what happened, then what to do.
email-refused-account-disabled = アカウントが無効になっているため、新しいパスワードを設定しても、ロックを解除しても使えません。理由はヘルプデスクにお問い合わせください。
email-refused-protected-account = アカウントが特別に保護されているため、パスワードポータルは使えません。ヘルプデスクにお問い合わせください。
email-refused-reset-disabled = 組織の設定で、パスワードポータルが無効になっています。ヘルプデスクに問い合わせると、アカウントを再び使えるようになります。
email-refused-not-in-scope = 組織の設定で、お使いのアカウントではパスワードポータルを利用できません。ヘルプデスクに問い合わせると、アカウントを再び使えるようになります。
email-refused-administrators-excluded = 管理者のアカウントをお使いのため、パスワードポータルは使えません。ヘルプデスクまたは別の管理者にお問い合わせください。
email-refused-too-few-methods = 設定されている本人確認の方法が足りません。ヘルプデスクに問い合わせると、アカウントを再び使えるようになります。その後、別の方法も設定しておくと、次からはご自身で解決できます。
email-refused-not-you = お心当たりがない場合は、何もする必要はありません。このメールが届くのは、多くても1日に1回です。

## The password was reset

# Subject line. $organisation: the organisation’s name.
email-reset-subject = { $organisation }：パスワードが再設定されました
email-reset-title = パスワードが再設定されました
# $organisation: the organisation’s name.
email-reset-lead = { $organisation }のアカウントに、新しいパスワードが設定されました。
email-reset-you = ご本人による操作の場合、ここでは何もする必要はありません。メールを受信しているスマートフォンやアプリに、新しいパスワードを入力してください。
email-reset-not-you = お心当たりがない場合は、すぐにヘルプデスクに連絡してください。ほかの人がアカウントを使っている可能性があります。

## The account was unlocked

# Subject line. $organisation: the organisation’s name.
email-unlock-subject = { $organisation }：アカウントのロックが解除されました
email-unlock-title = アカウントのロックが解除されました
# $organisation: the organisation’s name.
email-unlock-lead = { $organisation }のアカウントはロックされていましたが、解除されました。パスワードは以前と同じです。
email-unlock-you = ご本人による操作の場合、ここでは何もする必要はありません。お使いの端末のアプリに古いパスワードが残っていると、アカウントが再びロックされることがあります。そのアプリに正しいパスワードを入力してください。
email-unlock-not-you = お心当たりがない場合は、すぐにヘルプデスクに連絡してください。ほかの人がアカウントに入ろうとしている可能性があります。

## Told to administrators

# Subject line. $organisation: the organisation’s name.
email-administrator-subject = { $organisation }：管理者のパスワードが再設定されました
email-administrator-title = 管理者のパスワードが再設定されました
# $organisation: the organisation’s name.
email-administrator-lead = { $organisation }の管理者が、自分のパスワードを再設定しました。このメールは、ほかの管理者の方にお送りしています。
# In front of the administrator's user name, which follows on its own line.
email-administrator-name = 管理者：
email-administrator-not-expected = その管理者本人に、直接会うか電話で、自分で再設定したかどうかを確認してください。本人ではなかった場合は、すぐにヘルプデスクに連絡してください。

## In several messages

# In front of the day and time at which something happened.
email-when = 日時：
# The same moment twice. $local: day and time where the reader is. $utc: day and time in universal time.
email-when-both = { $local }（{ $utc }）

## At the end of every message

# Heading of how the help desk can be reached.
email-help-desk = ヘルプデスク
# In front of a telephone number.
email-help-desk-phone = 電話：
# In front of a mail address.
email-help-desk-email = メール：
# In front of the address of a page.
email-help-desk-link = ウェブサイト：
# In front of the hours at which the help desk can be reached.
email-help-desk-hours = 受付時間：
# Where the organisation has not said how to reach its help desk.
email-help-desk-unknown = 組織内でコンピューターを管理している担当者にお問い合わせください。
# The last line. $organisation: the organisation’s name.
email-sent-by = このメールは、{ $organisation }のパスワードポータルから自動的に送信されました。
