-- Sixth step: what is not searched is packed, what the text holds is not said
-- twice, and names are found however they are written.

-- the JSON of an article and of its record, as boctin extract and boctin run print
-- them, one line each, packed (zstd, with the dictionary of boctin)
CREATE TABLE packed (
	article INTEGER PRIMARY KEY REFERENCES articles (id),
	json    BLOB NOT NULL
) STRICT;

-- the ways other than his own name in which an official is written
CREATE TABLE official_names (
	folded TEXT NOT NULL,                  -- without marks
	base   TEXT NOT NULL,                  -- officials.base
	text   TEXT NOT NULL,
	PRIMARY KEY (folded, base, text)
) STRICT, WITHOUT ROWID;

ALTER TABLE agency_names ADD COLUMN folded TEXT NOT NULL DEFAULT '';
CREATE INDEX agency_names_folded ON agency_names (folded);
CREATE INDEX agencies_parent ON agencies (parent) WHERE parent <> '';

-- Of what stands in the title or the body the place is kept alone: text and
-- sentence are empty there, and the views under the old names give them.
DROP VIEW findings;
ALTER TABLE dates RENAME TO date_rows;
ALTER TABLE official_mentions RENAME TO official_mention_rows;
ALTER TABLE agency_mentions RENAME TO agency_mention_rows;
ALTER TABLE posts RENAME TO post_rows;

CREATE VIEW dates AS SELECT d.id, d.article, d.value,
	CASE WHEN d.text <> '' THEN d.text WHEN d.field = 'title' THEN substr(a.title, d.start + 1, d."end" - d.start) ELSE substr(a.body, d.start + 1, d."end" - d.start) END AS text,
	d.part, d.field, d."start", d."end" FROM date_rows d JOIN articles a ON a.id = d.article;

CREATE VIEW official_mentions AS SELECT m.id, m.appearance,
	CASE WHEN m.text <> '' THEN m.text WHEN m.field = 'title' THEN substr(a.title, m.start + 1, m."end" - m.start) ELSE substr(a.body, m.start + 1, m."end" - m.start) END AS text,
	m.name_start, m.name_end, m.field, m."start", m."end"
	FROM official_mention_rows m JOIN appearances x ON x.id = m.appearance JOIN articles a ON a.id = x.article;

CREATE VIEW agency_mentions AS SELECT m.id, m.article, m.agency,
	CASE WHEN m.text <> '' THEN m.text WHEN m.field = 'title' THEN substr(a.title, m.start + 1, m."end" - m.start) ELSE substr(a.body, m.start + 1, m."end" - m.start) END AS text,
	m.field, m."start", m."end" FROM agency_mention_rows m JOIN articles a ON a.id = m.article;

CREATE VIEW posts AS SELECT p.id, p.appearance, p.title, p.agency, p.agency_name, p.former, p.acting,
	CASE WHEN p.text = '' THEN p.title || ' ' || p.agency_name ELSE p.text END AS text,
	CASE WHEN p.sentence <> '' THEN p.sentence WHEN p.field = 'title' THEN substr(a.title, p.start + 1, p."end" - p.start) ELSE substr(a.body, p.start + 1, p."end" - p.start) END AS sentence,
	p.field, p."start", p."end" FROM post_rows p JOIN appearances x ON x.id = p.appearance JOIN articles a ON a.id = x.article;

CREATE VIEW findings AS
SELECT a.id AS article, a.url, a.published, a.title, a.body,
	(SELECT json_group_array(value) FROM date_rows d WHERE d.article = a.id) AS dates,
	(SELECT json_group_array(o.name) FROM appearances p JOIN officials o ON o.id = p.official WHERE p.article = a.id) AS officials,
	(SELECT json_group_array(g.name) FROM agency_articles m JOIN agencies g ON g.id = m.agency WHERE m.article = a.id) AS agencies
FROM articles a WHERE a.newest = 1;

-- full text: search MATCH 'title_folded:"dai ta"'; rowid is articles.id. They hold
-- no text of their own: a row is taken out by giving its text again, so whoever
-- changes viet.Fold has to build them anew in a migration.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (title_folded, body_folded,
	content = '', tokenize = 'unicode61 remove_diacritics 0');
-- words with their marks, without their places
CREATE VIRTUAL TABLE marked USING fts5 (text,
	content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');

