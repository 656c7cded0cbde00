-- What a finished evaluation showed beside its sentences, as it stood: figures by year, steps of each partnership, remarks.
ALTER TABLE evaluations ADD COLUMN frozen jsonb;
