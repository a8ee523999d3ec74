-- What every store has: who it is, and the journal of every change made to it (design.md, 2.1).

-- id (a UUID that the journal's chain begins with), kind (personal or shared), group, created_at.
CREATE TABLE store_setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal's last entry, in the one row that a writer reads first: seq has no gaps, so that whoever
-- asks for "since N" misses nothing.
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- One entry per user action. hash is SHA-256 over previous, the changes and the entry
-- (Sources/Store/Journal/CanonicalJSON.swift says in which bytes).
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  command TEXT NOT NULL,
  undo_policy TEXT NOT NULL CHECK (undo_policy IN ('undoable', 'correct-only', 'never')),
  undo_hint TEXT,
  login TEXT NOT NULL,
  uid INTEGER NOT NULL,
  session_login TEXT,
  person TEXT,
  acting_as TEXT,
  claims TEXT NOT NULL,
  summary TEXT NOT NULL,
  undoes INTEGER REFERENCES journal (seq),
  change_count INTEGER NOT NULL,
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- "My last undoable action". Ticks and other facts are correct-only and never touch it.
CREATE INDEX journal_by_undoable ON journal (login, acting_as, seq) WHERE undo_policy = 'undoable';

-- An entry is undone at most once; redoing undoes the undo.
CREATE UNIQUE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

-- One row per row that an entry touched: its image before (null: it was not there) and after (null: it is gone).
CREATE TABLE journal_change (
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_change_by_row ON journal_change (table_name, row_key, seq);

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_change_no_update BEFORE UPDATE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_change_no_delete BEFORE DELETE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_head_moves_by_one BEFORE UPDATE ON journal_head
WHEN NEW.seq <> OLD.seq + 1
BEGIN SELECT RAISE(ABORT, 'the journal head moves by one'); END;

CREATE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head
BEGIN SELECT RAISE(ABORT, 'the journal head is never deleted'); END;
