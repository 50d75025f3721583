-- Second step: near-duplicates, and sums of what is asked most.

DROP VIEW posts_held;
DROP VIEW agencies_by_month;

CREATE INDEX articles_month ON articles (month);
CREATE INDEX articles_site ON articles (site, published) WHERE newest = 1;
CREATE INDEX officials_name ON officials (name);
CREATE INDEX sources_without ON sources (outcome) WHERE article IS NULL;
DROP INDEX dates_value;
CREATE INDEX dates_value ON dates (value COLLATE NOCASE); -- for LIKE

-- an agency in an article
CREATE TABLE agency_articles (
	agency    TEXT NOT NULL REFERENCES agencies (id),
	article   INTEGER NOT NULL REFERENCES articles (id),
	published TEXT,                        -- of the article
	month     TEXT,
	mentions  INTEGER NOT NULL,
	PRIMARY KEY (agency, article)
) STRICT, WITHOUT ROWID;
INSERT INTO agency_articles SELECT m.agency, m.article, a.published, a.month, COUNT(*)
FROM agency_mentions m JOIN articles a ON a.id = m.article GROUP BY m.agency, m.article;
CREATE INDEX agency_articles_article ON agency_articles (article);
DROP INDEX agency_mentions_agency;

-- the ways that an agency is written
CREATE TABLE agency_names (
	agency   TEXT NOT NULL REFERENCES agencies (id),
	text     TEXT NOT NULL,
	mentions INTEGER NOT NULL,
	PRIMARY KEY (agency, text)
) STRICT, WITHOUT ROWID;
INSERT INTO agency_names SELECT agency, text, COUNT(*) FROM agency_mentions GROUP BY agency, text;

-- a post of a person, over all articles; made anew when his name is settled
CREATE TABLE posts_held (
	official    TEXT NOT NULL,
	base        TEXT NOT NULL,
	name        TEXT NOT NULL,
	title       TEXT NOT NULL,
	agency      TEXT,
	agency_name TEXT NOT NULL,
	former      INTEGER NOT NULL,
	acting      INTEGER NOT NULL,
	first_seen  TEXT,                      -- EDTF, of publication
	last_seen   TEXT,
	articles    INTEGER NOT NULL
) STRICT;
INSERT INTO posts_held
SELECT o.id, o.base, o.name, p.title, p.agency, p.agency_name, p.former, p.acting, MIN(a.published), MAX(a.published), COUNT(DISTINCT a.id)
FROM posts p JOIN appearances x ON x.id = p.appearance JOIN officials o ON o.id = x.official JOIN articles a ON a.id = x.article
GROUP BY o.id, p.title, p.agency, p.agency_name, p.former, p.acting;
CREATE INDEX posts_held_base ON posts_held (base);
CREATE INDEX posts_held_official ON posts_held (official);
CREATE INDEX posts_held_name ON posts_held (name);
CREATE INDEX posts_held_agency ON posts_held (agency, last_seen);

CREATE VIEW agencies_by_month AS
SELECT g.id AS agency, g.name, g.country, m.month, COUNT(*) AS articles, SUM(m.mentions) AS mentions
FROM agency_articles m JOIN agencies g ON g.id = m.agency GROUP BY g.id, m.month;

-- what articles print: those of one wording print the same words
CREATE TABLE wordings (
	id     INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice
	digest BLOB NOT NULL UNIQUE,
	sketch BLOB NOT NULL                   -- by which it is compared with others
) STRICT;

-- wordings that share a key are compared, unless a crowd carries it
CREATE TABLE wording_keys (
	key     INTEGER NOT NULL,
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
	article INTEGER PRIMARY KEY REFERENCES articles (id),
	wording INTEGER NOT NULL REFERENCES wordings (id),
	story   INTEGER NOT NULL,
	since   INTEGER                        -- when it was published, seconds of Unix; a day is its midnight in Việt Nam
) STRICT;
CREATE INDEX printings_wording ON printings (wording);
CREATE INDEX printings_story ON printings (story, since, article);

-- articles that are still to be compared
CREATE TABLE ungrouped (article INTEGER PRIMARY KEY REFERENCES articles (id)) STRICT;
INSERT INTO ungrouped SELECT id FROM articles WHERE newest = 1;

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
