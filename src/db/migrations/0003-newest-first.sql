-- Lists show the newest first and what has no date at the end; without this order in an index every page sorts every record.
CREATE INDEX activities_newest_first ON activities (date_from DESC NULLS LAST, row_number);
CREATE INDEX activities_newest_first_by_year ON activities (fiscal_year, date_from DESC NULLS LAST, row_number);
CREATE INDEX activities_newest_first_by_kind ON activities (kind, date_from DESC NULLS LAST, row_number);
