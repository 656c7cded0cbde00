-- Chapters hold stretches of six characters too, so that a phrase is told by their index alone (features/search/grams.ts). Without marks
-- all of them are written anew.
DELETE FROM search.marks;
