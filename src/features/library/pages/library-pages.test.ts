import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { type MemberSite, openMemberSite, readField, readPage } from "../../../testing/member-site.ts";
import { createApp } from "../../../web/app.ts";
import { prepareAssets } from "../../../web/assets.ts";
import { links } from "../../../web/links.ts";
import { reportKind } from "../../reports/kinds/registry.ts";
import { documentResources } from "../api.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await openMemberSite();
}, 60_000);
afterAll(() => site.close());

const fields = (changes: Record<string, string> = {}) => ({
  intent: "check",
  fiscalYear: "2015",
  language: "ja",
  asOf: "2016-01-19",
  calendar: "wareki",
  basis: "public",
  maker: "iges",
  visibility: "members",
  note: "",
  ...changes,
});
const address = links.makeDocument("ja", "interim-report");
/** Short, so that it is soon written. */
const record = { kind: "partnership-record", subject: "fukuoka-jiangsu" };
const recordAddress = links.makeDocument("ja", record.kind);

test.each(languages)("an officer makes a document and shows it to everyone (%s)", async (language) => {
  const officer = await site.open("coordination", "iges");
  const guest = await site.open("guest", "hyogo");
  const anyone = createApp(site.context, await prepareAssets());
  const list = await readPage(await officer.get(links.memberDocuments(language)));
  expect(list.querySelectorAll(".kind-cards h3 a")).toHaveLength(9);
  const form = links.makeDocument(language, record.kind);
  expect((await readPage(await officer.get(form))).querySelector("select[name=subject]")).not.toBeNull();
  const own = { subject: record.subject, language, calendar: "gregorian" };
  const checked = await officer.post(form, fields(own));
  expect(checked.status).toBe(200);
  const preview = await readPage(checked);
  const formKey = readField(preview, "input[name=form_key]");
  const [pages, records] = [...preview.querySelectorAll(".key-figure-value")].map(({ textContent }) =>
    Number(textContent),
  );
  expect(pages).toBeGreaterThan(0);
  expect(records).toBeGreaterThan(5);
  const make = fields({ ...own, intent: "make", visibility: "public", form_key: formKey });
  const made = await officer.post(form, make);
  expect(made.status).toBe(303);
  const location = made.headers.get("location") ?? "";
  expect((await officer.post(form, make)).headers.get("location")).toBe(location);
  const page = await readPage(await guest.get(location));
  expect(page.querySelector("#keeping")).toBeNull();
  const id = location.match(/documents\/([0-9a-f-]+)/)?.[1] ?? "";
  const library = await readPage(await anyone.request(links.library(language)));
  const pdf = library.querySelector(`a[href="${links.libraryFile(language, id, "pdf")}"]`);
  const file = await anyone.request(pdf?.getAttribute("href") ?? "");
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const open = await readPage(await anyone.request(links.libraryDocument(language, id)));
  expect(open.querySelectorAll(".document-hashes code")).toHaveLength(2);
  expect(open.documentElement.textContent).not.toContain("Test");
  const api = await (await anyone.request(links.api("documents"))).json();
  expect(documentResources[0]?.answer.parse(api)).toEqual(api);
  expect(api.items.map((item: { id: string }) => item.id)).toContain(id);
});

test("looking again changes nothing and says what it found", async () => {
  const officer = await site.open("coordination", "iges");
  const made = await officer.post(
    recordAddress,
    fields({ subject: record.subject, intent: "make", form_key: crypto.randomUUID() }),
  );
  const page = (made.headers.get("location") ?? "").split("?")[0] ?? "";
  const verified = await readPage(await officer.post(page, { intent: "verify" }));
  expect(verified.querySelector(".notice-success")?.textContent).toContain("同じファイルになりました");
  const compared = await readPage(await officer.post(page, { intent: "compare" }));
  expect(compared.querySelector(".notice-success")?.textContent).toContain("変化はありません");
  const guest = await site.open("guest", "hyogo");
  expect((await guest.post(page, { intent: "verify" })).status).toBe(200);
  expect((await guest.post(page, { intent: "public" })).status).toBe(403);
  expect((await guest.post(page, { intent: "remove" })).status).toBe(403);
  expect((await officer.post(page, { intent: "remove" })).status).toBe(303);
  expect((await officer.get(page)).status).toBe(404);
});

