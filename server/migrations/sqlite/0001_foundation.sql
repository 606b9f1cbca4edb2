-- Times are milliseconds since the Unix epoch, UTC. Names ending in _sealed are envelopes of the
-- vault (see server/src/vault); nothing in them can be read without its key.

-- The embedded directory ----------------------------------------------------------------------

CREATE TABLE accounts (
    subject        TEXT PRIMARY KEY,
    user_name      TEXT NOT NULL,
    user_name_key  TEXT NOT NULL UNIQUE,
    mail           TEXT,
    mail_key       TEXT UNIQUE,
    given_name     TEXT,
    family_name    TEXT,
    display_name   TEXT,
    locale         TEXT,
    enabled        INTEGER NOT NULL,
    locked_until   INTEGER,
    must_change    INTEGER NOT NULL,
    password_hash  TEXT,
    -- The attempt that wrote the password, and whether it lifted a lockout: what a recovery reads.
    last_write     TEXT,
    last_unlocked  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A member is an account (its subject) or another group.
CREATE TABLE group_members (
    group_name  TEXT NOT NULL,
    member      TEXT NOT NULL,
    is_group    INTEGER NOT NULL,
    PRIMARY KEY (group_name, member, is_group)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_members_by_member ON group_members (member, is_group);

-- What people registered ----------------------------------------------------------------------

CREATE TABLE person_keys (
    subject  TEXT PRIMARY KEY,
    wrapped  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE authenticators (
    id             TEXT PRIMARY KEY,
    subject        TEXT NOT NULL,
    method         TEXT NOT NULL,
    target_sealed  BLOB NOT NULL,
    verified       INTEGER NOT NULL,
    added_at       INTEGER NOT NULL,
    confirmed_at   INTEGER,
    last_used_at   INTEGER,
    -- Authenticator codes: steps up to here are spent; failures in a row and what they cost.
    last_step      INTEGER NOT NULL DEFAULT 0,
    failures       INTEGER NOT NULL DEFAULT 0,
    not_before     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX authenticators_by_subject ON authenticators (subject);

-- Codes that left and notices, for the limits by target.
CREATE TABLE sent_codes (
    authenticator  TEXT NOT NULL,
    at             INTEGER NOT NULL,
    challenge      TEXT NOT NULL,
    PRIMARY KEY (authenticator, at, challenge)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_notices (
    authenticator  TEXT NOT NULL,
    day            INTEGER NOT NULL,
    PRIMARY KEY (authenticator, day)
) STRICT, WITHOUT ROWID;

-- Resets --------------------------------------------------------------------------------------

CREATE TABLE used_nonces (
    nonce       TEXT PRIMARY KEY,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX used_nonces_by_expiry ON used_nonces (expires_at);

CREATE TABLE reset_sessions (
    id                 TEXT PRIMARY KEY,
    token_hash         BLOB NOT NULL UNIQUE,
    identifier_mac     BLOB NOT NULL,
    identifier_sealed  BLOB NOT NULL,
    locale             TEXT NOT NULL,
    time_zone          TEXT,
    created_at         INTEGER NOT NULL,
    ends_at            INTEGER NOT NULL,
    continues          INTEGER NOT NULL DEFAULT 0,
    resolved           INTEGER NOT NULL DEFAULT 0,
    subject            TEXT,
    status             TEXT NOT NULL DEFAULT 'open'
                       CHECK (status IN ('open', 'writing', 'completed', 'exhausted', 'closed', 'abandoned')),
    write_attempt      TEXT,
    unlocked           INTEGER NOT NULL DEFAULT 0,
    notified           INTEGER NOT NULL DEFAULT 0,
    failures           INTEGER NOT NULL DEFAULT 0,
    codes_sent         INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX reset_sessions_open_by_end ON reset_sessions (ends_at) WHERE status = 'open';
CREATE INDEX reset_sessions_ended_by_end ON reset_sessions (ends_at) WHERE status NOT IN ('open', 'writing');
CREATE INDEX reset_sessions_by_subject ON reset_sessions (subject) WHERE status = 'open';

CREATE TABLE challenges (
    id             TEXT PRIMARY KEY,
    flow           TEXT NOT NULL REFERENCES reset_sessions (id) ON DELETE CASCADE,
    method         TEXT NOT NULL,
    number         INTEGER NOT NULL,
    target_sealed  BLOB NOT NULL,
    code_mac       BLOB NOT NULL,
    link_hash      BLOB NOT NULL,
    -- The authenticator that the code really went to. Without one no answer is right.
    authenticator  TEXT,
    ends_at        INTEGER NOT NULL,
    resend_at      INTEGER NOT NULL,
    tries_used     INTEGER NOT NULL DEFAULT 0,
    consumed_at    INTEGER,
    replaced_at    INTEGER,
    UNIQUE (flow, number)
) STRICT, WITHOUT ROWID;

-- The transcript: append-only, one line a class.
CREATE TABLE proofs (
    flow           TEXT NOT NULL REFERENCES reset_sessions (id) ON DELETE CASCADE,
    class          TEXT NOT NULL,
    method         TEXT NOT NULL,
    authenticator  TEXT NOT NULL,
    at             INTEGER NOT NULL,
    PRIMARY KEY (flow, class)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER proofs_are_never_changed BEFORE UPDATE ON proofs
BEGIN SELECT RAISE(ABORT, 'the transcript is append-only'); END;

CREATE TABLE write_attempts (
    id          TEXT PRIMARY KEY,
    flow        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'refused', 'unknown')),
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX write_attempts_unsettled ON write_attempts (started_at) WHERE state IN ('pending', 'unknown');

-- Messages and evidence -----------------------------------------------------------------------

CREATE TABLE outbox (
    seq          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    body_sealed  BLOB NOT NULL,
    state        TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'dead')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    queued_at    INTEGER NOT NULL,
    due_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'queued';

CREATE TABLE audit_events (
    seq              INTEGER PRIMARY KEY,
    at               INTEGER NOT NULL,
    activity         TEXT NOT NULL,
    outcome          TEXT NOT NULL,
    reason           TEXT NOT NULL,
    method           TEXT,
    flow             TEXT,
    subject          TEXT,
    -- Keyed hash of what was typed; an identifier that matches nobody is kept as nothing else.
    identifier_mac   BLOB,
    -- Where the request came from, sealed under the person's key once it is known whose it is.
    origin_sealed    BLOB
) STRICT;
CREATE INDEX audit_events_by_subject ON audit_events (subject, at);
CREATE INDEX audit_events_by_flow ON audit_events (flow);
CREATE TRIGGER audit_events_are_never_changed BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'the evidence is append-only'); END;
