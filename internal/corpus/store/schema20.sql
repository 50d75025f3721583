-- Twentieth step: the keys of wordings, 32 bits each, stand in sorted runs, of which those of
-- about one size are merged: whatever is added is written once, not a row on nearly every page.
-- Two wordings that share a key are compared, unless a crowd carries it. internal/corpus/runs
-- says what a segment holds.
CREATE TABLE IF NOT EXISTS wording_key_runs (
	run     INTEGER PRIMARY KEY,
	entries INTEGER NOT NULL               -- how many it has, those that take others out included
) STRICT;
CREATE TABLE IF NOT EXISTS wording_key_segments (
	id      INTEGER PRIMARY KEY,           -- run << 32, and the first key of it, 0 for the first of a run
	entries BLOB NOT NULL
) STRICT;
