-- Words of a question that answers were given to before it was worded otherwise: [{until, answers, text, options}], the oldest first.
-- Results and forms show them, so that nobody's answer comes to stand under words that were not there.
ALTER TABLE survey_item_questions ADD COLUMN earlier_words jsonb NOT NULL DEFAULT '[]';
