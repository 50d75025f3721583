-- Seventh step: nothing is kept twice. Strings that come again and again have a
-- number, what the text of an article holds is kept as its place, and what others
-- read stands in views under the names of before. What was stored under the sixth
-- step waits in old_articles and old_packed to be stored anew (upgrade.go).

DROP VIEW findings;
DROP VIEW story_articles;
DROP VIEW stories;
DROP VIEW met;
DROP VIEW met_by_month;
DROP VIEW appearances_by_month;
DROP VIEW agencies_by_month;
DROP VIEW dates;
DROP VIEW official_mentions;
DROP VIEW agency_mentions;
DROP VIEW posts;
DROP TABLE event_officials;
DROP TABLE event_agencies;
DROP TABLE events;
DROP TABLE date_rows;
DROP TABLE official_mention_rows;
DROP TABLE agency_mention_rows;
DROP TABLE post_rows;
DROP TABLE posts_held;
DROP TABLE appearances;
DROP TABLE officials;
DROP TABLE official_names;
DROP TABLE agency_articles;
DROP TABLE agency_names;
DROP TABLE agencies;
DROP TABLE unsettled;
DROP TABLE ungrouped;
DROP TABLE printings;
DROP TABLE wordings_alike;
DROP TABLE wording_keys;
DROP TABLE wordings;
DELETE FROM settled;
DROP INDEX articles_newest;
DROP INDEX articles_published;
DROP INDEX articles_stored;
DROP INDEX articles_lexicon;
DROP INDEX articles_month;
DROP INDEX articles_site;
DROP INDEX sources_article;
DROP INDEX sources_without;
DROP INDEX imports_sha256;
DROP INDEX imports_article;
DROP INDEX changes_article;
ALTER TABLE articles RENAME TO old_articles;
ALTER TABLE packed RENAME TO old_packed;
ALTER TABLE sources RENAME TO old_sources;
ALTER TABLE imports RENAME TO old_imports;
ALTER TABLE changes RENAME TO old_changes;
DROP INDEX changes_run;

