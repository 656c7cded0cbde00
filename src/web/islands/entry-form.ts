import { formatMoment } from "../../core/format-moment.ts";
import { isLanguage } from "../../core/language.ts";

/**
 * What the entry form gains where scripts run: the draft is saved in the background, a date shows at once how it is understood,
 * and organisations are found by any of their names. Without it every button of the form does the same.
 */
const pauseAfterTypingMs = 3_000;
const pauseBetweenSavesMs = 10_000;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-entry-form]")) {
  saveInBackground(form);
  echoDates(form);
  suggestOrganisations(form);
  clearMendedErrors(form);
}

function saveInBackground(form: HTMLFormElement): void {
  const status = form.querySelector("[data-draft-status]");
  let timer = 0;
  let lastSave = 0;
  let isDirty = false;
  let isLeaving = false;
  const say = (text: string | undefined) => {
    if (status) status.textContent = text ?? "";
  };

  const save = async () => {
    lastSave = Date.now();
    const body = new FormData(form);
    body.set("intent", "autosave");
    isDirty = false;
    say(form.dataset.saving);
    try {
      const response = await fetch(form.dataset.draftUrl ?? "", {
        method: "POST",
        body,
        headers: { accept: "application/json" },
        redirect: "error",
      });
      const answer: { revision?: number; entry?: string; conflict?: boolean } = await response.json();
      if (answer.conflict) return say(form.dataset.conflict);
      if (!response.ok || answer.entry === undefined) throw new Error(String(response.status));
      setHidden(form, "_revision", String(answer.revision));
      setHidden(form, "_entry", answer.entry);
      say(`${form.dataset.saved} ${writeNow()}`);
    } catch {
      isDirty = true;
      say(form.dataset.offline);
      schedule(pauseBetweenSavesMs);
    }
  };
  const schedule = (afterMs: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), Math.max(afterMs, lastSave + pauseBetweenSavesMs - Date.now()));
  };

  form.addEventListener("input", () => {
    isDirty = true;
    schedule(pauseAfterTypingMs);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    isLeaving = true;
  });
  addEventListener("beforeunload", (event) => {
    if (isDirty && !isLeaving) event.preventDefault();
  });
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}

function echoDates(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("[data-date-field]")) {
    const echo = form.querySelector(`[data-date-echo="${input.id}"]`);
    if (!echo) continue;
    const ask = debounce(async () => {
      const year = form.elements.namedItem("fiscal_year");
      const query = new URLSearchParams({ text: input.value });
      if (year instanceof HTMLSelectElement && year.value !== "") query.set("fiscalYear", year.value);
      const asked = input.value;
      const response = await fetch(`${form.dataset.dateUrl}?${query}`);
      if (!response.ok || asked !== input.value) return;
      const answer: { ok: boolean; understood?: string; problem?: string } = await response.json();
      echo.classList.toggle("is-problem", !answer.ok);
      echo.textContent = answer.ok
        ? answer.understood
          ? `${form.dataset.understood}${answer.understood}`
          : ""
        : (answer.problem ?? "");
    }, 400);
    input.addEventListener("input", ask);
  }
}

/** An error speaks of what was sent; what has been typed since is judged at the next check. */
function clearMendedErrors(form: HTMLFormElement): void {
  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const field = target.closest(".has-error");
    if (!field) return;
    field.classList.remove("has-error");
    target.removeAttribute("aria-invalid");
    for (const error of field.querySelectorAll(".form-error")) error.remove();
  });
}

/** The browser's own list of suggestions, filled with what the server finds: every alias, reading and code. */
function suggestOrganisations(form: HTMLFormElement): void {
  const list = form.querySelector("datalist");
  if (!list) return;
  for (const input of form.querySelectorAll<HTMLInputElement>("[data-organisation-field]")) {
    const ask = debounce(async () => {
      const asked = input.value.trim();
      if (asked.length < 1) return;
      const response = await fetch(`${form.dataset.organisationUrl}?${new URLSearchParams({ q: asked })}`);
      if (!response.ok || asked !== input.value.trim()) return;
      const { items }: { items: { id: string; name: string; note: string }[] } = await response.json();
      for (const { name, note } of items) {
        if (
          [...list.options].some(
            (option) => option.value === name && option.label === `${asked} → ${name} ${note}`.trim(),
          )
        )
          continue;
        const option = document.createElement("option");
        option.value = name;
        // A browser offers what holds the typed text, and an alias does not stand in the name.
        option.label = `${asked} → ${name} ${note}`.trim();
        list.append(option);
      }
    }, 300);
    input.addEventListener("input", ask);
  }
}

function debounce(work: () => Promise<void>, pauseMs: number): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void work().catch(() => undefined), pauseMs);
  };
}

/** On the reader's clock as every page tells it, whatever zone the browser is set to. */
function writeNow(): string {
  const [language = ""] = document.documentElement.lang.split("-");
  return formatMoment(isLanguage(language) ? language : "en", new Date());
}
