-- Seventeenth step: a place is a number where it can be, a name that an official bears is
-- not said again, and who took part in an event is known by its number in the article. What
-- was stored under older steps waits to be stored anew: upgrade_17.go
-- by which his appearances know their names and blocks: as he was written first, NULL where
-- that is his name still; and of the first of them
ALTER TABLE officials ADD COLUMN written TEXT;
ALTER TABLE officials ADD COLUMN block INTEGER NOT NULL DEFAULT 0;
UPDATE officials SET block = COALESCE((SELECT block FROM appearance_rows x WHERE x.official = n LIMIT 1), 0);

DROP TRIGGER event_officials_moved;
DROP VIEW appearances;
DROP VIEW official_mentions;
DROP VIEW posts;
DROP VIEW agency_articles;
DROP VIEW agency_mentions;
DROP VIEW agencies_by_month;
DROP VIEW appearances_by_month;
DROP VIEW met_by_month;
DROP VIEW met;
DROP VIEW findings;
DROP INDEX appearances_official;
DROP INDEX IF EXISTS appearances_block;
DROP INDEX agency_articles_agency;
DROP INDEX dates_value;
DROP INDEX event_officials_official;
DROP INDEX event_officials_day;
ALTER TABLE appearance_rows RENAME TO old_appearances;
ALTER TABLE agency_article_rows RENAME TO old_agency_articles;
ALTER TABLE event_officials RENAME TO old_event_officials;

-- A place is the number of these bits, the highest first: start, 8 of length, 1 that tells
-- the body from the title. Where that does not hold it, it is a list: the field (0 title, 1
-- body, 2 the caption of the first image, and so on), start and end, all in code points, and
-- the text where it is of a caption. Several places are a list of them (JSON).

-- an agency in an article
CREATE TABLE agency_article_rows (
	id       INTEGER PRIMARY KEY,
	agency   INTEGER NOT NULL,             -- agencies.n
	day      INTEGER,                      -- of publication, days of Unix
	mentions INTEGER NOT NULL,
	places   ANY NOT NULL
) STRICT;
CREATE INDEX agency_articles_agency ON agency_article_rows (agency, day);
CREATE VIEW agency_articles AS SELECT g.id AS agency, a.id AS article, a.published, a.month, m.mentions
FROM agency_article_rows m JOIN agencies g ON g.n = m.agency JOIN articles a ON a.id = m.id >> 20;
CREATE VIEW agency_mentions AS SELECT a.id AS article, p.agency,
	CASE p.field WHEN 0 THEN substr(a.title, p."start" + 1, p."end" - p."start") WHEN 1 THEN substr(a.body, p."start" + 1, p."end" - p."start") ELSE p.text END AS text,
	CASE p.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', p.field - 2) END AS field, p."start", p."end"
FROM (SELECT m.id >> 20 AS article, g.id AS agency,
		CASE j.type WHEN 'integer' THEN j.value & 1 ELSE j.value ->> 0 END AS field,
		CASE j.type WHEN 'integer' THEN j.value >> 9 ELSE j.value ->> 1 END AS "start",
		CASE j.type WHEN 'integer' THEN (j.value >> 9) + (j.value >> 1 & 255) ELSE j.value ->> 2 END AS "end",
		CASE j.type WHEN 'array' THEN j.value ->> 3 END AS text
	FROM agency_article_rows m JOIN agencies g ON g.n = m.agency JOIN json_each(m.places) j) p JOIN article_rows a ON a.id = p.article;

