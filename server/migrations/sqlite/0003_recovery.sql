-- Recovery: a write that was presumed not delivered can still turn out to be done, and a write that
-- nobody can tell anything of goes behind those that nobody asked about for longer.

ALTER TABLE write_attempts ADD COLUMN presumed INTEGER NOT NULL DEFAULT 0 CHECK (presumed IN (0, 1));
ALTER TABLE write_attempts ADD COLUMN looked_at INTEGER NOT NULL DEFAULT 0;
DROP INDEX write_attempts_unsettled;
CREATE INDEX write_attempts_unsettled ON write_attempts (looked_at, started_at) WHERE state IN ('pending', 'unknown');
