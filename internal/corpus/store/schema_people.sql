-- Fifth step: persons are told by evidence over a block of appearances.

-- what an article says of the person, as internal/identity compares it (JSON);
-- block: among whom others of his person may be; folded: the name without marks;
-- mark: ends the ids of namesakes, and finds the person of an id that was printed
ALTER TABLE appearances ADD COLUMN said TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN block TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN folded TEXT NOT NULL DEFAULT '';
ALTER TABLE appearances ADD COLUMN mark TEXT NOT NULL DEFAULT '';
CREATE INDEX appearances_block ON appearances (block);
CREATE INDEX appearances_folded ON appearances (folded);
CREATE INDEX appearances_mark ON appearances (mark);

-- unsettled.base and posts_held.base are blocks from now on
DELETE FROM unsettled;
DELETE FROM posts_held;

-- the rules, persons and judgements by which all was settled last
CREATE TABLE settled (version TEXT NOT NULL) STRICT;
