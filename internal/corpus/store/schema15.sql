-- Fifteenth step: who took part in the events of a day is found without reading the
-- articles that tell it.
ALTER TABLE event_officials ADD COLUMN official INTEGER NOT NULL DEFAULT 0; -- officials.n, as the appearance has it
ALTER TABLE event_officials ADD COLUMN day INTEGER;    -- the first of the event, days of Unix
ALTER TABLE event_agency_rows ADD COLUMN day INTEGER;  -- the same
UPDATE event_officials SET official = COALESCE((SELECT official FROM appearance_rows WHERE id = appearance), 0),
	day = (SELECT unixepoch(first_day) / 86400 FROM event_rows WHERE id = event);
UPDATE event_agency_rows SET day = (SELECT unixepoch(first_day) / 86400 FROM event_rows WHERE id = event);
DROP INDEX event_officials_appearance;
DROP INDEX event_agencies_agency;
CREATE INDEX event_officials_official ON event_officials (official, day);
CREATE INDEX event_agencies_agency ON event_agency_rows (agency, day);
CREATE INDEX event_officials_day ON event_officials (day, official);
CREATE INDEX event_agencies_day ON event_agency_rows (day, agency);

-- whoever is told to be another is so in the events, too
CREATE TRIGGER event_officials_moved AFTER UPDATE OF official ON appearance_rows BEGIN
	UPDATE event_officials SET official = new.official WHERE event BETWEEN new.id >> 20 << 20 AND new.id | 1048575 AND appearance = new.id;
END;

-- those of the newest versions alone, which are asked for
DROP INDEX articles_stored;
CREATE INDEX articles_stored ON article_rows (stored) WHERE newest = 1;

-- the days of all events, and the events that end on another day than they begin
DROP INDEX events_day;
DROP INDEX events_span;
CREATE INDEX events_day ON event_rows (first_day, kind, last_day);
CREATE INDEX events_span ON event_rows (last_day, first_day) WHERE last_day <> COALESCE(first_day, '');
