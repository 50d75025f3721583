-- Sixteenth step: what is packed of 32 articles stands together.
ALTER TABLE packed RENAME TO packed_alone; -- waits to be packed anew: upgrade_packed.go

-- of the JSON of articles and their records, what the other columns do not hold (zstd, with
-- the dictionary of boctin)
CREATE TABLE packed (
	n    INTEGER PRIMARY KEY,              -- articles.id >> 5
	json BLOB NOT NULL
) STRICT;
