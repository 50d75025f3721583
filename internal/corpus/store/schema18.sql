-- Eighteenth step: the last day of an event is said where it is not the first: NULL is the
-- first, and an empty text that it is not known.
DROP VIEW events;
DROP INDEX events_day;
DROP INDEX events_span;
UPDATE event_rows SET last_day = CASE WHEN last_day IS first_day THEN NULL ELSE '' END WHERE last_day IS first_day OR last_day IS NULL;
CREATE INDEX events_day ON event_rows (first_day, kind, last_day);
CREATE INDEX events_span ON event_rows (last_day, first_day) WHERE last_day IS NOT NULL;
CREATE VIEW events AS SELECT e.id, a.id AS article, e.kind, e.name, e.status, COALESCE(e.date, e.first_day) AS date, e.first_day, NULLIF(COALESCE(e.last_day, e.first_day), '') AS last_day,
	e.place, e.title, e.agency, e.rank, e.from_rank, e.measure,
	CASE e.field WHEN 0 THEN substr(a.title, e."start" + 1, e."end" - e."start") WHEN 1 THEN substr(a.body, e."start" + 1, e."end" - e."start") ELSE e.text END AS text,
	CASE e.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE printf('images[%d].caption', e.field - 2) END AS field, e."start", e."end"
FROM event_rows e JOIN article_rows a ON a.id = e.id >> 20;
