-- The journal's changes, in a table of rows instead of an index.
--
-- A table WITHOUT ROWID is an index, and of an entry of more than 1,002 bytes an index keeps what is beyond on a page of its
-- own (sqlite.org/fileformat2.html, 1.6): more than half of a journal was empty. Rows as long as these lie side by side here.
-- No byte of a change is another: the chain stays as it is.
--
-- They wait in a file beside, so that the store does not grow by as much as it then has free.

CREATE TEMP TABLE waiting_change AS
SELECT seq, ordinal, table_name, row_key, schema_version, before, after FROM journal_change ORDER BY seq, ordinal;

-- Else they would be written over with zeroes when they go, and kept once more for that.
PRAGMA temp.secure_delete = OFF;

DROP TABLE journal_change;

CREATE TABLE journal_change (
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (seq, ordinal)
) STRICT;

-- OR FAIL: what fails takes all of the migration back, and SQLite need not keep them once more for this statement alone.
INSERT OR FAIL INTO journal_change (seq, ordinal, table_name, row_key, schema_version, before, after)
SELECT seq, ordinal, table_name, row_key, schema_version, before, after FROM temp.waiting_change ORDER BY rowid;

DROP TABLE temp.waiting_change;

-- With the ordinal, as the index had it before: the last change of a row is found without sorting.
CREATE INDEX journal_change_by_row ON journal_change (table_name, row_key, seq, ordinal);

CREATE TRIGGER journal_change_no_update BEFORE UPDATE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_change_no_delete BEFORE DELETE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
