import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../testing/member-site.ts";

let site: MemberSite;
let fukuoka: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  fukuoka = await site.open("home-government", "fukuoka");
});
afterAll(() => site.close());

/** As b-tra-2015-09 stands in the list. */
const known = {
  記載する一覧: "coordination-trainings",
  年度: "2015",
  種類: "訪日研修",
  状況: "実施済",
  実施時期: "2016年1月18日～28日",
  "件名（日本語）": "江蘇省技術者の訪日研修（福岡県）",
  経費: "都市間連携協力事業予算",
  "活動の参加機関：派遣": "江蘇省",
  "活動の参加機関：受入": "福岡県",
};
const other = { ...known, "件名（日本語）": "大気環境の研修", 実施時期: "2016年2月1日～5日" };

async function upload(rows: readonly Record<string, string>[]): Promise<string> {
  const lines = [Object.keys(known), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(","));
  const response = await fukuoka.post("/ja/members/exchange/activity", {
    intent: "upload",
    owner: "fukuoka",
    file: new File([lines.join("\r\n")], "研修.csv"),
  });
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

const openPage = async (at: string) => readPage(await fukuoka.get(at));

describe("a row of a sheet", () => {
  test.each(languages)(
    "that looks like a record on file is told so, and may be taken all the same, in %s",
    async (language) => {
      const at = (await upload([known])).replace("/ja/", `/${language}/`);
      const page = await openPage(at);
      const [first] = page.querySelectorAll(".exchange-likenesses li");
      expect(first?.textContent?.split("江蘇省技術者の訪日研修（福岡県）").length).toBeGreaterThan(2);
      expect(
        page.querySelector(`.exchange-likenesses a[href="/${language}/members/records/activity/b-tra-2015-09"]`),
      ).not.toBeNull();
      expect(page.querySelector(".notice-warning a[href*='show=alike']")).not.toBeNull();
      expect(page.querySelector("#decide")).not.toBeNull();
    },
  );

  test("is compared with the rows above it, and shown alone with those that are in doubt", async () => {
    const again = { ...other, "件名（日本語）": "別の名の研修" };
    const at = await upload([other, again, { ...other, "件名（日本語）": "春の研修", 実施時期: "2015年5月11日" }]);
    const page = await openPage(at);
    const told = page.querySelectorAll(".exchange-likenesses li");
    expect([...told].map(({ textContent }) => textContent)).toEqual([
      "この行の「別の名の研修」と、このファイルの2行目の「大気環境の研修」（2016年2月1日～5日）は、日程と相手が同じです。",
    ]);
    const alone = await openPage(`${at}?show=alike`);
    expect([...alone.querySelectorAll(".exchange-record")].map(({ textContent }) => textContent)).toEqual([
      "別の名の研修",
    ]);
  });

  test("is compared with what is under way, until it says the same as that", async () => {
    const at = await upload([other]);
    expect((await fukuoka.post(at, { decision: "draft", visibility: "members" })).status).toBe(303);
    const { id } = await site.context.database.db.selectFrom("entries").select("id").executeTakeFirstOrThrow();
    const changed = await openPage(await upload([{ ...other, 年度: "2016" }]));
    expect(changed.querySelector(".exchange-likenesses")?.textContent).toContain("下書き中の「大気環境の研修」");
    expect(changed.querySelector(`.exchange-likenesses a[href="/ja/members/entries/${id}"]`)).not.toBeNull();
    const same = await openPage(await upload([other]));
    expect(same.querySelectorAll(".exchange-likenesses li").length).toBe(0);
  });

  test("is not told of what its reader may not see", async () => {
    const hyogo = await site.open("home-government", "hyogo");
    const file = new File(
      [[Object.keys(known), Object.values(other)].map((cells) => cells.join(",")).join("\r\n")],
      "a.csv",
    );
    const response = await hyogo.post("/ja/members/exchange/activity", { intent: "upload", owner: "hyogo", file });
    const page = await readPage(await hyogo.get(response.headers.get("location") ?? ""));
    expect(page.querySelector("#rows")).not.toBeNull();
    expect(page.querySelectorAll(".exchange-likenesses li").length).toBe(0);
  });
});
