-- What was learned, where it came from, and what became of it (design.md, rules 6 and 7).

CREATE TABLE lesson (
  number INTEGER PRIMARY KEY,
  checklist TEXT NOT NULL REFERENCES checklist (name),
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  run INTEGER REFERENCES run (number),
  incident INTEGER,
  step TEXT,
  -- The proposed edit as JSON, and the version that it was proposed for.
  edit TEXT,
  base INTEGER NOT NULL,
  recurrence_of INTEGER REFERENCES lesson (number),
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Null while it is open; then folded, item or declined, and one of the four beside it.
  fate TEXT,
  fate_version INTEGER,
  fate_step TEXT,
  fate_item TEXT,
  fate_reason TEXT,
  fate_by TEXT,
  fate_at INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0,
  FOREIGN KEY (checklist, fate_version) REFERENCES version (checklist, number)
) STRICT;

CREATE INDEX lesson_open ON lesson (checklist, number) WHERE fate IS NULL AND deleted = 0;
CREATE INDEX lesson_folded ON lesson (checklist, fate_version) WHERE fate_version IS NOT NULL;
CREATE INDEX lesson_run ON lesson (run) WHERE run IS NOT NULL;
CREATE INDEX lesson_recurrence ON lesson (recurrence_of) WHERE recurrence_of IS NOT NULL;

-- Finds the runs and versions that had a step.
CREATE INDEX version_step_by_id ON version_step (checklist, id, version);

-- A fold that is under way: what it is about to write where, so that after a kill the next start can finish it or
-- take it back. There is one at a time for a checklist, and while it is there the checklist gets no other version.
CREATE TABLE fold (
  checklist TEXT PRIMARY KEY REFERENCES checklist (name),
  base INTEGER NOT NULL,
  source TEXT,
  sha256 TEXT NOT NULL,
  step_ids TEXT NOT NULL,
  reason TEXT NOT NULL,
  lessons TEXT NOT NULL,
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  -- What the file held before.
  before_sha256 TEXT NOT NULL,
  -- The message of the commit that goes with it; null where none does.
  commit_message TEXT,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
