import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { importTerms } from "../exchange/take-terms.ts";
import { termDomains } from "../sheets.ts";
import { type Term, tidyTerm } from "../terms.ts";
import { getTerms, removeTerm, saveTerm } from "../terms-service.ts";
import { composeTerms } from "./terms.tsx";

type Posted = MemberRequest & { form: FormData };

/** `save`, `remove`, `try` (a file, without taking it over), `import`. */
export const postTerms: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const intent = form.get("intent");
  if (intent === "remove") {
    await removeTerm(context, actor, String(form.get("id") ?? ""));
    return { redirect: links.terms(language, { done: "removed" }) };
  }
  if (intent === "try" || intent === "import") return takeFile(request, intent === "try");
  const term = readTerm(form);
  // A new term must not take the place of one that is there.
  const isTaken = form.get("new") === "1" && (await getTerms(context)).some(({ id }) => id === term.id);
  const found = isTaken ? [{ field: "id", reason: "id" as const }] : await saveTerm(context, actor, term);
  // An id that is to be made from a word that is missing is no second mistake.
  const problems = term.id === "" ? found.filter(({ field }) => field !== "id") : found;
  if (problems.length > 0) return { page: await composeTerms(request, { term, problems }), status: 422 };
  return { redirect: links.terms(language, { q: term.words[language], done: "saved" }) };
};

async function takeFile(request: Posted, dryRun: boolean): Promise<Outcome> {
  const { context, actor, form } = request;
  const file = form.get("file");
  if (!(file instanceof File)) throw new AppError("invalid-input", { field: "file" });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = /\.(tbx|xml)$/i.test(file.name) ? "tbx" : "csv";
  const taken = await importTerms(context, actor, { format, bytes, name: file.name, dryRun });
  return { page: await composeTerms(request, { taken, tried: dryRun }), status: taken.problems.length > 0 ? 422 : 200 };
}

function readTerm(form: FormData): Term {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const lines = (name: string) =>
    text(name)
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const each = <Value>(read: (language: Language) => Value): Record<Language, Value> => ({
    ja: read("ja"),
    zh: read("zh"),
    en: read("en"),
  });
  const words = each((of) => text(`term_${of}`));
  return tidyTerm({
    id: text("id") || makeId(words.en),
    domain: termDomains.find((domain) => domain === form.get("domain")) ?? "measure",
    words,
    variants: each((of) => lines(`variants_${of}`)),
    forbidden: each((of) => lines(`forbidden_${of}`)),
    note: each((of) => text(`note_${of}`)),
  });
}

/** From the English word, as the ids of the sheet are. */
function makeId(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100)
    .replace(/-+$/, "");
}
