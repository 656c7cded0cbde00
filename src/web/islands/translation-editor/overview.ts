import { setContent } from "./page-pieces.ts";

/** What the page says of the whole translation. */
export interface Overview {
  /** by filter */
  shows: Record<string, number>;
  /** where the next sentence of a kind stands */
  jumps: Record<string, string | null>;
  /** sentences that keep the text from its review */
  left: number;
  leftText: string;
  faulty: string;
  submit: string;
}

/** Counts and links change in place: the focus may stand on one. Once nothing is left, the review can be asked for. */
export function showOverview({ shows, jumps, left, leftText, faulty, submit }: Overview): void {
  for (const count of document.querySelectorAll<HTMLElement>("[data-count]"))
    count.textContent = String(shows[count.dataset.count ?? ""] ?? "");
  const targets = document.querySelectorAll<HTMLAnchorElement>("[data-jump]");
  for (const link of targets) {
    const href = jumps[link.dataset.jump ?? ""];
    link.hidden = typeof href !== "string";
    if (typeof href === "string") link.href = href;
  }
  const line = targets[0]?.closest("p");
  if (line) line.hidden = [...targets].every(({ hidden }) => hidden);
  const drafts = document.querySelector<HTMLElement>("[data-drafts]");
  if (drafts) drafts.hidden = shows.empty === 0;
  document.querySelector("[data-left]")?.replaceChildren(leftText);
  setContent(document, "[data-faulty]", faulty);
  const button = document.querySelector("[data-submit]");
  if (!(button instanceof HTMLButtonElement)) return;
  button.disabled = left > 0;
  button.textContent = submit;
}
