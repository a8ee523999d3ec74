-- Commands of steps that were run: what, by whom, where, and how it ended. A run's entries tell of each; this is what
-- they tell of, as far as it is looked things up by.

CREATE TABLE execution (
  number INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (number),
  step TEXT NOT NULL,
  mode TEXT NOT NULL,
  -- The fence's place in the step from 0, and its name where it has one.
  fence INTEGER NOT NULL,
  name TEXT,
  -- The program and its arguments, as JSON.
  interpreter TEXT NOT NULL,
  code TEXT NOT NULL,
  by TEXT NOT NULL,
  directory TEXT NOT NULL,
  host TEXT NOT NULL,
  -- The folder beside the store in which its output stands while it runs.
  spool TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  started_entry INTEGER NOT NULL,
  -- From here on nothing is known while it runs.
  ended_at INTEGER,
  -- exited, killed, not-started, timed-out, stopped or lost; with an exit code or a signal, or with words.
  ending TEXT,
  ending_code INTEGER,
  ending_words TEXT,
  verdict TEXT,
  -- In milliseconds; nothing where the end was not seen.
  took INTEGER,
  attempts INTEGER,
  output_sha256 TEXT REFERENCES evidence (sha256),
  output_kept INTEGER,
  -- Of all that it printed, kept or not.
  output_size INTEGER,
  output_head TEXT,
  output_tail TEXT,
  output_between INTEGER,
  failing_line TEXT,
  -- {"done", "total", "name"}
  progress TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX execution_run ON execution (run, number);
CREATE INDEX execution_step ON execution (step, number);
CREATE INDEX execution_running ON execution (number) WHERE ended_at IS NULL;

-- Where a team's commands run, and with which variables.
CREATE TABLE team_command (
  team TEXT PRIMARY KEY REFERENCES team (name),
  directory TEXT,
  -- {"NAME": "value"}
  variables TEXT NOT NULL,
  -- Names of variables that they take over from whoever runs them, as JSON.
  passed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