-- what stands in many rows: hosts, files, versions
CREATE TABLE strings (
	n    INTEGER PRIMARY KEY,
	text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE sites (
	n    INTEGER PRIMARY KEY,
	host TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE article_rows (
	id        INTEGER PRIMARY KEY,
	url       TEXT NOT NULL,               -- canonical, or sha256: and the digest where there is none
	url_key   INTEGER NOT NULL,            -- by which it is found: the first 8 bytes of its SHA-256, or of the digest
	version   INTEGER NOT NULL,            -- 1 is the first that was stored
	newest    INTEGER NOT NULL,            -- 1 for the newest version, else 0
	site      INTEGER NOT NULL,            -- sites.n
	lexicon   INTEGER NOT NULL,            -- strings.n: version of the words and rules that made the findings
	published TEXT,                        -- EDTF
	modified  TEXT,                        -- EDTF
	fetched   TEXT,                        -- RFC 3339, UTC
	stored    INTEGER NOT NULL,            -- milliseconds of Unix: when this version came in
	sha256    ANY NOT NULL,                -- of the page as received; bytes, as content and record_id
	content   ANY NOT NULL,                -- digest of what the page prints
	record_id ANY NOT NULL,                -- id in the JSON record
	partial   INTEGER NOT NULL,            -- 1 where it is known by its summary alone, as a feed gives it
	authors   TEXT,                        -- JSON list; NULL for none
	credit    TEXT NOT NULL,
	section   TEXT NOT NULL,
	lead      ANY,                         -- how many code points of the body it is, or its text; NULL for none
	title     TEXT NOT NULL,
	body      TEXT NOT NULL
) STRICT;
CREATE INDEX articles_url ON article_rows (url_key);
CREATE INDEX articles_site ON article_rows (site, published) WHERE newest = 1;
CREATE INDEX articles_stored ON article_rows (stored);
CREATE INDEX articles_lexicon ON article_rows (lexicon) WHERE newest = 1;

-- of the JSON of an article and its record, what the other columns do not hold
-- (zstd, with the dictionary of boctin)
CREATE TABLE packed (
	article INTEGER PRIMARY KEY,
	json    BLOB NOT NULL
) STRICT;

CREATE VIEW articles AS SELECT id, url, version, newest, (SELECT host FROM sites WHERE n = site) AS site, published,
	CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]*' AND published NOT GLOB '*[~?%X]*' THEN substr(published, 1, 7) END AS month, modified, fetched,
	strftime('%Y-%m-%dT%H:%M:%S', stored / 1000, 'unixepoch') || printf('.%03dZ', stored % 1000) AS stored,
	CASE typeof(sha256) WHEN 'blob' THEN lower(hex(sha256)) ELSE sha256 END AS sha256, CASE typeof(content) WHEN 'blob' THEN lower(hex(content)) ELSE content END AS content, (SELECT text FROM strings WHERE n = lexicon) AS lexicon, CASE typeof(record_id) WHEN 'blob' THEN lower(hex(record_id)) ELSE record_id END AS record_id,
	title, COALESCE(authors, '[]') AS authors, credit, section,
	CASE typeof(lead) WHEN 'integer' THEN substr(body, 1, lead) ELSE COALESCE(lead, '') END AS lead, body, partial
FROM article_rows;

-- every page of the WARC files that was looked at
CREATE TABLE source_rows (
	file    INTEGER NOT NULL,              -- strings.n
	offset  INTEGER NOT NULL,              -- bytes
	record  ANY NOT NULL,                  -- WARC-Record-ID; the 16 bytes of one that is a UUID
	url     TEXT,                          -- NULL where it is that of the article
	sha256  ANY,                           -- of the page as received; NULL where it is that of the article
	outcome TEXT NOT NULL,                 -- new, changed, same, older, no-article or failed
	reason  TEXT NOT NULL,                 -- why there is no article
	article INTEGER,
	PRIMARY KEY (file, offset)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_article ON source_rows (article) WHERE article IS NOT NULL;
CREATE INDEX sources_without ON source_rows (outcome) WHERE article IS NULL;
CREATE VIEW sources AS SELECT f.text AS file, s.offset,
	CASE typeof(s.record) WHEN 'blob' THEN '<urn:uuid:' || lower(substr(hex(s.record), 1, 8) || '-' || substr(hex(s.record), 9, 4) || '-' || substr(hex(s.record), 13, 4)
		|| '-' || substr(hex(s.record), 17, 4) || '-' || substr(hex(s.record), 21)) || '>' ELSE s.record END AS record,
	COALESCE(s.url, a.url) AS url, CASE typeof(COALESCE(s.sha256, a.sha256)) WHEN 'blob' THEN lower(hex(COALESCE(s.sha256, a.sha256))) ELSE COALESCE(s.sha256, a.sha256) END AS sha256, s.outcome, s.reason, s.article
FROM source_rows s JOIN strings f ON f.n = s.file LEFT JOIN article_rows a ON a.id = s.article;

-- every document that boctin import read
CREATE TABLE import_rows (
	path    INTEGER NOT NULL,              -- strings.n: of the file, absolute
	at      INTEGER NOT NULL,              -- bytes into the file where the member stands
	member  TEXT NOT NULL,                 -- of an archive, a line of a list, or WARC-Record-ID; empty for the whole file
	digest  INTEGER NOT NULL,              -- by which it is found: the first 8 bytes of sha256
	sha256  ANY,                           -- of the document as it was read; NULL where it is that of the article
	reader  INTEGER NOT NULL,              -- strings.n: version of the program, and the flags, that read it
	outcome TEXT NOT NULL,                 -- new, changed, same or older
	article INTEGER NOT NULL,
	file    INTEGER,                       -- strings.n: in warc/, where its bytes are kept; NULL where they are not
	offset  INTEGER NOT NULL,
	PRIMARY KEY (path, at, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_digest ON import_rows (digest);
CREATE VIEW imports AS SELECT p.text AS path, i.member, i.at, CASE typeof(COALESCE(i.sha256, a.sha256)) WHEN 'blob' THEN lower(hex(COALESCE(i.sha256, a.sha256))) ELSE COALESCE(i.sha256, a.sha256) END AS sha256,
	(SELECT text FROM strings WHERE n = i.reader) AS reader, i.outcome, i.article, COALESCE((SELECT text FROM strings WHERE n = i.file), '') AS file, i.offset
FROM import_rows i JOIN strings p ON p.n = i.path JOIN article_rows a ON a.id = i.article;

-- A list of places is JSON: of each the field (0 title, 1 body, 2 the caption of the
-- first image, and so on), start and end in code points, and the text where it is of
-- a caption.

-- What was found in an article has ids that begin with its own: id >> 20 is the article.
CREATE TABLE date_rows (
	id      INTEGER PRIMARY KEY,
	value   TEXT NOT NULL,                 -- EDTF
	part    TEXT NOT NULL,                 -- of the day
	field   INTEGER NOT NULL,
	"start" INTEGER NOT NULL,
	"end"   INTEGER NOT NULL,
	text    TEXT                           -- of a caption
) STRICT;
CREATE INDEX dates_value ON date_rows (value COLLATE NOCASE); -- for LIKE
CREATE VIEW dates AS SELECT a.id AS article, d.value,
	CASE d.field WHEN 0 THEN substr(a.title, d."start" + 1, d."end" - d."start") WHEN 1 THEN substr(a.body, d."start" + 1, d."end" - d."start") ELSE d.text END AS text,
	d.part, CASE d.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', d.field - 2) END AS field, d."start", d."end"
FROM date_rows d JOIN article_rows a ON a.id = d.id >> 20;

CREATE TABLE agencies (
	n        INTEGER PRIMARY KEY,
	id       TEXT NOT NULL UNIQUE,
	name     TEXT NOT NULL,
	folded   TEXT NOT NULL,
	name_en  TEXT NOT NULL,
	country  TEXT NOT NULL,                -- ISO 3166-1 alpha-2, or INT
	kind     TEXT NOT NULL,
	parent   TEXT NOT NULL,                -- id, which no article need name
	wikidata TEXT NOT NULL
) STRICT;
CREATE INDEX agencies_folded ON agencies (folded);
CREATE INDEX agencies_parent ON agencies (parent) WHERE parent <> '';

-- the ways that an agency is written
CREATE TABLE agency_name_rows (
	agency   INTEGER NOT NULL,
	text     TEXT NOT NULL,
	mentions INTEGER NOT NULL,
	folded   TEXT NOT NULL,
	PRIMARY KEY (agency, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX agency_names_folded ON agency_name_rows (folded);
CREATE VIEW agency_names AS SELECT g.id AS agency, m.text, m.mentions, m.folded FROM agency_name_rows m JOIN agencies g ON g.n = m.agency;

-- an agency in an article
CREATE TABLE agency_article_rows (
	id       INTEGER PRIMARY KEY,
	agency   INTEGER NOT NULL,             -- agencies.n
	day      INTEGER,                      -- of publication, days of Unix
	mentions INTEGER NOT NULL,
	places   TEXT NOT NULL
) STRICT;
CREATE INDEX agency_articles_agency ON agency_article_rows (agency, day);
CREATE VIEW agency_articles AS SELECT g.id AS agency, a.id AS article, a.published, a.month, m.mentions
FROM agency_article_rows m JOIN agencies g ON g.n = m.agency JOIN articles a ON a.id = m.id >> 20;
CREATE VIEW agency_mentions AS SELECT a.id AS article, g.id AS agency,
	CASE p.value ->> 0 WHEN 0 THEN substr(a.title, (p.value ->> 1) + 1, (p.value ->> 2) - (p.value ->> 1)) WHEN 1 THEN substr(a.body, (p.value ->> 1) + 1, (p.value ->> 2) - (p.value ->> 1))
		ELSE p.value ->> 3 END AS text,
	CASE p.value ->> 0 WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', (p.value ->> 0) - 2) END AS field, p.value ->> 1 AS "start", p.value ->> 2 AS "end"
FROM agency_article_rows m JOIN agencies g ON g.n = m.agency JOIN article_rows a ON a.id = m.id >> 20 JOIN json_each(m.places) p;

-- one person of the whole corpus
CREATE TABLE officials (
	n       INTEGER PRIMARY KEY,
	state   TEXT NOT NULL,                 -- country in small letters, or xx
	slug    TEXT NOT NULL,                 -- name in small letters without marks
	mark    TEXT NOT NULL,                 -- tells him from his namesakes; empty where he has none
	name    TEXT NOT NULL,
	id      TEXT GENERATED ALWAYS AS (state || '/' || slug || CASE mark WHEN '' THEN '' ELSE '-' || mark END) VIRTUAL,
	base    TEXT GENERATED ALWAYS AS (state || '/' || slug) VIRTUAL, -- which namesakes share
	folded  TEXT GENERATED ALWAYS AS (replace(slug, '-', ' ')) VIRTUAL, -- name as typed without marks
	country TEXT GENERATED ALWAYS AS (CASE state WHEN 'xx' THEN '' ELSE upper(state) END) VIRTUAL, -- ISO 3166-1 alpha-2, or empty
	UNIQUE (slug, state, mark)
) STRICT;

-- the ways other than his own name in which an official is written
CREATE TABLE official_name_rows (
	folded   TEXT NOT NULL,                -- without marks
	official INTEGER NOT NULL,             -- officials.n
	text     TEXT NOT NULL,
	PRIMARY KEY (folded, official, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX official_names_official ON official_name_rows (official);
CREATE VIEW official_names AS SELECT m.folded, o.id AS official, m.text FROM official_name_rows m JOIN officials o ON o.n = m.official;

-- what tells one post from another
CREATE TABLE offices (
	n           INTEGER PRIMARY KEY,
	title       TEXT NOT NULL,
	agency      INTEGER,                   -- agencies.n
	agency_name TEXT NOT NULL,
	former      INTEGER NOT NULL,
	acting      INTEGER NOT NULL,
	parent      TEXT NOT NULL,             -- of the agency, as the article says
	place       TEXT NOT NULL              -- that the agency serves, as the article says
) STRICT;
CREATE UNIQUE INDEX offices_all ON offices (title, agency_name, COALESCE(agency, 0), former, acting, parent, place);
CREATE INDEX offices_agency ON offices (agency);

-- the ranks and honorifics that articles put before a name (JSON lists)
CREATE TABLE manners (
	n          INTEGER PRIMARY KEY,
	ranks      TEXT NOT NULL,
	honorifics TEXT NOT NULL,
	UNIQUE (ranks, honorifics)
) STRICT;

-- a person in an article
CREATE TABLE appearance_rows (
	id       INTEGER PRIMARY KEY,          -- id >> 20 is the article
	official INTEGER NOT NULL,             -- officials.n
	block    INTEGER NOT NULL,             -- among whom others of his person may be: the first 8 bytes of the SHA-256 of its name
	manner   INTEGER NOT NULL,             -- manners.n
	country  TEXT NOT NULL,                -- as the article says
	name     TEXT NOT NULL,
	local    TEXT,                         -- id in the article's record; NULL where it is country/name
	aliases  TEXT,                         -- JSON list; NULL for none, as below
	forms    TEXT,                         -- other ways in which the article writes him
	posts    TEXT,                         -- JSON: of each offices.n, the place of the sentence that gives it, and the post as printed where that is other than title and agency
	places   TEXT NOT NULL                 -- with start and end of the name inside, before the text of a caption
) STRICT;
CREATE INDEX appearances_official ON appearance_rows (official);
CREATE INDEX appearances_block ON appearance_rows (block);
CREATE VIEW appearances AS SELECT x.id, x.id >> 20 AS article, o.id AS official, x.name, x.country, m.ranks, m.honorifics, COALESCE(x.aliases, '[]') AS aliases
FROM appearance_rows x JOIN officials o ON o.n = x.official JOIN manners m ON m.n = x.manner;
CREATE VIEW official_mentions AS SELECT x.id AS appearance,
	CASE p.value ->> 0 WHEN 0 THEN substr(a.title, (p.value ->> 1) + 1, (p.value ->> 2) - (p.value ->> 1)) WHEN 1 THEN substr(a.body, (p.value ->> 1) + 1, (p.value ->> 2) - (p.value ->> 1))
		ELSE p.value ->> 5 END AS text, p.value ->> 3 AS name_start, p.value ->> 4 AS name_end,
	CASE p.value ->> 0 WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', (p.value ->> 0) - 2) END AS field, p.value ->> 1 AS "start", p.value ->> 2 AS "end"
FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 JOIN json_each(x.places) p;
CREATE VIEW posts AS SELECT x.id AS appearance, h.title, g.id AS agency, h.agency_name, h.former, h.acting,
	COALESCE(p.value ->> 4, h.title || ' ' || h.agency_name) AS text,
	CASE p.value ->> 1 WHEN 0 THEN substr(a.title, (p.value ->> 2) + 1, (p.value ->> 3) - (p.value ->> 2)) WHEN 1 THEN substr(a.body, (p.value ->> 2) + 1, (p.value ->> 3) - (p.value ->> 2))
		ELSE p.value ->> 5 END AS sentence,
	CASE p.value ->> 1 WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', (p.value ->> 1) - 2) END AS field, p.value ->> 2 AS "start", p.value ->> 3 AS "end"
FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 JOIN json_each(x.posts) p JOIN offices h ON h.n = p.value ->> 0 LEFT JOIN agencies g ON g.n = h.agency;

-- a post of a person, over all articles; made anew when his block is settled
CREATE TABLE held_rows (
	official   INTEGER NOT NULL,           -- officials.n
	office     INTEGER NOT NULL,           -- offices.n, of those that differ in parent and place alone the first
	first_seen TEXT,                       -- EDTF, of publication
	last_seen  TEXT,                       -- NULL where it is first_seen
	articles   INTEGER NOT NULL,
	PRIMARY KEY (official, office)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_office ON held_rows (office);
CREATE VIEW posts_held AS SELECT o.id AS official, o.base, o.name, h.title, g.id AS agency, h.agency_name, h.former, h.acting,
	r.first_seen, COALESCE(r.last_seen, r.first_seen) AS last_seen, r.articles
FROM held_rows r JOIN officials o ON o.n = r.official JOIN offices h ON h.n = r.office LEFT JOIN agencies g ON g.n = h.agency;

-- blocks whose persons are still to be told apart
CREATE TABLE unsettled (block INTEGER PRIMARY KEY) STRICT;

-- what happened, as an article tells it
CREATE TABLE event_rows (
	id        INTEGER PRIMARY KEY,         -- id >> 20 is the article
	kind      TEXT NOT NULL,               -- meeting, call, visit, signing, ...
	name      TEXT NOT NULL,               -- of the occasion, as printed
	status    TEXT NOT NULL,               -- done, planned, postponed or denied
	date      TEXT,                        -- EDTF; NULL where it is first_day
	first_day TEXT,                        -- 2025-08-17; NULL where no day is known
	last_day  TEXT,
	place     TEXT NOT NULL,
	title     TEXT NOT NULL,               -- of the post that is given or given up
	agency    TEXT,                        -- of that post
	rank      TEXT NOT NULL,
	from_rank TEXT NOT NULL,
	measure   TEXT NOT NULL,
	field     INTEGER NOT NULL,            -- of the clause that tells it
	"start"   INTEGER NOT NULL,
	"end"     INTEGER NOT NULL,
	text      TEXT                         -- of a caption
) STRICT;
CREATE INDEX events_day ON event_rows (first_day, kind);
CREATE VIEW events AS SELECT e.id, a.id AS article, e.kind, e.name, e.status, COALESCE(e.date, e.first_day) AS date, e.first_day, e.last_day, e.place, e.title, e.agency, e.rank, e.from_rank, e.measure,
	CASE e.field WHEN 0 THEN substr(a.title, e."start" + 1, e."end" - e."start") WHEN 1 THEN substr(a.body, e."start" + 1, e."end" - e."start") ELSE e.text END AS text,
	CASE e.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', e.field - 2) END AS field, e."start", e."end"
FROM event_rows e JOIN article_rows a ON a.id = e.id >> 20;

-- who took part, as a person of an article: appearances.official is the person
CREATE TABLE event_officials (
	event      INTEGER NOT NULL,
	appearance INTEGER NOT NULL,
	role       TEXT NOT NULL,
	PRIMARY KEY (event, appearance)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_officials_appearance ON event_officials (appearance);
CREATE TABLE event_agency_rows (
	event  INTEGER NOT NULL,
	agency INTEGER NOT NULL,               -- agencies.n
	PRIMARY KEY (event, agency)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_agencies_agency ON event_agency_rows (agency);
CREATE VIEW event_agencies AS SELECT p.event, g.id AS agency FROM event_agency_rows p JOIN agencies g ON g.n = p.agency;

-- what articles print: those of one wording print the same words
CREATE TABLE wordings (
	id     INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice
	digest INTEGER NOT NULL UNIQUE
) STRICT;

-- wordings that share a key are compared, unless a crowd carries it
CREATE TABLE wording_keys (
	key     INTEGER NOT NULL,              -- 32 bits
	wording INTEGER NOT NULL,              -- wordings.id
	PRIMARY KEY (key, wording)
) STRICT, WITHOUT ROWID;

-- wordings that are alike; each pair stands both ways
CREATE TABLE wordings_alike (
	wording INTEGER NOT NULL,              -- wordings.id, as other
	other   INTEGER NOT NULL,
	similar REAL NOT NULL,                 -- from 0 to 1
	PRIMARY KEY (wording, other)
) STRICT, WITHOUT ROWID;

-- the newest version of an article that has words; those of one story print one text
CREATE TABLE printings (
	article INTEGER PRIMARY KEY,
	wording INTEGER NOT NULL,
	story   INTEGER NOT NULL,
	since   INTEGER                        -- when it was published, seconds of Unix; a day is its midnight in Việt Nam
) STRICT;
CREATE INDEX printings_wording ON printings (wording);
CREATE INDEX printings_story ON printings (story);

-- articles that are still to be compared
CREATE TABLE ungrouped (article INTEGER PRIMARY KEY) STRICT;

CREATE TABLE changes (
	id      INTEGER PRIMARY KEY,
	run     INTEGER NOT NULL REFERENCES renormalizations (id),
	article INTEGER NOT NULL,
	what    TEXT NOT NULL,                 -- added, removed or changed
	kind    TEXT NOT NULL,                 -- published, event, date, agency, official, post or issue
	key     TEXT NOT NULL,                 -- place or id of the finding
	before  TEXT NOT NULL,
	after   TEXT NOT NULL
) STRICT;
INSERT INTO changes SELECT * FROM old_changes;
DROP TABLE old_changes;
CREATE INDEX changes_run ON changes (run, article);

-- the articles of stories that more than one prints; the earliest is number 1
CREATE VIEW story_articles AS
SELECT p.story, row_number() OVER (PARTITION BY p.story ORDER BY p.since IS NULL, p.since, a.record_id) AS number,
	a.id AS article, a.published, a.site, a.title, a.url
FROM printings p JOIN articles a ON a.id = p.article
WHERE p.story IN (SELECT story FROM printings GROUP BY story HAVING COUNT(*) > 1);

-- such a story, by its earliest article
CREATE VIEW stories AS
SELECT story, COUNT(*) AS articles, COUNT(DISTINCT site) AS sites, MIN(published) AS first_seen, MAX(published) AS last_seen,
	MAX(CASE number WHEN 1 THEN article END) AS earliest, MAX(CASE number WHEN 1 THEN title END) AS title,
	MAX(CASE number WHEN 1 THEN url END) AS url
FROM story_articles GROUP BY story;

CREATE VIEW appearances_by_month AS
SELECT o.id AS official, o.name, o.country, a.month, COUNT(*) AS articles
FROM appearance_rows p JOIN officials o ON o.n = p.official JOIN articles a ON a.id = p.id >> 20
GROUP BY o.n, a.month;

CREATE VIEW agencies_by_month AS
SELECT g.id AS agency, g.name, g.country,
	CASE WHEN m.day IS NULL THEN (SELECT month FROM articles WHERE id = m.id >> 20) ELSE strftime('%Y-%m', m.day * 86400, 'unixepoch') END AS month,
	COUNT(*) AS articles, SUM(m.mentions) AS mentions
FROM agency_article_rows m JOIN agencies g ON g.n = m.agency GROUP BY g.n, 4;

-- who stands beside whom: two officials named in one article
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
