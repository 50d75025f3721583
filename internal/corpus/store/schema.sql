-- Tables of what the articles of a corpus say, beside those of the crawl.
-- Findings (dates, appearances, posts, mentions) are those of the newest
-- version of an article; older versions keep theirs in articles.record.

CREATE TABLE articles (
	id        INTEGER PRIMARY KEY,
	url       TEXT NOT NULL,               -- canonical, or sha256: and the digest where there is none
	version   INTEGER NOT NULL,            -- 1 is the first that was stored
	newest    INTEGER NOT NULL,            -- 1 for the newest version, else 0
	site      TEXT NOT NULL,
	published TEXT,                        -- EDTF
	month     TEXT,                        -- of publication, 2025-08
	modified  TEXT,                        -- EDTF
	fetched   TEXT,                        -- RFC 3339, UTC
	stored    TEXT NOT NULL,               -- RFC 3339, UTC: when this version came in
	sha256    TEXT NOT NULL,               -- of the page as received
	content   TEXT NOT NULL,               -- digest of what the page prints
	lexicon   TEXT NOT NULL,               -- version of the words and rules that made the findings
	record_id TEXT NOT NULL,               -- id in the JSON record
	title     TEXT NOT NULL,
	authors   TEXT NOT NULL,               -- JSON list
	credit    TEXT NOT NULL,
	section   TEXT NOT NULL,
	lead      TEXT NOT NULL,
	body      TEXT NOT NULL,
	article   TEXT NOT NULL,               -- JSON, as boctin extract prints it
	record    TEXT NOT NULL,               -- JSON, as boctin run prints it
	UNIQUE (url, version)
) STRICT;
CREATE UNIQUE INDEX articles_newest ON articles (url) WHERE newest = 1;
CREATE INDEX articles_published ON articles (published) WHERE newest = 1;
CREATE INDEX articles_stored ON articles (stored);
CREATE INDEX articles_lexicon ON articles (lexicon) WHERE newest = 1;