test.each([
  [{ fiscalYear: "1999" }, "document-fiscalYear", "この年度の記録はありません。"],
  [{ asOf: "2016-02-30" }, "document-asOf", "日付として読み取れません。"],
  [{ asOf: "2999-01-01" }, "document-asOf", "今日より後の日は選べません。"],
  [{ maker: "hyogo" }, "document-maker", "一覧から選んでください。"],
  [{ language: "fr" }, "document-language", "一覧から選んでください。"],
])("what is wrong is said at its field (%#)", async (changes, field, words) => {
  const officer = await site.open("coordination", "iges");
  const refused = await officer.post(address, fields(changes));
  expect(refused.status).toBe(422);
  const page = await readPage(refused);
  expect(page.querySelector(`#${field}-error`)?.textContent).toContain(words);
  expect(page.querySelector(`.error-summary a[href="#${field}"]`)).not.toBeNull();
});

test("a character that no font draws is named before anything is made, and nothing is", async () => {
  const officer = await site.open("coordination", "iges");
  const letter = reportKind("cover-letter");
  const written = Object.fromEntries(letter.inputs.map(({ name }) => [`written.${name}`, "北九州市"]));
  const form = { ...fields(), ...written, [`written.${letter.inputs[0]?.name}`]: "北九州市\u{F0123}" };
  const page = links.makeDocument("ja", letter.id);
  const preview = await readPage(await officer.post(page, form));
  expect(preview.querySelector(".notice-error")?.textContent).toContain("U+F0123");
  expect(preview.querySelector("button[value=make]")).toBeNull();
  const forced = await officer.post(page, { ...form, intent: "make", form_key: crypto.randomUUID() });
  expect([forced.status, forced.headers.get("location")]).toEqual([422, null]);
});

test("an activity that is not there is said at its field, and a forged kind is not found", async () => {
  const officer = await site.open("coordination", "iges");
  const missing = await officer.post(
    links.makeDocument("ja", "activity-report"),
    fields({ subject: "no-such-activity" }),
  );
  expect(missing.status).toBe(422);
  expect((await readPage(missing)).querySelector("#document-subject-error")).not.toBeNull();
  expect((await officer.get(links.makeDocument("ja", "no-such-kind"))).status).toBe(404);
});

test("a document of approved records is not made public, whatever the form says", async () => {
  const officer = await site.open("coordination", "iges");
  const forged = fields({
    subject: record.subject,
    basis: "approved",
    visibility: "public",
    intent: "make",
    form_key: crypto.randomUUID(),
  });
  expect((await officer.post(recordAddress, forged)).status).toBe(422);
  const made = await officer.post(recordAddress, { ...forged, visibility: "members" });
  const page = (made.headers.get("location") ?? "").split("?")[0] ?? "";
  expect((await officer.post(page, { intent: "public" })).status).toBe(409);
});

test("a template goes through the check into use, and back", async () => {
  const officer = await site.open("coordination", "iges");
  const page = links.template("zh", "cover-letter", "zh");
  const template = await officer.get(links.templateFile("zh", "cover-letter", "zh"));
  const file = new File([await template.arrayBuffer()], "公函.docx");
  const checked = await readPage(await officer.post(page, { intent: "check", file }));
  expect(checked.querySelector(".notice-success")?.textContent).toContain("模板可以使用");
  const sealed = Object.fromEntries(
    ["sha256", "name", "seal"].map((name) => [name, readField(checked, `input[name=${name}]`)]),
  );
  const sample = await officer.post(page, { ...sealed, intent: "sample-pdf" });
  expect(sample.headers.get("content-type")).toBe("application/pdf");
  const technician = await site.open("technical", "jesc");
  expect((await technician.post(page, { ...sealed, intent: "use" })).status).toBe(403);
  expect((await officer.post(page, { ...sealed, intent: "use" })).status).toBe(303);
  expect((await readPage(await officer.get(page))).querySelector("button[value=drop]")).not.toBeNull();
  expect((await officer.post(page, { intent: "drop" })).status).toBe(303);
  expect((await readPage(await officer.get(page))).querySelector("button[value=drop]")).toBeNull();
  const bad = await officer.post(page, { intent: "check", file: new File(["x"], "x.docx") });
  expect([bad.status, (await readPage(bad)).querySelector(".notice-error") !== null]).toEqual([422, true]);
});
