-- What happened, as the articles tell it.

CREATE TABLE events (
	id          INTEGER PRIMARY KEY,
	article     INTEGER NOT NULL REFERENCES articles (id),
	kind        TEXT NOT NULL,             -- meeting, call, visit, signing, ...
	name        TEXT NOT NULL,             -- of the occasion, as printed
	status      TEXT NOT NULL,             -- done, planned, postponed or denied
	date        TEXT,                      -- EDTF
	first_day   TEXT,                      -- 2025-08-17; NULL where no day is known
	last_day    TEXT,
	place       TEXT NOT NULL,
	title       TEXT NOT NULL,             -- of the post that is given or given up
	agency      TEXT,                      -- of that post
	rank        TEXT NOT NULL,
	from_rank   TEXT NOT NULL,
	measure     TEXT NOT NULL,
	text        TEXT NOT NULL,             -- the clause that tells it
	field       TEXT NOT NULL,
	"start"     INTEGER NOT NULL,
	"end"       INTEGER NOT NULL
) STRICT;
CREATE INDEX events_article ON events (article);
CREATE INDEX events_day ON events (first_day, kind);
CREATE INDEX events_kind ON events (kind, first_day);

-- who took part, as a person of an article: appearances.official is the person
CREATE TABLE event_officials (
	event      INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
	appearance INTEGER NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
	role       TEXT NOT NULL,
	PRIMARY KEY (event, appearance)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_officials_appearance ON event_officials (appearance);

CREATE TABLE event_agencies (
	event  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
	agency TEXT NOT NULL REFERENCES agencies (id),
	PRIMARY KEY (event, agency)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_agencies_agency ON event_agencies (agency);
