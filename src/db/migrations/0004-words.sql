-- What a search for words looks through: put together once, when a row is written, and not for every row at every search.
ALTER TABLE activities ADD COLUMN words text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(
  title_ja || ' ' || title_zh || ' ' || title_en
  || ' ' || coalesce(theme_ja, '') || ' ' || coalesce(theme_zh, '') || ' ' || coalesce(theme_en, '')
  || ' ' || coalesce(result_ja, '') || ' ' || coalesce(result_zh, '') || ' ' || coalesce(result_en, '')
  || ' ' || coalesce(remark_ja, '') || ' ' || coalesce(remark_zh, '') || ' ' || coalesce(remark_en, '')
)) STORED;
