-- What was written on runs and on timelines, to be found by its words. Entries are never changed, so nothing ever goes out
-- of an index; Sources/Store/Journal/Transaction.swift puts in what is written.

-- The texts stay where they are (sqlite.org/fts5.html, 4.4.1, contentless). The key is the run's number times a million,
-- and the entry's.
CREATE VIRTUAL TABLE run_entry_text USING fts5(
  reason, value, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO run_entry_text (rowid, reason, value)
SELECT run * 1000000 + seq, reason, value FROM run_entry
WHERE reason IS NOT NULL OR value IS NOT NULL ORDER BY run, seq;

CREATE VIRTUAL TABLE incident_entry_text USING fts5(
  text, content = 'incident_entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO incident_entry_text (rowid, text) SELECT id, text FROM incident_entry ORDER BY id;
