/** How far a sentence is, in its look and in what its buttons offer: a draft is confirmed, and only what is empty is drafted. */
export function showMark(item: HTMLElement, mark: string | undefined): void {
  for (const one of ["empty", "machine", "edited", "reviewed"]) item.classList.toggle(`is-${one}`, one === mark);
  const save = item.querySelector<HTMLElement>("button[data-words-save]");
  if (save) save.textContent = (mark === "machine" ? save.dataset.wordsConfirm : save.dataset.wordsSave) ?? "";
  const draft = item.querySelector<HTMLElement>("button[name=draft]");
  if (draft) draft.hidden = mark !== "empty";
}