-- a person in an article
CREATE TABLE appearance_rows (
	id       INTEGER PRIMARY KEY,          -- id >> 20 is the article
	official INTEGER NOT NULL,             -- officials.n
	manner   INTEGER NOT NULL,             -- manners.n
	country  TEXT NOT NULL,                -- as the article says
	posts    ANY,                          -- of each the bits of offices.n, 21 of the start and 10 of the length of the sentence that gives it, 1 that tells the body; where it is printed
	                                       -- other than as title and agency, a list of that and of how it is printed: a text, or where in the sentence (start, 8 bits of length); where
	                                       -- that does not hold it, a list of offices.n, field, start and end, how it is printed, and the text of a caption
	places   ANY NOT NULL,                 -- with 7 bits behind the length: where in the place the name begins, which ends with it; as a list with both behind its end
	block    INTEGER,                      -- among whom others of his person may be: the first 8 bytes of the SHA-256 of its name; NULL where it is that of the official
	name     TEXT,                         -- NULL where it is that which the official was first written by
	local    TEXT,                         -- id in the article's record; NULL where it is country/name
	aliases  TEXT,                         -- JSON list; NULL for none, as below
	forms    TEXT                          -- other ways in which the article writes him
) STRICT;
CREATE INDEX appearances_official ON appearance_rows (official);
CREATE VIEW appearances AS SELECT x.id, x.id >> 20 AS article, o.id AS official, COALESCE(x.name, o.written, o.name) AS name, x.country, m.ranks, m.honorifics, COALESCE(x.aliases, '[]') AS aliases
FROM appearance_rows x JOIN officials o ON o.n = x.official JOIN manners m ON m.n = x.manner;
CREATE VIEW official_mentions AS SELECT p.appearance,
	CASE p.field WHEN 0 THEN substr(a.title, p."start" + 1, p."end" - p."start") WHEN 1 THEN substr(a.body, p."start" + 1, p."end" - p."start") ELSE p.text END AS text,
	p.name_start, p.name_end, CASE p.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', p.field - 2) END AS field, p."start", p."end"
FROM (SELECT x.id AS appearance,
		CASE j.type WHEN 'integer' THEN j.value & 1 ELSE j.value ->> 0 END AS field,
		CASE j.type WHEN 'integer' THEN j.value >> 16 ELSE j.value ->> 1 END AS "start",
		CASE j.type WHEN 'integer' THEN (j.value >> 16) + (j.value >> 8 & 255) ELSE j.value ->> 2 END AS "end",
		CASE j.type WHEN 'integer' THEN j.value >> 1 & 127 ELSE j.value ->> 3 END AS name_start,
		CASE j.type WHEN 'integer' THEN j.value >> 8 & 255 ELSE j.value ->> 4 END AS name_end,
		CASE j.type WHEN 'array' THEN j.value ->> 5 END AS text
	FROM appearance_rows x JOIN json_each(x.places) j) p JOIN article_rows a ON a.id = p.appearance >> 20;
CREATE VIEW posts AS SELECT p.appearance, h.title, g.id AS agency, h.agency_name, h.former, h.acting,
	CASE typeof(p.printed) WHEN 'integer' THEN substr(CASE p.field WHEN 0 THEN a.title ELSE a.body END, p."start" + (p.printed >> 8) + 1, p.printed & 255)
		ELSE COALESCE(p.printed, h.title || ' ' || h.agency_name) END AS text,
	CASE p.field WHEN 0 THEN substr(a.title, p."start" + 1, p."end" - p."start") WHEN 1 THEN substr(a.body, p."start" + 1, p."end" - p."start") ELSE p.caption END AS sentence,
	CASE p.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', p.field - 2) END AS field, p."start", p."end"
FROM (SELECT appearance, COALESCE(bits >> 32, list ->> 0) AS office, COALESCE(bits & 1, list ->> 1) AS field, COALESCE(bits >> 11 & 2097151, list ->> 2) AS "start",
		COALESCE((bits >> 11 & 2097151) + (bits >> 1 & 1023), list ->> 3) AS "end",
		CASE WHEN bits IS NULL THEN list ->> 4 ELSE list ->> 1 END AS printed, CASE WHEN bits IS NULL THEN list ->> 5 END AS caption
	FROM (SELECT x.id AS appearance, CASE j.type WHEN 'integer' THEN j.value ELSE CASE WHEN j.value ->> 2 IS NULL THEN j.value ->> 0 END END AS bits, CASE j.type WHEN 'array' THEN j.value END AS list
		FROM appearance_rows x JOIN json_each(x.posts) j)) p
	JOIN article_rows a ON a.id = p.appearance >> 20 JOIN offices h ON h.n = p.office LEFT JOIN agencies g ON g.n = h.agency;

