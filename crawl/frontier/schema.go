package frontier

// schema is applied at every start; each statement may run again.
const schema = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS hosts (
	id        INTEGER PRIMARY KEY,
	name      TEXT NOT NULL UNIQUE,         -- host, with the port if it is not the scheme's
	next      INTEGER NOT NULL DEFAULT 0,   -- ms: no request before
	slow      INTEGER NOT NULL DEFAULT 0,   -- ms: what adaptive slowing adds to the delay
	fails     INTEGER NOT NULL DEFAULT 0,   -- failures in a row
	robots    BLOB,
	robots_status INTEGER NOT NULL DEFAULT 0,
	robots_at INTEGER NOT NULL DEFAULT 0    -- ms
);

CREATE TABLE IF NOT EXISTS urls (
	id       INTEGER PRIMARY KEY,
	url      TEXT NOT NULL UNIQUE,
	host     INTEGER NOT NULL,
	state    INTEGER NOT NULL,              -- State
	kind     INTEGER NOT NULL,              -- Kind
	priority INTEGER NOT NULL,              -- the smallest first
	depth    INTEGER NOT NULL,              -- links from the seed
	hops     INTEGER NOT NULL,              -- redirects in a row that led here
	page     INTEGER NOT NULL,              -- number of the page of a listing, 0 for none
	via      INTEGER NOT NULL,              -- urls.id that led here, 0 for a seed
	due      INTEGER NOT NULL,              -- ms: not before
	lease    INTEGER NOT NULL DEFAULT 0,    -- ms: end of the lease
	tries    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS urls_queued ON urls (host, priority, id) WHERE state = 0;
CREATE INDEX IF NOT EXISTS urls_due ON urls (host, due) WHERE state > 1;
CREATE INDEX IF NOT EXISTS urls_leased ON urls (lease) WHERE state = 1;

CREATE TABLE IF NOT EXISTS pages (
	url       INTEGER PRIMARY KEY,
	status    INTEGER NOT NULL,
	etag      TEXT NOT NULL,
	modified  TEXT NOT NULL,                -- Last-Modified as sent
	digest    TEXT NOT NULL,                -- of the body as received
	text      TEXT NOT NULL,                -- of the text of the page
	fetched   INTEGER NOT NULL,             -- ms
	changed   INTEGER NOT NULL,             -- ms
	interval  INTEGER NOT NULL,             -- ms to the next visit
	versions  INTEGER NOT NULL,
	article   INTEGER NOT NULL,
	canonical TEXT NOT NULL,
	file      TEXT NOT NULL,                -- WARC file, offset and record of the newest version
	offset    INTEGER NOT NULL,
	record    TEXT NOT NULL,
	stored    INTEGER NOT NULL              -- ms: date of that record
);

CREATE TABLE IF NOT EXISTS history (
	id      INTEGER PRIMARY KEY,
	url     INTEGER NOT NULL,
	run     INTEGER NOT NULL,
	at      INTEGER NOT NULL,               -- ms
	outcome TEXT NOT NULL,
	status  INTEGER NOT NULL,
	bytes   INTEGER NOT NULL,
	ms      INTEGER NOT NULL,
	file    TEXT NOT NULL,
	offset  INTEGER NOT NULL,
	note    TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS history_url ON history (url);

CREATE TABLE IF NOT EXISTS shapes (
	host   INTEGER NOT NULL,
	shape  TEXT NOT NULL,                   -- path with its numbers taken out
	seen   INTEGER NOT NULL,
	useful INTEGER NOT NULL,                -- pages that led to a new article
	PRIMARY KEY (host, shape)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS forms (
	site     TEXT NOT NULL,
	form     TEXT NOT NULL,                 -- of a URL: first folder, look of the segments, names of parameters
	articles INTEGER NOT NULL,              -- pages of the form that were articles
	others   INTEGER NOT NULL,
	PRIMARY KEY (site, form)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS runs (
	run      INTEGER NOT NULL,
	site     TEXT NOT NULL,
	at       INTEGER NOT NULL,              -- ms
	lists    INTEGER NOT NULL,
	links    INTEGER NOT NULL,              -- article links seen on them
	pages    INTEGER NOT NULL,              -- pages fetched that looked like articles from outside
	articles INTEGER NOT NULL,              -- of these, articles
	PRIMARY KEY (run, site)
) WITHOUT ROWID;
`
