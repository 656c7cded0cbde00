interface Sentence {
  item: HTMLElement;
  field: HTMLTextAreaElement;
}

/** Selects the words that a finding is about. */
export function selectPlace({ field }: Pick<Sentence, "field">, { dataset }: HTMLElement): void {
  field.focus();
  field.setSelectionRange(Number(dataset.start), Number(dataset.end));
}

/** The place of the first finding behind what is selected, or else of the first. */
export function selectNextPlace(row: Sentence): void {
  const { selectionStart: start, selectionEnd: end } = row.field;
  const found = [...row.item.querySelectorAll<HTMLElement>("[data-start]")].sort(
    (a, b) => Number(a.dataset.start) - Number(b.dataset.start) || Number(a.dataset.end) - Number(b.dataset.end),
  );
  const isBehind = ({ dataset }: HTMLElement) =>
    Number(dataset.start) > start || (Number(dataset.start) === start && Number(dataset.end) > end);
  const next = found.find(isBehind) ?? found[0];
  if (next) selectPlace(row, next);
}