-- who took part, as a person of an article
CREATE TABLE event_official_rows (
	event    INTEGER NOT NULL,
	nth      INTEGER NOT NULL,             -- of the article of the event: the last 20 bits of the id of the appearance
	official INTEGER NOT NULL,             -- officials.n, as the appearance has it
	day      INTEGER,                      -- the first of the event, days of Unix
	role     INTEGER NOT NULL,             -- strings.n
	PRIMARY KEY (event, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_officials_official ON event_official_rows (official, day);
CREATE INDEX event_officials_day ON event_official_rows (day, official);
CREATE VIEW event_officials AS SELECT event, event >> 20 << 20 | nth AS appearance, (SELECT text FROM strings WHERE n = role) AS role, official, day FROM event_official_rows;

-- whoever is told to be another is so in the events, too
CREATE TRIGGER event_officials_moved AFTER UPDATE OF official ON appearance_rows BEGIN
	UPDATE event_official_rows SET official = new.official WHERE event BETWEEN new.id >> 20 << 20 AND new.id | 1048575 AND nth = new.id & 1048575;
END;

CREATE VIEW appearances_by_month AS
SELECT o.id AS official, o.name, o.country, a.month, COUNT(*) AS articles
FROM appearance_rows p JOIN officials o ON o.n = p.official JOIN articles a ON a.id = p.id >> 20
GROUP BY o.n, a.month;

CREATE VIEW agencies_by_month AS
SELECT g.id AS agency, g.name, g.country,
	CASE WHEN m.day IS NULL THEN (SELECT month FROM articles WHERE id = m.id >> 20) ELSE strftime('%Y-%m', m.day * 86400, 'unixepoch') END AS month,
	COUNT(*) AS articles, SUM(m.mentions) AS mentions
FROM agency_article_rows m JOIN agencies g ON g.n = m.agency GROUP BY g.n, 4;

CREATE VIEW met AS
SELECT a.month, x.id AS official, x.name AS name, x.country AS country,
	y.id AS other, y.name AS other_name, y.country AS other_country, a.id AS article, a.published, a.title, a.url
FROM appearance_rows p JOIN appearance_rows q ON q.id BETWEEN p.id >> 20 << 20 AND p.id | 1048575 AND q.official <> p.official
	JOIN officials x ON x.n = p.official JOIN officials y ON y.n = q.official JOIN articles a ON a.id = p.id >> 20;

CREATE VIEW met_by_month AS
SELECT month, official, name, other, other_name, COUNT(*) AS articles
FROM met WHERE official < other GROUP BY month, official, other;

CREATE VIEW findings AS
SELECT a.id AS article, a.url, a.published, a.title, a.body,
	(SELECT json_group_array(value) FROM date_rows d WHERE d.id BETWEEN a.id << 20 AND a.id << 20 | 1048575) AS dates,
	(SELECT json_group_array(o.name) FROM appearance_rows p JOIN officials o ON o.n = p.official WHERE p.id BETWEEN a.id << 20 AND a.id << 20 | 1048575) AS officials,
	(SELECT json_group_array(g.name) FROM agency_article_rows m JOIN agencies g ON g.n = m.agency WHERE m.id BETWEEN a.id << 20 AND a.id << 20 | 1048575) AS agencies
FROM article_rows a WHERE a.newest = 1;

-- words whose marks tell nothing are left out
DROP TABLE marked;
CREATE VIRTUAL TABLE marked USING fts5 (text,
	content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
-- articles that are still to be put into it: upgrade_17.go
CREATE TABLE unmarked (article INTEGER PRIMARY KEY) STRICT;
INSERT INTO unmarked SELECT id FROM article_rows WHERE newest = 1;
