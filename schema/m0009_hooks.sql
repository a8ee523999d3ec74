-- What hooks did when they were told of something: kept so that whoever wonders why nothing came can look.

CREATE TABLE hook_run (
  number INTEGER PRIMARY KEY,
  event TEXT NOT NULL,
  -- The entry of the journal that it was told of.
  entry INTEGER,
  team TEXT,
  -- The program and its arguments, as JSON.
  command TEXT NOT NULL,
  -- In milliseconds, as is what it took.
  time_limit INTEGER NOT NULL,
  at INTEGER NOT NULL,
  took INTEGER NOT NULL,
  -- exited, killed, not-started, out-of-time or cut; with an exit code, a signal or an error of the operating system.
  ending TEXT NOT NULL,
  code INTEGER,
  -- What it said, as far as it is kept; the journal has its hash.
  output TEXT NOT NULL,
  output_sha256 TEXT NOT NULL,
  is_output_cut INTEGER NOT NULL
) STRICT;

CREATE TRIGGER hook_run_is_not_updated BEFORE UPDATE ON hook_run
BEGIN SELECT RAISE(ABORT, 'what hooks did is append-only'); END;
CREATE TRIGGER hook_run_is_not_deleted BEFORE DELETE ON hook_run
BEGIN SELECT RAISE(ABORT, 'what hooks did is append-only'); END;
