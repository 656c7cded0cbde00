-- Chapters hold stretches of six characters too, so that a phrase is told by their index alone (features/search/grams.ts). They take
-- more room, and are read by hardly anything but the index: compressed. Without marks all of them are written anew.
ALTER TABLE search.chapters ALTER COLUMN grams SET STORAGE EXTENDED;
DELETE FROM search.marks;
