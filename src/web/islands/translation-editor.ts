import { showMark } from "./translation-editor/mark.ts";
import { type Overview, showOverview } from "./translation-editor/overview.ts";
import { parse, setContent } from "./translation-editor/page-pieces.ts";
import { selectNextPlace, selectPlace } from "./translation-editor/places.ts";
import { watchDraft } from "./translation-editor/watch-draft.ts";

/**
 * What the translation editor gains where scripts run: help comes when a sentence is entered, checks while it is typed, each sentence
 * is saved by itself, and everything works from the keyboard. Without it the form's own buttons do the same.
 */
const checkAfterMs = 600;
const saveAfterMs = 4_000;
const retryAfterMs = 10_000;

interface SavedAnswer {
  state: "saved" | "same" | "conflict" | "too-large" | "approved";
  version?: number;
  target?: string;
  mark?: string;
  facts?: string;
  progress?: string;
  overview?: Overview;
  problems?: string;
  source?: string;
  notice?: string;
}

interface Row {
  item: HTMLElement;
  field: HTMLTextAreaElement;
  version: HTMLInputElement;
  /** as it was when it was last kept */
  kept: string;
  /** nothing is sent while a person has to decide between two texts */
  blocked: boolean;
  saving: Promise<boolean> | null;
  helped: boolean;
  checkTimer: number;
  saveTimer: number;
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-translation-editor]")) startEditor(form);

function startEditor(form: HTMLFormElement): void {
  document.documentElement.classList.add("is-live");
  const rows = [...form.querySelectorAll<HTMLElement>("[data-segment]")].flatMap((item) => readRow(item));
  const rowOf = (target: EventTarget | null) =>
    target instanceof Element ? rows.find(({ item }) => item.contains(target)) : undefined;
  for (const row of rows) fit(row.field);

  form.addEventListener("focusin", ({ target }) => {
    const row = rowOf(target);
    if (row) enter(form, rows, row);
  });
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    const row = rowOf(target);
    if (row && rowOf(relatedTarget) !== row && isDirty(row)) void save(form, row);
  });
  form.addEventListener("input", ({ target }) => {
    const row = rowOf(target);
    if (row) typed(form, row);
  });
  form.addEventListener("click", (event) => press(event, form, rows, rowOf(event.target)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void saveAll(form, rows);
  });
  document.addEventListener("keydown", (event) => useKey(event, form, rows, rowOf(document.activeElement)));
  addEventListener("online", () => void saveAll(form, rows));
  addEventListener("beforeunload", (event) => {
    if (rows.some(isDirty)) event.preventDefault();
  });
  if (document.querySelector("[data-draft=running]")) watchDraft();
}

function readRow(item: HTMLElement): Row[] {
  const field = item.querySelector("textarea");
  const version = item.querySelector<HTMLInputElement>("input[name^='version.']");
  if (!field || !version) return [];
  const blocked = item.querySelector(".segment-conflict") !== null;
  // What came back unsaved is not what is kept.
  const kept = item.querySelector(".segment-target > .field-error, .segment-conflict") ? "\u0000" : field.value;
  return [{ item, field, version, kept, blocked, saving: null, helped: false, checkTimer: 0, saveTimer: 0 }];
}

function isDirty(row: Row): boolean {
  return row.field.value.trim() !== row.kept.trim();
}

/** The field is as high as its text. */
function fit(field: HTMLTextAreaElement): void {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}

function enter(form: HTMLFormElement, rows: readonly Row[], row: Row): void {
  for (const other of rows) other.item.classList.toggle("is-current", other === row);
  const help = row.item.querySelector("[data-help]");
  if (help instanceof HTMLDetailsElement) help.open = true;
  for (const other of rows) {
    const details = other.item.querySelector("[data-help]");
    if (other !== row && details instanceof HTMLDetailsElement) details.open = false;
  }
  if (row.helped) return;
  row.helped = true;
  void fetch(row.item.dataset.url ?? "", { redirect: "error" })
    .then(async (response) => {
      if (!response.ok) throw new Error(String(response.status));
      setContent(row.item, "[data-help-content]", await response.text());
      if (row.item.contains(document.activeElement)) row.item.scrollIntoView({ block: "nearest" });
    })
    .catch(() => {
      row.helped = false;
    });
  say(form, row, "");
}

