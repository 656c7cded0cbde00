import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../../testing/member-site.ts";

let site: MemberSite;
let fukuoka: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  fukuoka = await site.open("home-government", "fukuoka");
});
afterAll(() => site.close());

const row = (cells: Record<string, string>) =>
  `${Object.keys(cells).join(",")}\r\n${Object.values(cells).join(",")}\r\n`;
const exhibition = {
  記載する一覧: "coordination-trainings",
  年度: "2018",
  種類: "訪日研修",
  状況: "予定",
  "件名（日本語）": "研修",
  経費: "JICA予算",
};

async function upload(browser: MemberBrowser, content: BlobPart, name = "活動.csv"): Promise<string> {
  const response = await browser.post("/ja/members/exchange/activity", {
    intent: "upload",
    owner: "fukuoka",
    file: new File([content], name),
  });
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

describe("the page of sheets", () => {
  test.each(languages)("offers each kind that the reader may enter, in %s", async (language) => {
    const page = await readPage(await fukuoka.get(`/${language}/members/exchange?kind=project`));
    expect(page.querySelectorAll(".link-tabs a").length).toBe(6);
    expect(page.querySelector('form[enctype="multipart/form-data"] input[type=file]')).not.toBeNull();
    expect(page.querySelector("#download")?.textContent).not.toBe("");
  });

  test("gives a workbook to a form and to an address", async () => {
    const fields = { intent: "download", content: "empty", language: "zh", format: "xlsx" };
    const responses = [
      await fukuoka.post("/ja/members/exchange/activity", fields),
      await fukuoka.get("/ja/members/exchange/activity?content=empty"),
    ];
    for (const response of responses) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-disposition")).toContain(".xlsx");
      expect(new Uint8Array(await response.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    }
  });

  test("names the characters that an encoding lacks", async () => {
    const fields = { intent: "download", content: "records", language: "ja", format: "cp932" };
    const response = await fukuoka.post("/ja/members/exchange/activity", fields);
    expect(response.status).toBe(422);
    expect((await readPage(response)).querySelectorAll(".exchange-cells li").length).toBeGreaterThan(0);
  });

  test("asks for a file where none was chosen", async () => {
    const response = await fukuoka.post("/ja/members/exchange/activity", { intent: "upload", owner: "fukuoka" });
    expect(response.status).toBe(422);
    expect((await readPage(response)).querySelector("form .field-error")).not.toBeNull();
  });

  test("is closed to those who enter nothing, and to the name of another organisation", async () => {
    const guest = await site.open("guest", "fukuoka");
    expect((await guest.get("/ja/members/exchange")).status).toBe(403);
    const file = new File(["a"], "a.csv");
    const fields = { intent: "upload", owner: "kitakyushu", file };
    expect((await fukuoka.post("/ja/members/exchange/activity", fields)).status).toBe(403);
    expect((await fukuoka.post("/ja/members/exchange/claim", { ...fields, owner: "fukuoka" })).status).toBe(403);
  });
});

describe("an upload", () => {
  test.each(languages)("shows errors with their cells, and gives the file back, in %s", async (language) => {
    const at = (await upload(fukuoka, row({ ...exhibition, 種類: "旅行", メモ: "x" }))).replace(
      "/ja/",
      `/${language}/`,
    );
    const page = await readPage(await fukuoka.get(at));
    expect(page.querySelector(".exchange-error")?.textContent).toContain("C2");
    expect(page.body.textContent).toContain("メモ");
    expect(page.querySelector("#decide")).toBeNull();
    const file = await fukuoka.get(`${at}/file`);
    const suffix = { ja: "（エラー）", zh: "（错误）", en: " (errors)" }[language];
    expect(decodeURIComponent(file.headers.get("content-disposition") ?? "")).toContain(`${suffix}.csv`);
    expect(await file.text()).toContain("旅行");
    expect((await fukuoka.post(at, { decision: "submit" })).status).toBe(409);
  });

  test("is taken over and shows it; the same decision again changes nothing", async () => {
    const at = await upload(fukuoka, row(exhibition));
    expect((await readPage(await fukuoka.get(at))).querySelector("#decide")).not.toBeNull();
    for (const decision of ["draft", "draft", "submit"]) {
      const response = await fukuoka.post(at, { decision, visibility: "members" });
      expect([response.status, response.headers.get("location")]).toEqual([303, at]);
    }
    expect((await readPage(await fukuoka.get(at))).querySelector(".notice-success")).not.toBeNull();
    const entries = await site.context.database.db.selectFrom("entries").select(["state", "visibility"]).execute();
    expect(entries).toEqual([{ state: "draft", visibility: "members" }]);
  });

  test("that is still being checked says how far it is", async () => {
    const at = await upload(fukuoka, row({ ...exhibition, "件名（日本語）": "途中" }));
    const change = { state: "checking" as const, progress: 40, result: null };
    const id = at.split("/").at(-1) ?? "";
    await site.context.database.db.updateTable("imports").set(change).where("id", "=", id).execute();
    const page = await readPage(await fukuoka.get(at));
    expect(page.querySelector("progress")?.getAttribute("value")).toBe("40");
    expect(page.querySelector("#decide")).toBeNull();
    expect((await fukuoka.post(at, { decision: "draft" })).status).toBe(409);
  });

  test("that is no sheet says why", async () => {
    const at = await upload(fukuoka, "%PDF-1.7", "活動.xlsx");
    expect((await readPage(await fukuoka.get(at))).querySelector(".notice-error")).not.toBeNull();
  });

  test("can be dropped, and is nobody else's to see", async () => {
    const at = await upload(fukuoka, row({ ...exhibition, "件名（日本語）": "別" }));
    const other = await site.open("home-government", "fukuoka");
    expect((await other.get(at)).status).toBe(404);
    expect((await other.post(at, { decision: "draft" })).status).toBe(404);
    expect((await fukuoka.post(at, { decision: "drop" })).status).toBe(303);
    expect((await fukuoka.post(at, { decision: "draft" })).status).toBe(404);
  });
});
