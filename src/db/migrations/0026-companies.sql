-- Obstacles of company cases under headings, so that they can be counted over cases (B, Ⅲ 12: closer communication, narrower fields).
ALTER TABLE company_cases
  ADD COLUMN obstacle_kinds text[] NOT NULL DEFAULT '{}',
  -- an amount without its currency is no amount
  ADD CONSTRAINT company_cases_amount CHECK ((contract_minor IS NULL) = (contract_currency IS NULL) AND contract_minor >= 0),
  ADD CONSTRAINT company_cases_contracted CHECK (state <> 'contracted' OR contracted_on IS NOT NULL);
CREATE INDEX company_cases_by_owner ON company_cases (owner, state);
CREATE INDEX company_cases_by_activity ON company_cases (activity) WHERE activity IS NOT NULL;
-- Which fields a correction changed, never what stood in them: a contact person is not for every eye that sees the history.
ALTER TABLE company_case_events ADD COLUMN fields text[] NOT NULL DEFAULT '{}';
CREATE INDEX company_case_events_by_case ON company_case_events (case_id, id);