function typed(form: HTMLFormElement, row: Row): void {
  fit(row.field);
  clearTimeout(row.checkTimer);
  clearTimeout(row.saveTimer);
  row.checkTimer = window.setTimeout(() => void check(row), checkAfterMs);
  if (row.blocked || !isDirty(row)) return;
  say(form, row, form.dataset.waiting);
  row.saveTimer = window.setTimeout(() => void save(form, row), saveAfterMs);
}

async function check(row: Row): Promise<void> {
  const asked = row.field.value;
  try {
    const response = await send(row, { intent: "check", target: asked });
    if (!response.ok || asked !== row.field.value) return;
    showPieces(row, await response.json());
  } catch {
    // Checks come again with the next letter, and with the save.
  }
}

function send(row: Row, fields: Record<string, string>): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return fetch(row.item.dataset.url ?? "", {
    method: "POST",
    body,
    headers: { accept: "application/json" },
    redirect: "error",
  });
}

/** False where it could not be kept; the text stays in the field and is sent again. Saves of one sentence follow each other. */
async function save(form: HTMLFormElement, row: Row, { confirm = false } = {}): Promise<boolean> {
  if (row.saving) {
    await row.saving;
    if (!isDirty(row) && !confirm) return true;
  }
  if (row.blocked) return false;
  if (!confirm && !isDirty(row)) return true;
  row.saving = sendSave(form, row);
  const done = await row.saving;
  row.saving = null;
  return done;
}

async function sendSave(form: HTMLFormElement, row: Row): Promise<boolean> {
  clearTimeout(row.saveTimer);
  const target = row.field.value;
  say(form, row, form.dataset.saving);
  try {
    const response = await send(row, {
      ...{ intent: "save", target, version: row.version.value, from: form.dataset.from ?? "1" },
    });
    const answer: SavedAnswer = await response.json();
    if (answer.notice !== undefined) {
      showNotice(row, answer.notice);
      row.blocked = answer.state !== "too-large";
      say(form, row, "");
      return false;
    }
    if (!response.ok || answer.version === undefined) throw new Error(String(response.status));
    row.kept = target;
    row.version.value = String(answer.version);
    clearNotice(row);
    showMark(row.item, answer.mark);
    setContent(row.item, "[data-mark]", answer.facts);
    setContent(document.body, "[data-progress]", answer.progress);
    if (answer.overview) showOverview(answer.overview);
    if (row.field.value === target) showPieces(row, answer);
    say(form, row, form.dataset.saved);
    return true;
  } catch {
    say(form, row, form.dataset.offline);
    row.saveTimer = window.setTimeout(() => void save(form, row), retryAfterMs);
    return false;
  }
}

async function saveAll(form: HTMLFormElement, rows: readonly Row[]): Promise<void> {
  for (const row of rows) if (isDirty(row)) await save(form, row);
}

function showPieces(row: Row, { problems, source }: Pick<SavedAnswer, "problems" | "source">): void {
  setContent(row.item, "[data-problems]", problems);
  const present = row.item.querySelector("[data-source]");
  if (!present || source === undefined) return;
  const [next] = parse(source).children;
  if (next) present.replaceWith(next);
}

function showNotice(row: Row, notice: string): void {
  clearNotice(row);
  row.field.setAttribute("aria-invalid", "true");
  row.item.querySelector(".segment-target")?.prepend(...parse(notice).childNodes);
}

function clearNotice(row: Row): void {
  row.field.removeAttribute("aria-invalid");
  for (const old of row.item.querySelectorAll(".segment-target > .field-error, .segment-conflict")) old.remove();
}

/** At the sentence for the eye, and in the form's status for the ear. */
function say(form: HTMLFormElement, row: Row, text: string | undefined): void {
  const status = row.item.querySelector("[data-status]");
  if (status) status.textContent = text ?? "";
  const live = form.querySelector("[data-form-status]");
  if (live && text !== undefined && text !== form.dataset.waiting) live.textContent = text;
}

