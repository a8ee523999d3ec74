-- What figures look at of each run, made of its entries as they are written (Sources/Domain/Metrics/RunFigures.swift):
-- so that no figure has to read a million of them. Neither journalled nor verified, as it can be made anew.

CREATE TABLE run_figure (
  run INTEGER PRIMARY KEY REFERENCES run (number),
  team TEXT NOT NULL,
  -- The first outcome of an attempt at a step that deploys; null where production was not touched.
  deployed_at INTEGER,
  deploy_failed INTEGER NOT NULL,
  mended_at INTEGER,
  -- The same of the rollback section.
  back_at INTEGER,
  back_failed INTEGER NOT NULL,
  back_mended_at INTEGER,
  rollback_entered_at INTEGER,
  rolled_back_at INTEGER,
  rolled_back_by INTEGER,
  steps_ran INTEGER NOT NULL,
  steps_failed INTEGER NOT NULL,
  steps_skipped INTEGER NOT NULL,
  steps_overridden INTEGER NOT NULL,
  -- How long it is expected to take, in milliseconds, and the times of the commits that it deploys, as they were given.
  expected INTEGER,
  commits TEXT,
  -- The last of its times that figures look at.
  latest_at INTEGER NOT NULL
) STRICT;

CREATE INDEX run_figure_by_team ON run_figure (team, latest_at);

-- What became of each step of each run; steps without an outcome have no row.
CREATE TABLE run_step (
  run INTEGER NOT NULL REFERENCES run (number),
  step TEXT NOT NULL,
  -- Of the last attempt.
  outcome TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- When somebody had set to work on it for the first time and was through: done, failed or overridden.
  first_at INTEGER,
  failed INTEGER NOT NULL,
  failed_at INTEGER,
  -- From start to done, in milliseconds, where somebody started it.
  took INTEGER,
  PRIMARY KEY (run, step)
) STRICT, WITHOUT ROWID;

-- What is in the store already. An outcome is an attempt; the attempt has a start where the entry before it is one.
CREATE TEMP TABLE standing_entry AS
SELECT run, step, seq, kind, at,
  lag(kind) OVER steps AS kind_before, lag(at) OVER steps AS at_before,
  row_number() OVER (PARTITION BY run, step ORDER BY seq DESC) AS back
FROM run_entry
WHERE kind IN ('started', 'done', 'failed', 'skipped', 'not-applicable', 'deferred', 'overridden')
  AND step IS NOT NULL
  AND (run, seq) NOT IN (SELECT run, target FROM run_entry WHERE kind = 'corrected' AND target IS NOT NULL)
WINDOW steps AS (PARTITION BY run, step ORDER BY seq);

INSERT INTO run_step (run, step, outcome, at, first_at, failed, failed_at, took)
SELECT run, step, max(CASE WHEN outcome_back = 1 THEN kind END), max(CASE WHEN outcome_back = 1 THEN at END),
  min(CASE WHEN kind IN ('done', 'failed', 'overridden') THEN at END), sum(kind = 'failed'),
  min(CASE WHEN kind = 'failed' THEN at END),
  sum(CASE WHEN kind = 'done' AND kind_before = 'started' THEN at - at_before END)
FROM (
  SELECT *, row_number() OVER (PARTITION BY run, step ORDER BY seq DESC) AS outcome_back
  FROM standing_entry WHERE kind <> 'started')
WHERE EXISTS (
  SELECT 1 FROM run JOIN version_step AS line ON line.checklist = run.checklist AND line.version = run.version
  WHERE run.number = run AND line.id = step)
GROUP BY run, step;

CREATE TEMP TABLE deploying_step AS
SELECT run.number AS run, line.id AS step, line.section = 'rollback' AS is_back
FROM run JOIN version_step AS line ON line.checklist = run.checklist AND line.version = run.version
WHERE json_extract(line.attributes, '$.deploys') = 1;

CREATE TEMP TABLE deployed_run AS
SELECT run, is_back, min(first_at) AS at, max(failed > 0) AS has_failed,
  -- Where it failed: once each of the steps that had failed went well. A rollback has to go well as a whole.
  CASE WHEN sum((is_back OR failed > 0) AND outcome NOT IN ('done', 'overridden')) = 0
    THEN max(CASE WHEN is_back OR failed > 0 THEN run_step.at END) END AS mended_at
FROM deploying_step JOIN run_step USING (run, step)
WHERE first_at IS NOT NULL
GROUP BY run, is_back;

-- A run that was aborted while somebody was at a step that deploys has changed production, as far as anybody knows.
INSERT INTO deployed_run (run, is_back, at, has_failed, mended_at)
SELECT DISTINCT number, 0, ended_at, 1, NULL
FROM run JOIN deploying_step ON deploying_step.run = number AND NOT is_back
  JOIN standing_entry ON standing_entry.run = number AND standing_entry.step = deploying_step.step
WHERE state = 'aborted' AND ended_at IS NOT NULL AND kind = 'started' AND back = 1
  AND number NOT IN (SELECT run FROM deployed_run WHERE NOT is_back);

CREATE TEMP TABLE rolled_back_run AS
SELECT run, min(CASE WHEN kind = 'rollback-entered' THEN at END) AS entered_at,
  max(CASE WHEN kind = 'rolled-back' THEN at END) AS at,
  max(CASE WHEN kind = 'rolled-back' THEN CAST(value AS INTEGER) END) AS by_run
FROM run_entry WHERE kind IN ('rollback-entered', 'rolled-back') GROUP BY run;

INSERT INTO run_figure (
  run, team, deployed_at, deploy_failed, mended_at, back_at, back_failed, back_mended_at, rollback_entered_at,
  rolled_back_at, rolled_back_by, steps_ran, steps_failed, steps_skipped, steps_overridden, expected, commits, latest_at)
SELECT run.number, team, forth.at, coalesce(forth.has_failed, 0), forth.mended_at,
  back.at, coalesce(back.has_failed, 0), back.mended_at, rolled.entered_at, rolled.at, rolled.by_run,
  coalesce(steps.ran, 0), coalesce(steps.failed, 0), coalesce(steps.skipped, 0), coalesce(steps.overridden, 0),
  -- A duration is kept as the two halves of a number of attoseconds.
  (SELECT CAST(round((json_extract(settings, '$.expected[0]') * 18446744073709551616.0
      + json_extract(settings, '$.expected[1]')) / 1e15) AS INTEGER)
    FROM version WHERE version.checklist = run.checklist AND version.number = run.version),
  json_extract(parameters, '$.commits'),
  max(coalesce(started_at, 0), coalesce(ended_at, 0), coalesce(forth.at, 0), coalesce(back.at, 0),
    coalesce(rolled.at, 0))
FROM run
  LEFT JOIN deployed_run AS forth ON forth.run = run.number AND NOT forth.is_back
  LEFT JOIN deployed_run AS back ON back.run = run.number AND back.is_back
  LEFT JOIN rolled_back_run AS rolled ON rolled.run = run.number
  LEFT JOIN (
    SELECT run, count(*) AS ran, sum(failed > 0) AS failed, sum(outcome = 'skipped') AS skipped,
      sum(outcome = 'overridden') AS overridden
    FROM run_step GROUP BY run) AS steps ON steps.run = run.number;

DROP TABLE standing_entry;
DROP TABLE deploying_step;
DROP TABLE deployed_run;
DROP TABLE rolled_back_run;