-- every page of the WARC files that was looked at
CREATE TABLE sources (
	file    TEXT NOT NULL,                 -- base name in warc/
	offset  INTEGER NOT NULL,              -- bytes
	record  TEXT NOT NULL,                 -- WARC-Record-ID
	url     TEXT NOT NULL,
	sha256  TEXT NOT NULL,                 -- of the page as received
	outcome TEXT NOT NULL,                 -- new, changed, same, older, no-article or failed
	reason  TEXT NOT NULL,                 -- why there is no article
	article INTEGER REFERENCES articles (id),
	PRIMARY KEY (file, offset)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_article ON sources (article);

CREATE TABLE dates (
	id      INTEGER PRIMARY KEY,
	article INTEGER NOT NULL REFERENCES articles (id),
	value   TEXT NOT NULL,                 -- EDTF
	text    TEXT NOT NULL,
	part    TEXT NOT NULL,                 -- of the day
	field   TEXT NOT NULL,
	"start" INTEGER NOT NULL,              -- code points into the field, as in all tables here
	"end"   INTEGER NOT NULL
) STRICT;
CREATE INDEX dates_article ON dates (article);
CREATE INDEX dates_value ON dates (value);

-- one person of the whole corpus
CREATE TABLE officials (
	id      TEXT PRIMARY KEY,              -- country/name; namesakes end in a mark
	base    TEXT NOT NULL,                 -- country/name, which namesakes share
	name    TEXT NOT NULL,
	folded  TEXT NOT NULL,                 -- name as typed without marks
	country TEXT NOT NULL                  -- ISO 3166-1 alpha-2, or empty
) STRICT, WITHOUT ROWID;
CREATE INDEX officials_base ON officials (base);
CREATE INDEX officials_folded ON officials (folded);

-- a person in an article
CREATE TABLE appearances (
	id         INTEGER PRIMARY KEY,
	article    INTEGER NOT NULL REFERENCES articles (id),
	official   TEXT NOT NULL REFERENCES officials (id),
	base       TEXT NOT NULL,
	local      TEXT NOT NULL,              -- id in the article's record
	ranks      TEXT NOT NULL,              -- JSON list
	honorifics TEXT NOT NULL,              -- JSON list
	aliases    TEXT NOT NULL               -- JSON list
) STRICT;
CREATE INDEX appearances_article ON appearances (article);
CREATE INDEX appearances_official ON appearances (official, article);
CREATE INDEX appearances_base ON appearances (base);

CREATE TABLE official_mentions (
	id         INTEGER PRIMARY KEY,
	appearance INTEGER NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
	text       TEXT NOT NULL,
	name_start INTEGER NOT NULL,           -- of the name inside text
	name_end   INTEGER NOT NULL,
	field      TEXT NOT NULL,
	"start"    INTEGER NOT NULL,
	"end"      INTEGER NOT NULL
) STRICT;
CREATE INDEX official_mentions_appearance ON official_mentions (appearance);

CREATE TABLE agencies (
	id       TEXT PRIMARY KEY,
	name     TEXT NOT NULL,
	folded   TEXT NOT NULL,
	name_en  TEXT NOT NULL,
	country  TEXT NOT NULL,                -- ISO 3166-1 alpha-2, or INT
	kind     TEXT NOT NULL,
	parent   TEXT NOT NULL,                -- id, which no article need name
	wikidata TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agencies_folded ON agencies (folded);

-- a post of a person, with the sentence that gives it
CREATE TABLE posts (
	id          INTEGER PRIMARY KEY,
	appearance  INTEGER NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
	title       TEXT NOT NULL,
	agency      TEXT REFERENCES agencies (id),
	agency_name TEXT NOT NULL,
	former      INTEGER NOT NULL,
	acting      INTEGER NOT NULL,
	text        TEXT NOT NULL,             -- as printed
	sentence    TEXT NOT NULL,
	field       TEXT NOT NULL,             -- of the sentence
	"start"     INTEGER NOT NULL,
	"end"       INTEGER NOT NULL
) STRICT;
CREATE INDEX posts_appearance ON posts (appearance);
CREATE INDEX posts_agency ON posts (agency);

CREATE TABLE agency_mentions (
	id      INTEGER PRIMARY KEY,
	article INTEGER NOT NULL REFERENCES articles (id),
	agency  TEXT NOT NULL REFERENCES agencies (id),
	text    TEXT NOT NULL,
	field   TEXT NOT NULL,
	"start" INTEGER NOT NULL,
	"end"   INTEGER NOT NULL
) STRICT;
CREATE INDEX agency_mentions_article ON agency_mentions (article);
CREATE INDEX agency_mentions_agency ON agency_mentions (agency, article);

-- names whose persons are still to be told apart
CREATE TABLE unsettled (base TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE renormalizations (
	id       INTEGER PRIMARY KEY,
	begun    TEXT NOT NULL,
	finished TEXT,
	lexicon  TEXT NOT NULL                 -- version they were made anew with
) STRICT;

CREATE TABLE changes (
	id      INTEGER PRIMARY KEY,
	run     INTEGER NOT NULL REFERENCES renormalizations (id),
	article INTEGER NOT NULL REFERENCES articles (id),
	what    TEXT NOT NULL,                 -- added, removed or changed
	kind    TEXT NOT NULL,                 -- published, date, agency, official, post or issue
	key     TEXT NOT NULL,                 -- place or id of the finding
	before  TEXT NOT NULL,
	after   TEXT NOT NULL
) STRICT;
CREATE INDEX changes_run ON changes (run, article);
CREATE INDEX changes_article ON changes (article);

-- full text: search MATCH 'title_folded:"dai ta"'; rowid is articles.id. It holds
-- no text of its own: a row is taken out by giving its text again, so whoever
-- changes viet.Fold has to build it anew in a migration.
CREATE VIRTUAL TABLE search USING fts5 (title, body, title_folded, body_folded,
	content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE VIEW appearances_by_month AS
SELECT o.id AS official, o.name, o.country, a.month, COUNT(*) AS articles
FROM appearances p JOIN officials o ON o.id = p.official JOIN articles a ON a.id = p.article
GROUP BY o.id, a.month;

CREATE VIEW posts_held AS
SELECT o.id AS official, o.name, p.title, p.agency, p.agency_name, p.former, p.acting,
	MIN(a.published) AS first_seen, MAX(a.published) AS last_seen, COUNT(DISTINCT a.id) AS articles
FROM posts p JOIN appearances x ON x.id = p.appearance JOIN officials o ON o.id = x.official JOIN articles a ON a.id = x.article
GROUP BY o.id, p.title, p.agency, p.agency_name, p.former, p.acting;

CREATE VIEW agencies_by_month AS
SELECT g.id AS agency, g.name, g.country, a.month, COUNT(DISTINCT a.id) AS articles, COUNT(*) AS mentions
FROM agency_mentions m JOIN agencies g ON g.id = m.agency JOIN articles a ON a.id = m.article
GROUP BY g.id, a.month;

-- who stands beside whom: two officials named in one article
CREATE VIEW met AS
SELECT a.month, x.id AS official, x.name AS name, x.country AS country,
	y.id AS other, y.name AS other_name, y.country AS other_country, a.id AS article, a.published, a.title, a.url
FROM appearances p JOIN appearances q ON q.article = p.article AND q.official <> p.official
	JOIN officials x ON x.id = p.official JOIN officials y ON y.id = q.official JOIN articles a ON a.id = p.article;

CREATE VIEW met_by_month AS
SELECT month, official, name, other, other_name, COUNT(*) AS articles
FROM met WHERE official < other GROUP BY month, official, other;

CREATE VIEW findings AS
SELECT a.id AS article, a.url, a.published, a.title, a.body,
	(SELECT json_group_array(value) FROM dates d WHERE d.article = a.id) AS dates,
	(SELECT json_group_array(o.name) FROM appearances p JOIN officials o ON o.id = p.official WHERE p.article = a.id) AS officials,
	(SELECT json_group_array(name) FROM (SELECT DISTINCT g.name FROM agency_mentions m JOIN agencies g ON g.id = m.agency WHERE m.article = a.id)) AS agencies
FROM articles a WHERE a.newest = 1;