function press(event: Event, form: HTMLFormElement, rows: readonly Row[], row: Row | undefined): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const problem = target.closest<HTMLElement>("[data-start]");
  if (row && problem && !target.closest("button")) {
    selectPlace(row, problem);
    return;
  }
  const button = target.closest("button");
  if (!button || !row) return;
  if (button.dataset.replace !== undefined) {
    event.preventDefault();
    put(form, row, button.dataset.replace, true);
  } else if (button.dataset.insert !== undefined) {
    event.preventDefault();
    put(form, row, button.dataset.insert, false);
  } else if (button.dataset.theirs !== undefined || button.dataset.mine !== undefined) {
    event.preventDefault();
    decide(form, row, button);
  } else if (button.name === "save") {
    event.preventDefault();
    void save(form, row, { confirm: true });
  } else if (button.name === "draft") {
    // The server writes it: what stands in other fields goes along first.
    event.preventDefault();
    void saveAll(form, rows).then(() => sendByForm(form, rows, button));
  }
}

function sendByForm(form: HTMLFormElement, rows: readonly Row[], button: HTMLButtonElement): void {
  if (rows.some(isDirty)) return;
  const { name, value } = button;
  const hidden = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  form.append(hidden);
  form.submit();
}

/** Mine over theirs, or theirs instead of mine: either way from what is there now. */
function decide(form: HTMLFormElement, row: Row, { dataset }: HTMLButtonElement): void {
  row.version.value = dataset.version ?? row.version.value;
  row.blocked = false;
  if (dataset.theirs !== undefined) {
    row.field.value = dataset.theirs;
    row.kept = dataset.theirs;
    clearNotice(row);
    fit(row.field);
    void check(row);
  } else void save(form, row, { confirm: true });
  row.field.focus();
}

function put(form: HTMLFormElement, row: Row, text: string, isWhole: boolean): void {
  const { field } = row;
  field.focus();
  if (isWhole) field.select();
  // As if it were typed, so that the browser's own undo takes it back.
  if (!document.execCommand("insertText", false, text)) {
    const [start, end] = isWhole ? [0, field.value.length] : [field.selectionStart, field.selectionEnd];
    field.setRangeText(text, start, end, "end");
  }
  typed(form, row);
}

function useKey(event: KeyboardEvent, form: HTMLFormElement, rows: readonly Row[], row: Row | undefined): void {
  // While an input method composes, its keys are its own.
  if (event.isComposing) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "Enter" && row) {
    event.preventDefault();
    const filled = row.field.value.trim() !== "";
    void save(form, row, { confirm: filled });
    go(form, rows, row, 1);
  } else if (command && !event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    go(form, rows, row, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.altKey && !command && /^Digit[1-9]$/.test(event.code) && row) {
    const button = row.item.querySelector<HTMLButtonElement>(`[data-shortcut="${event.code.slice(5)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  } else if (event.altKey && !command && event.code === "KeyP" && row) {
    event.preventDefault();
    selectNextPlace(row);
  } else if (event.altKey && !command && event.code === "KeyN") {
    event.preventDefault();
    const from = row ? rows.indexOf(row) + 1 : 0;
    const open = [...rows.slice(from), ...rows.slice(0, from)].find(({ item }) =>
      ["is-empty", "is-machine"].some((name) => item.classList.contains(name)),
    );
    open?.field.focus();
  }
}

/** Behind the last sentence comes the next page, once everything is kept. */
function go(form: HTMLFormElement, rows: readonly Row[], row: Row | undefined, step: 1 | -1): void {
  const next = rows[row ? rows.indexOf(row) + step : 0];
  if (next) {
    next.field.focus();
    next.item.scrollIntoView({ block: "nearest" });
  } else if (step === 1 && form.dataset.nextPage)
    void saveAll(form, rows).then(async () => {
      await row?.saving;
      if (!rows.some(isDirty)) location.assign(form.dataset.nextPage ?? "");
    });
}
