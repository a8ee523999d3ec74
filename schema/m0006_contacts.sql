-- How people are reached, and whom to call for the parts of what a team runs.

CREATE TABLE contact (
  person TEXT PRIMARY KEY REFERENCES person (handle),
  -- An address for calendars and for trailers in git.
  mail TEXT,
  -- What one calls, or where one writes: for people to read.
  call TEXT,
  -- An IANA name; the team's where it is not said.
  time_zone TEXT,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE component (
  name TEXT PRIMARY KEY,
  -- Who runs it in production.
  team TEXT NOT NULL REFERENCES team (name),
  -- Handles, as JSON, in the order in which they are called.
  developers TEXT NOT NULL,
  note TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX component_by_team ON component (team) WHERE deleted = 0;

-- What happened to a team's runs lately, for hand-overs and stand-ups.
CREATE INDEX run_by_team ON run (team, started_at) WHERE deleted = 0;
