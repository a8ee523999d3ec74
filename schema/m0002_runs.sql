-- Teams and people

CREATE TABLE team (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  hours TEXT NOT NULL,
  holidays TEXT NOT NULL,
  freezes TEXT NOT NULL,
  environments TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE person (
  handle TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  login TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One login is one person: nobody can be two.
CREATE UNIQUE INDEX person_login ON person (login) WHERE login IS NOT NULL AND deleted = 0;

CREATE TABLE membership (
  team TEXT NOT NULL REFERENCES team (name),
  person TEXT NOT NULL REFERENCES person (handle),
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team, person)
) STRICT, WITHOUT ROWID;

-- Checklists and their immutable versions

CREATE TABLE checklist (
  name TEXT PRIMARY KEY,
  latest INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE version (
  checklist TEXT NOT NULL REFERENCES checklist (name),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  settings TEXT NOT NULL,
  rollback_prompt TEXT NOT NULL,
  source TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  parent INTEGER,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (checklist, number)
) STRICT;

CREATE INDEX version_sha256 ON version (checklist, sha256);

CREATE TABLE version_step (
  checklist TEXT NOT NULL,
  version INTEGER NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  section TEXT NOT NULL,
  groups TEXT NOT NULL,
  parent TEXT,
  depth INTEGER NOT NULL,
  text TEXT NOT NULL,
  body TEXT NOT NULL,
  fences TEXT NOT NULL,
  attributes TEXT NOT NULL,
  line INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (checklist, version, number),
  FOREIGN KEY (checklist, version) REFERENCES version (checklist, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX version_step_id ON version_step (checklist, version, id);

-- Where a checklist's file was last seen, by host and real path; its base is the version it held then.
CREATE TABLE checklist_file (
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  checklist TEXT NOT NULL REFERENCES checklist (name),
  version INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (host, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX checklist_file_checklist ON checklist_file (checklist);

-- Runs: what each was begun for, and what its entries have added up to

CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  checklist TEXT NOT NULL,
  version INTEGER NOT NULL,
  team TEXT NOT NULL REFERENCES team (name),
  environment TEXT NOT NULL,
  environment_kind TEXT NOT NULL,
  artifact_name TEXT NOT NULL,
  artifact_version TEXT NOT NULL,
  artifact_digest TEXT,
  parameters TEXT NOT NULL,
  is_rehearsal INTEGER NOT NULL,
  incident INTEGER,
  plan_at INTEGER,
  plan_told TEXT,
  state TEXT NOT NULL,
  pair TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  steps_settled INTEGER NOT NULL,
  steps_active INTEGER NOT NULL,
  plan_version INTEGER,
  review_due TEXT,
  attestation INTEGER REFERENCES attestation (number),
  deleted INTEGER NOT NULL DEFAULT 0,
  FOREIGN KEY (checklist, version) REFERENCES version (checklist, number)
) STRICT;

CREATE INDEX run_active ON run (team, environment) WHERE state IN ('running', 'paused');
CREATE INDEX run_artifact ON run (artifact_name, artifact_version);
CREATE INDEX run_checklist ON run (checklist, number);
CREATE INDEX run_state ON run (state, number);

-- Everybody who was ever on a run, to find a person's runs.
CREATE TABLE run_person (
  person TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES run (number),
  role TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (person, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_entry (
  run INTEGER NOT NULL REFERENCES run (number),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  step TEXT,
  section TEXT,
  by TEXT NOT NULL,
  login TEXT NOT NULL,
  account TEXT NOT NULL,
  is_oneself INTEGER NOT NULL,
  is_vouched_for INTEGER NOT NULL,
  at INTEGER NOT NULL,
  written INTEGER NOT NULL,
  reason TEXT,
  is_reason_owed INTEGER NOT NULL,
  value TEXT,
  target INTEGER,
  subject TEXT,
  role TEXT,
  assurance TEXT,
  evidence TEXT REFERENCES evidence (sha256),
  evidence_size INTEGER,
  evidence_name TEXT,
  is_out_of_order INTEGER NOT NULL,
  PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER run_entry_is_not_updated BEFORE UPDATE ON run_entry
BEGIN SELECT RAISE(ABORT, 'run entries are append-only'); END;
CREATE TRIGGER run_entry_is_not_deleted BEFORE DELETE ON run_entry
BEGIN SELECT RAISE(ABORT, 'run entries are append-only'); END;

CREATE TABLE evidence (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TRIGGER evidence_is_not_updated BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER evidence_is_not_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;

-- What CI says of an artifact in an environment.
CREATE TABLE attestation (
  number INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES team (name),
  environment TEXT NOT NULL,
  artifact_name TEXT NOT NULL,
  artifact_version TEXT NOT NULL,
  artifact_digest TEXT,
  url TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX attestation_artifact ON attestation (artifact_name, artifact_version);
