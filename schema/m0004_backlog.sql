-- The ops backlog: items in one hand-set order for each team, what is said of them, and how a team works them.

CREATE TABLE item (
  number INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES team (name),
  type TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  points INTEGER,
  -- Lists, as JSON; item_index has what of them is looked for.
  labels TEXT NOT NULL,
  epic TEXT,
  requester TEXT,
  owners TEXT NOT NULL,
  blockers TEXT NOT NULL,
  tasks TEXT NOT NULL,
  due TEXT,
  links TEXT NOT NULL,
  extra TEXT NOT NULL,
  -- tracker:1817033, and a short hash of what the source said of each field at the last import.
  source TEXT,
  source_marks TEXT,
  -- A fractional index: text that sorts by its bytes, with room between any two (Sources/Domain/Item/OrderKey.swift).
  place TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  started_at INTEGER,
  delivered_at INTEGER,
  accepted_at INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0,
  panel TEXT GENERATED ALWAYS AS (
    CASE state
      WHEN 'unscheduled' THEN 'icebox'
      WHEN 'unstarted' THEN 'backlog'
      WHEN 'planned' THEN 'backlog'
      WHEN 'accepted' THEN 'done'
      ELSE 'current'
    END
  ) VIRTUAL,
  FOREIGN KEY (team, epic) REFERENCES epic (team, name)
) STRICT;

-- The hand-set order, of the whole backlog and of each panel of it.
CREATE INDEX item_by_place ON item (team, place, number) WHERE deleted = 0;
CREATE INDEX item_by_panel ON item (team, panel, place, number) WHERE deleted = 0;
CREATE INDEX item_by_acceptance ON item (team, accepted_at, number) WHERE accepted_at IS NOT NULL AND deleted = 0;
CREATE INDEX item_by_epic ON item (team, epic) WHERE epic IS NOT NULL AND deleted = 0;
CREATE UNIQUE INDEX item_by_source ON item (team, source) WHERE source IS NOT NULL AND deleted = 0;

CREATE TABLE epic (
  team TEXT NOT NULL REFERENCES team (name),
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  description TEXT NOT NULL,
  source TEXT,
  source_marks TEXT,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_comment (
  -- The item's number times a million and the comment's seq: a key that VACUUM leaves alone, which the search needs.
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES item (number),
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX item_comment_of_item ON item_comment (item, seq);

CREATE TABLE item_transition (
  item INTEGER NOT NULL REFERENCES item (number),
  seq INTEGER NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  reason TEXT,
  run INTEGER REFERENCES run (number),
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (item, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_transition_by_time ON item_transition (at);

-- The items that a run carries into its environment.
CREATE TABLE run_item (
  run INTEGER NOT NULL REFERENCES run (number),
  item INTEGER NOT NULL REFERENCES item (number),
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_item_by_item ON run_item (item, run);

-- How a team works its backlog, as JSON; a team without a row has what nobody has set.
CREATE TABLE backlog (
  team TEXT PRIMARY KEY REFERENCES team (name),
  settings TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE saved_view (
  team TEXT NOT NULL REFERENCES team (name),
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team, name)
) STRICT, WITHOUT ROWID;

-- A grooming session, and what was decided in it; open until it has an end, and taken up again where it stopped.
CREATE TABLE grooming (
  number INTEGER PRIMARY KEY,
  team TEXT NOT NULL REFERENCES team (name),
  filter TEXT NOT NULL,
  by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX grooming_open ON grooming (team, number) WHERE ended_at IS NULL AND deleted = 0;

CREATE TABLE grooming_decision (
  grooming INTEGER NOT NULL REFERENCES grooming (number),
  seq INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES item (number),
  decision TEXT NOT NULL,
  detail TEXT,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (grooming, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX grooming_decision_of_item ON grooming_decision (item, grooming);

-- What follows is made of the rows above by whatever writes them (Sources/Store/Journal/Transaction.swift), and is no
-- fact of its own: undo, redo and an import keep it right by themselves. No trigger does it: with trusted_schema off
-- SQLite 3.40 lets none use JSON or FTS5.

-- What items are found by: kind is label, owner, blocker (the number of an unresolved one), or a link's kind.
CREATE TABLE item_index (
  kind TEXT NOT NULL,
  value TEXT NOT NULL COLLATE NOCASE,
  item INTEGER NOT NULL,
  PRIMARY KEY (kind, value, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_index_by_item ON item_index (item);

-- Full-text search. The text itself stays where it is (sqlite.org/fts5.html, 4.4.3, external content).
CREATE VIRTUAL TABLE item_text USING fts5 (
  title, description, content = 'item', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE item_comment_text USING fts5 (
  text, content = 'item_comment', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
