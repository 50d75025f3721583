-- Third step: documents that come from outside the corpus directory.

-- 1 where an article is known by its summary alone, as a feed gives it
ALTER TABLE articles ADD COLUMN partial INTEGER NOT NULL DEFAULT 0;

-- every document that boctin import read
CREATE TABLE imports (
	path    TEXT NOT NULL,                 -- of the file, absolute
	member  TEXT NOT NULL,                 -- of an archive, a line of a list, or WARC-Record-ID; empty for the whole file
	at      INTEGER NOT NULL,              -- bytes into the file where the member stands
	sha256  TEXT NOT NULL,                 -- of the document as it was read
	reader  TEXT NOT NULL,                 -- version of the program, and the flags, that read it
	outcome TEXT NOT NULL,                 -- new, changed, same or older
	article INTEGER NOT NULL REFERENCES articles (id),
	file    TEXT NOT NULL,                 -- in warc/, where its bytes are kept; empty where they are not
	offset  INTEGER NOT NULL,
	PRIMARY KEY (path, member, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_sha256 ON imports (sha256);
CREATE INDEX imports_article ON imports (article);

-- the WARC files that boctin import writes; what lies behind size is not whole
CREATE TABLE kept (
	file TEXT PRIMARY KEY,                 -- base name in warc/
	size INTEGER NOT NULL                  -- bytes
) STRICT, WITHOUT ROWID;
