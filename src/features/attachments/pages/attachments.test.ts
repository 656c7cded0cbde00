import { afterAll, beforeAll, expect, test } from "vitest";
import { type MemberSite, openMemberSite, readField, readPage } from "../../../testing/member-site.ts";
import { links } from "../../../web/links.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await openMemberSite();
}, 60_000);
afterAll(() => site.close());

const address = (language: "ja" | "zh" | "en") => links.recordAttachments(language, "activity", "e-con-2014-01");
const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const fields = () => ({ intent: "add", form_key: crypto.randomUUID(), note: "" });

test("a file goes up, comes down under its name, safely, and is taken off again", async () => {
  const kitakyushu = await site.open("home-government", "kitakyushu");
  const guest = await site.open("guest", "kawasaki");
  const form = await readPage(await kitakyushu.get(address("ja")));
  const sent = await kitakyushu.post(address("ja"), {
    intent: "add",
    form_key: readField(form, "input[name=form_key]"),
    note: "署名済み",
    file: new File([pdf], "覚書（写し）.pdf"),
  });
  expect(sent.status).toBe(303);
  const page = await readPage(await guest.get(address("en")));
  expect(page.querySelector(".attachment-name")?.textContent).toBe("覚書（写し）.pdf");
  expect(page.querySelector(".attachment-list .hint")?.textContent).toContain("PDF, 1 kB");
  expect(page.querySelector("form[enctype]")).toBeNull();
  const file = await guest.get(page.querySelector(".attachment-name")?.getAttribute("href") ?? "");
  expect(await file.text()).toBe(pdf);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''%E8%A6%9A%E6%9B%B8/,
    ),
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  const own = await readPage(await kitakyushu.get(sent.headers.get("location") ?? ""));
  expect(own.querySelector(".notice-success")?.textContent).toBe("ファイルを添付しました。");
  const attachment = readField(own, "input[name=attachment]");
  expect((await guest.post(address("ja"), { intent: "remove", attachment })).status).toBe(403);
  expect((await kitakyushu.post(address("ja"), { intent: "remove", attachment })).status).toBe(303);
  expect((await guest.get(links.attachment("ja", attachment))).status).toBe(404);
});

test.each([
  ["ja", new File(["<script>"], "a.html"), 422, "「a.html」は、プログラムやマクロ"],
  ["zh", new File([pdf], "a.docx"), 422, "“a.docx”的扩展名与实际内容不符。与内容相符的扩展名是.pdf。"],
  ["en", new File([new Uint8Array(20 * 1024 * 1024 + 1)], "a.pdf"), 413, "Files can be up to 20 MB"],
  ["ja", new File([], ""), 422, "ファイルを選んでください。"],
  ["zh", new File([], "空.txt"), 422, "“空.txt”是空文件（0字节）。"],
] as const)("what is wrong is said in %s (%#)", async (language, file, status, words) => {
  const shanghai = await site.open("partner-government", "shanghai");
  const refused = await shanghai.post(address(language), { ...fields(), note: "kept", file });
  expect(refused.status).toBe(status);
  const page = await readPage(refused);
  expect(page.querySelector("#attachment-file-error")?.textContent).toContain(words);
  expect(readField(page, "input[name=note]")).toBe("kept");
});

test("who is not signed in gets nothing", async () => {
  const outsider = await site.open("home-government", "kawasaki");
  expect((await outsider.post(address("ja"), { ...fields(), file: new File([pdf], "a.pdf") })).status).toBe(403);
  const { rows } = await site.context.database.pool.query("select from files where media_type = 'text/plain'");
  expect(rows).toEqual([]);
});
