-- Incidents, their timelines, and the retros that review them.

CREATE TABLE incident (
  number INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES team (name),
  title TEXT NOT NULL,
  -- 1, the worst, to 4.
  severity INTEGER NOT NULL,
  -- Lists, as JSON, of names and of handles.
  services TEXT NOT NULL,
  customers_noticed TEXT NOT NULL,
  commander TEXT,
  scribe TEXT,
  pair TEXT NOT NULL,
  called TEXT NOT NULL,
  -- The six times, kept apart.
  impact_began_at INTEGER,
  detected_at INTEGER,
  declared_at INTEGER NOT NULL,
  mitigated_at INTEGER,
  resolved_at INTEGER,
  closed_at INTEGER,
  opened_by TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX incident_by_team ON incident (team, declared_at) WHERE deleted = 0;
-- Those that somebody is still at, and those whose retro is to come.
CREATE INDEX incident_active ON incident (team, number) WHERE resolved_at IS NULL AND deleted = 0;
CREATE INDEX incident_unclosed ON incident (team, number) WHERE closed_at IS NULL AND deleted = 0;

-- Runs that brought an incident about, or have to do with it. Its remedies are the runs that name it themselves.
CREATE TABLE incident_run (
  incident INTEGER NOT NULL REFERENCES incident (number),
  run INTEGER NOT NULL REFERENCES run (number),
  kind TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (incident, run)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_run_by_run ON incident_run (run, incident);
CREATE INDEX run_for_incident ON run (incident) WHERE incident IS NOT NULL;

-- The timeline.
CREATE TABLE incident_entry (
  id INTEGER PRIMARY KEY,
  incident INTEGER NOT NULL REFERENCES incident (number),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  by TEXT NOT NULL,
  login TEXT NOT NULL,
  account TEXT NOT NULL,
  is_oneself INTEGER NOT NULL,
  is_vouched_for INTEGER NOT NULL,
  at INTEGER NOT NULL,
  written INTEGER NOT NULL,
  -- The entry of the same incident that is wrong.
  target INTEGER,
  UNIQUE (incident, seq)
) STRICT;

CREATE TRIGGER incident_entry_is_not_updated BEFORE UPDATE ON incident_entry
BEGIN SELECT RAISE(ABORT, 'timelines are append-only'); END;
CREATE TRIGGER incident_entry_is_not_deleted BEFORE DELETE ON incident_entry
BEGIN SELECT RAISE(ABORT, 'timelines are append-only'); END;

-- What shows that an entry is so.
CREATE TABLE incident_evidence (
  incident INTEGER NOT NULL REFERENCES incident (number),
  entry INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- sick, healthy, or neither.
  health TEXT,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT REFERENCES evidence (sha256),
  size INTEGER,
  PRIMARY KEY (incident, entry, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER incident_evidence_is_not_updated BEFORE UPDATE ON incident_evidence
BEGIN SELECT RAISE(ABORT, 'timelines are append-only'); END;
CREATE TRIGGER incident_evidence_is_not_deleted BEFORE DELETE ON incident_evidence
BEGIN SELECT RAISE(ABORT, 'timelines are append-only'); END;

-- What is told to those who wait: a draft until it is sent.
CREATE TABLE incident_update (
  incident INTEGER NOT NULL REFERENCES incident (number),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  sent_by TEXT,
  sent_at INTEGER,
  sent_entry INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (incident, number)
) STRICT, WITHOUT ROWID;

-- What a monitoring system said last of each thing that it knows by a key.
CREATE TABLE incident_alert (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  group_key TEXT,
  -- Null for a resolve whose trigger nobody has seen.
  incident INTEGER REFERENCES incident (number),
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  -- How often it was told.
  count INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_alert_by_incident ON incident_alert (incident) WHERE incident IS NOT NULL;
CREATE INDEX incident_alert_by_group ON incident_alert (source, group_key) WHERE group_key IS NOT NULL;

-- A person's word that this happened before: the incident or the lesson that it came back from.
CREATE TABLE incident_recurrence (
  incident INTEGER NOT NULL REFERENCES incident (number),
  kind TEXT NOT NULL,
  target INTEGER NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (incident, kind, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_recurrence_by_target ON incident_recurrence (kind, target);
CREATE INDEX lesson_incident ON lesson (incident) WHERE incident IS NOT NULL;

CREATE TABLE retro (
  number INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES team (name),
  title TEXT NOT NULL,
  run INTEGER REFERENCES run (number),
  state TEXT NOT NULL,
  facilitator TEXT,
  -- Handles, as JSON.
  attendees TEXT NOT NULL,
  -- YYYY-MM-DD in the team's time zone.
  due TEXT,
  -- Answers, impact, factors and how it went, as JSON.
  content TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  reviewed_at INTEGER,
  closed_at INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX retro_by_team ON retro (team, number) WHERE deleted = 0;
CREATE INDEX retro_unreviewed ON retro (team, due) WHERE reviewed_at IS NULL AND deleted = 0;
CREATE INDEX retro_run ON retro (run) WHERE run IS NOT NULL;

-- An incident is reviewed once; a retro can be of several.
CREATE TABLE retro_incident (
  incident INTEGER PRIMARY KEY REFERENCES incident (number),
  retro INTEGER NOT NULL REFERENCES retro (number),
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX retro_incident_by_retro ON retro_incident (retro);

-- What a retro had somebody do: an item, and what it is for.
CREATE TABLE retro_action (
  item INTEGER PRIMARY KEY REFERENCES item (number),
  retro INTEGER NOT NULL REFERENCES retro (number),
  kind TEXT NOT NULL,
  question TEXT,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX retro_action_by_retro ON retro_action (retro);
