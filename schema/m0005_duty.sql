-- Prod pairs: who takes part in a team's rotation, who may not be on together, who is away, and who is on duty when.

CREATE TABLE roster_member (
  team TEXT NOT NULL REFERENCES team (name),
  person TEXT NOT NULL REFERENCES person (handle),
  experience TEXT NOT NULL,
  -- The first and the last day, YYYY-MM-DD in the team's time zone.
  joins TEXT,
  leaves TEXT,
  most_duties INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX roster_member_by_person ON roster_member (person, team);

-- Whoever is away is away for all teams.
CREATE TABLE absence (
  number INTEGER PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (handle),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX absence_by_person ON absence (person, start_at);

-- never or prefer; of two people there is one rule, and the first of them is the one whose handle sorts first.
CREATE TABLE pair_rule (
  team TEXT NOT NULL REFERENCES team (name),
  first TEXT NOT NULL REFERENCES person (handle),
  second TEXT NOT NULL REFERENCES person (handle),
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team, first, second)
) STRICT, WITHOUT ROWID;

-- When a team's pair hands over, as JSON; a team without a row hands over on Mondays at ten.
CREATE TABLE rota (
  team TEXT PRIMARY KEY REFERENCES team (name),
  settings TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A stretch of time and the two who are on in it. The number is what calendars know it by.
CREATE TABLE duty (
  number INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES team (name),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  -- Lists, as JSON: who is on, who would be without any change, why, and who took whose place.
  people TEXT NOT NULL,
  base_people TEXT NOT NULL,
  reasons TEXT NOT NULL,
  changes TEXT NOT NULL,
  is_fixed INTEGER NOT NULL DEFAULT 0,
  -- Raised whenever its time or its people change (RFC 5545, 3.8.7.4).
  sequence INTEGER NOT NULL DEFAULT 0,
  -- The duty that it was cut from, when somebody took over in the middle.
  part_of INTEGER REFERENCES duty (number),
  changed_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX duty_by_team ON duty (team, start_at, end_at) WHERE deleted = 0;
CREATE INDEX duty_by_end ON duty (end_at, start_at) WHERE deleted = 0;

CREATE TABLE toil_entry (
  number INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES team (name),
  person TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  what TEXT NOT NULL,
  item INTEGER REFERENCES item (number),
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX toil_entry_by_team ON toil_entry (team, at) WHERE deleted = 0;

-- What a pair tells the next one at the end of its duty, and who signed that, as JSON.
CREATE TABLE handoff (
  duty INTEGER PRIMARY KEY REFERENCES duty (number),
  note TEXT NOT NULL,
  signatures TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
