-- Twenty-first step: what is looked up by a digest stands so that new articles write to few pages.
-- The numbers under which sites keep articles stand by site and number; those of older steps,
-- in the order of their digests, are taken down anew.
DELETE FROM number_rows;

-- a wording is found by the first 32 bits of its digest, in runs as those of its keys
CREATE TABLE IF NOT EXISTS wording_digest_runs (
	run     INTEGER PRIMARY KEY,
	entries INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS wording_digest_segments (
	id      INTEGER PRIMARY KEY,
	entries BLOB NOT NULL
) STRICT;
DELETE FROM wording_digest_runs;
DELETE FROM wording_digest_segments;
CREATE TABLE new_wordings (
	id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice
	digest  INTEGER NOT NULL,                  -- the first 8 bytes
	glimpse BLOB                               -- how long it is, and a bit for each run of words: internal/neardup
) STRICT;
INSERT INTO new_wordings SELECT id, digest, glimpse FROM wordings ORDER BY id;
DELETE FROM sqlite_sequence WHERE name = 'new_wordings';
INSERT INTO sqlite_sequence (name, seq) SELECT 'new_wordings', seq FROM sqlite_sequence WHERE name = 'wordings';
DROP TABLE wordings;
ALTER TABLE new_wordings RENAME TO wordings;

-- those of an official who stand in another block than he does
CREATE INDEX IF NOT EXISTS appearances_elsewhere ON appearance_rows (official) WHERE block IS NOT NULL;

-- a document that was imported is found by its article, and that by the first 32 bits of the
-- digest of the document
CREATE TABLE IF NOT EXISTS import_digest_runs (
	run     INTEGER PRIMARY KEY,
	entries INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS import_digest_segments (
	id      INTEGER PRIMARY KEY,
	entries BLOB NOT NULL
) STRICT;
DELETE FROM import_digest_runs;
DELETE FROM import_digest_segments;
DROP INDEX IF EXISTS imports_digest;
CREATE INDEX IF NOT EXISTS imports_article ON import_rows (article);
