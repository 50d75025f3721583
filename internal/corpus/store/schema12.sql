-- Twelfth step: an article that a site shows under several addresses.

-- the numbers under which sites keep articles
CREATE TABLE number_rows (
	key     INTEGER NOT NULL,              -- the first 8 bytes of the SHA-256 of host and number
	url_key INTEGER NOT NULL,              -- article_rows.url_key
	PRIMARY KEY (key, url_key)
) STRICT, WITHOUT ROWID;

-- the addresses of an article other than its first
CREATE TABLE address_rows (
	url     TEXT PRIMARY KEY,
	url_key INTEGER NOT NULL               -- article_rows.url_key
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_article ON address_rows (url_key);
CREATE VIEW addresses AS SELECT x.url, a.id AS article, a.url AS first
FROM address_rows x JOIN article_rows a ON a.url_key = x.url_key AND a.newest = 1;
