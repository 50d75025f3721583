-- Tenth step: officials are found by their ids in SQL, too.
CREATE INDEX officials_id ON officials (id);
