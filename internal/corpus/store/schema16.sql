-- Sixteenth step: what is packed of 64 articles stands together, and full text says less of
-- columns.
ALTER TABLE packed RENAME TO packed_alone; -- waits to be packed anew: upgrade_16.go

-- of the JSON of articles and their records, what the other columns do not hold (zstd, with
-- the dictionary of boctin)
CREATE TABLE packed (
	n    INTEGER PRIMARY KEY,              -- articles.id >> 6
	json BLOB NOT NULL
) STRICT;

-- full text, as before; FTS5 writes two bytes less for a word of its first column, and most
-- words stand in bodies
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (body_folded, title_folded,
	content = '', tokenize = 'unicode61 remove_diacritics 0');
-- articles that are still to be put into it: upgrade_16.go
CREATE TABLE unsearched (article INTEGER PRIMARY KEY) STRICT;
INSERT INTO unsearched SELECT id FROM article_rows WHERE newest = 1;
