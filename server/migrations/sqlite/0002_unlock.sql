-- What a flow is for, and what an attempt does. A mark is what a directory says of a password
-- before it is written, so that a recovery can tell later whether it was.

ALTER TABLE reset_sessions ADD COLUMN purpose TEXT NOT NULL DEFAULT 'reset' CHECK (purpose IN ('reset', 'unlock'));
-- What policy said when the directory was asked whose account it is: whether an authenticator code
-- may be answered. Nothing asks the directory before a first proof.
ALTER TABLE reset_sessions ADD COLUMN code_offered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE write_attempts ADD COLUMN kind TEXT NOT NULL DEFAULT 'password' CHECK (kind IN ('password', 'unlock'));
ALTER TABLE write_attempts ADD COLUMN mark TEXT NOT NULL DEFAULT '';

-- For which message the one notice of a day was taken.
ALTER TABLE daily_notices ADD COLUMN item TEXT NOT NULL DEFAULT '';

-- Each channel has its own queue.
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'mail' CHECK (channel IN ('mail', 'text'));
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (channel, due_at) WHERE state = 'queued';

-- What is about nobody is looked for by nobody.
DROP INDEX audit_events_by_subject;
CREATE INDEX audit_events_by_subject ON audit_events (subject, at) WHERE subject IS NOT NULL;
DROP INDEX reset_sessions_by_subject;
CREATE INDEX reset_sessions_by_subject ON reset_sessions (subject) WHERE status = 'open' AND subject IS NOT NULL;
