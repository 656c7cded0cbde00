-- What a number is of where it is not of the region's whole: one industry, some of the cities, a season.
ALTER TABLE policy_targets ADD COLUMN scope_ja text;
ALTER TABLE policy_targets ADD COLUMN scope_zh text;
ALTER TABLE policy_targets ADD COLUMN scope_en text;
ALTER TABLE item_targets ADD COLUMN scope jsonb;
