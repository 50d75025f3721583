-- Thirteenth step: most texts that share a key are told apart without being read, and
-- what is to be known of namesakes stands together.
ALTER TABLE wordings ADD COLUMN glimpse BLOB; -- how long it is, and a bit for each run of words: internal/neardup

-- the appearances of a block that are settled, as far as settling asks for them: block.go
CREATE TABLE blocks (
	block  INTEGER PRIMARY KEY,            -- appearance_rows.block
	number INTEGER NOT NULL,               -- of appearances
	packed BLOB NOT NULL
) STRICT;

-- appearances that came, changed or went since their block was settled
CREATE TABLE unsettled_rows (
	block      INTEGER NOT NULL,
	appearance INTEGER NOT NULL,           -- appearance_rows.id
	PRIMARY KEY (block, appearance)
) STRICT, WITHOUT ROWID;
INSERT INTO unsettled_rows SELECT u.block, x.id FROM unsettled u JOIN appearance_rows x ON x.block = u.block;
DROP TABLE unsettled;
ALTER TABLE unsettled_rows RENAME TO unsettled;
