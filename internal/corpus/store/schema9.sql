-- Ninth step: the events of a period.
CREATE INDEX events_span ON event_rows (last_day, first_day);
