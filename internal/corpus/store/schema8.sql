-- Eighth step: the last published first, of what many articles hold.
CREATE INDEX articles_published ON article_rows (published) WHERE newest = 1;
