import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../src/core/language.ts";
import { stopReadingThreads } from "../../src/features/policies/understand/reading-threads.ts";
import { updateSearchIndex } from "../../src/features/search/update-index.ts";
import { message } from "../../src/messages/message.ts";
import { fixedClock } from "../../src/platform/clock.ts";
import { createSignedInAccount, type TestAccount } from "../../src/testing/accounts.ts";
import { findBarriers, measureOverflow, openBrowser, openPage } from "../../src/testing/browser.ts";
import { openPdf } from "../../src/testing/open-pdf.ts";
import { planInJapanese } from "../../src/testing/plan-in-japanese.ts";
import { liveThroughDay, type PolicyDesk, startPolicyDesk } from "../../src/testing/policy-desk.ts";
import { type PolicySite, startPolicySite } from "../../src/testing/policy-site/policy-site.ts";
import { links } from "../../src/web/links.ts";

const month = "2016-04";
/** The last two after Tangshan's bureau has rebuilt its list. */
const days = ["06", "12", "17", "22", "30"].map((day) => `${month}-${day}`);

let browser: Browser;
let site: PolicySite;
let desk: PolicyDesk;
let officer: TestAccount;
let second: TestAccount;
let follower: TestAccount;
/** ids of items by those of the truth */
let items: Map<string, string>;
let translationPath = "";
const faults: string[] = [];

beforeAll(async () => {
  site = await startPolicySite({ day: `${month}-01` });
  [browser, desk] = await Promise.all([openBrowser(), startPolicyDesk(site)]);
  const { context } = desk;
  for (const day of days) await liveThroughDay(context, site, day);
  context.clock = fixedClock("2016-05-06T01:00:00Z");
  officer = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]);
  second = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]);
  follower = await createSignedInAccount(context, [{ role: "home-government", organisation: "fukuoka" }]);
  const { rows } = await context.database.pool.query("select id, url from policy_items where origin = 'fetched'");
  const idOf = new Map(rows.map(({ id, url }) => [url, id]));
  items = new Map(site.truth.flatMap(({ id, url }) => (idOf.has(url) ? [[id, idOf.get(url)]] : [])));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  await site?.close();
  await stopReadingThreads();
});

async function open(width: number, account?: TestAccount): Promise<Page> {
  const watched = await openPage(browser, desk.address, width);
  if (account) {
    const [name = "", value = ""] = account.cookie.split(/=(.*)/s);
    await watched.page.context().addCookies([{ name, value, url: desk.address }]);
  }
  watched.page.on("close", () => faults.push(...watched.faults));
  return watched.page;
}

const visit = (page: Page, path: string) => page.goto(`${desk.address}${path}`);

/** The page as it must be for everyone. */
async function judge(page: Page): Promise<void> {
  await judgeWidth(page);
  expect(await findBarriers(page), page.url()).toEqual([]);
}

async function judgeWidth(page: Page): Promise<void> {
  expect(await measureOverflow(page), page.url()).toBeLessThanOrEqual(0);
}

/** Sends a form and waits for the page that answers. */
async function send(page: Page, button: Locator): Promise<void> {
  const answered = page.waitForEvent("domcontentloaded");
  answered.catch(() => undefined);
  await button.click({ timeout: 15_000 });
  await answered;
  await page.locator("main").waitFor();
}

function idOf(truth: string): string {
  const id = items.get(truth);
  if (id === undefined) throw new Error(`${truth} was not found`);
  return id;
}

/** A plan of three ministries, rules of a key region, an emergency plan of a partner city. */
const clipped = [
  {
    truth: "mee-02",
    title: "重点地域大気汚染防治強化方案（2016～2020年）の通知",
    summary:
      "三部門が、三つの重点地域の五年間の目標と任務を定めた。2020年までにPM2.5の年平均濃度を2015年比で18%以上低減する。",
    why: "連携都市の多くが重点地域にあり、年度ごとの協力の計画はこの目標から逆算される。",
  },
  {
    truth: "jjj-02",
    title: "京津冀及び周辺地域の作業方案",
    summary: "協力グループが、地域で共同して実施する対策と分担を示した。",
    why: "地域の共同対策は、都市間連携で学ぶべき点が多い。",
  },
  {
    truth: "bj-07",
    title: "北京市の実施方案",
    summary: "北京市が、市内の任務と期限を定めた。",
    why: "北京市は東京都の連携先であり、研修の主題に関わる。",
  },
] as const;

describe("a month at the policy desk, in Japanese", () => {
  const language = "ja";

  test("the board tells how each source is, and shows what a redesign did", async () => {
    const page = await open(1280, officer);
    await visit(page, links.deskSources(language));
    await judge(page);
    expect(await page.locator(".source-rows > li").count()).toBe(site.sources.length);
    expect(await page.locator(".source-rows .source-state-suspicious").count()).toBe(1);
    await page.locator('main a[href*="test-tangshan-gzdt"]').first().click();
    await page.locator(".snapshot-pair").waitFor();
    expect(await page.locator(".snapshot-side").count()).toBe(2);
    expect(await page.locator(".source-state-suspicious").count()).toBeGreaterThan(0);
    await judge(page);
    await page.close();
  }, 40_000);

  test("an officer keeps what belongs to the month; reposts stand behind their originals", async () => {
    const page = await open(1280, officer);
    await visit(page, links.desk(language, { month }));
    await judge(page);
    for (const { truth } of clipped) {
      const tick = page.locator(`input[name=item][value="${idOf(truth)}"]`);
      for (let number = 2; (await tick.count()) === 0 && number < 10; number += 1)
        await visit(page, links.desk(language, { month, page: String(number) }));
      await tick.check();
      await send(page, page.locator("button[name=intent][value=keep]"));
      await visit(page, links.desk(language, { month }));
    }
    await visit(page, links.desk(language, { month, state: "kept" }));
    expect(await page.locator(".desk-rows > li").count()).toBe(clipped.length);
    await visit(page, links.desk(language, { state: "reposts" }));
    const reposts = [...items.keys()].filter((id) => site.truth.find((one) => one.id === id)?.duplicateOf);
    expect(await page.locator(".desk-rows > li").count()).toBe(reposts.length);
    await page
      .locator(`.desk-rows a[href*="${idOf("ndrc-01")}"]`)
      .first()
      .click();
    await page
      .locator(`main a[href$="${idOf("mee-02")}"]`)
      .first()
      .click();
    expect(await page.locator("h1").innerText()).toContain("重点区域大气污染防治强化方案");
    await page.close();
  }, 60_000);

  test("a field is set right, a target confirmed, an item made public", async () => {
    const page = await open(1280, officer);
    await visit(page, links.deskItem(language, idOf("mee-02")));
    await judge(page);
    await page.locator("#field-validity details.desk-correction summary").click();
    await page.fill("#correct-validity-value", "有效");
    await send(page, page.locator("#field-validity form button[type=submit]"));
    expect(await page.locator("#field-validity .desk-value").innerText()).toContain("有效");
    const first = page.locator("[aria-labelledby=targets] .desk-targets > li").first();
    await send(page, first.locator("button[name=state][value=confirmed]"));
    expect(await page.locator("[aria-labelledby=targets] .desk-state-confirmed").count()).toBe(1);
    for (const { truth } of clipped) {
      await visit(page, links.deskItem(language, idOf(truth)));
      await page.selectOption("[aria-labelledby=decision] select[name=visibility]", "public");
      await send(
        page,
        page.locator("[aria-labelledby=decision] form:has(select[name=visibility]) button[type=submit]"),
      );
    }
    await page.close();
  }, 60_000);

  test("clippings are written by one and approved by another", async () => {
    const page = await open(1280, officer);
    for (const { truth, title, summary, why } of clipped) {
      await visit(page, links.clipping(language, idOf(truth)));
      if (truth === "mee-02") await judge(page);
      expect(await page.inputValue("#month")).toBe(month);
      await page.fill("[name='title.ja']", title);
      await page.fill("[name='summary.ja']", summary);
      await page.fill("[name='why.ja']", why);
      await send(page, page.locator("button[name=intent][value=submit]"));
      expect(await page.locator("button[name=intent][value=approve]").count()).toBe(0);
    }
    await page.close();
    const other = await open(1280, second);
    for (const { truth } of clipped) {
      await visit(other, links.clipping(language, idOf(truth)));
      await send(other, other.locator("button[name=intent][value=approve]"));
      await other.locator("main .notice-success").waitFor();
    }
    await judge(other);
    await other.close();
  }, 60_000);

  test("the plan is translated: the first sentences by hand, the rest in another program", async () => {
    const page = await open(1280, officer);
    await visit(page, links.translations(language, { item: idOf("mee-02") }));
    await judge(page);
    await send(
      page,
      page
        .locator(
          "main form:has(input[name=item]) button[name=target][value=ja], main form:has(input[name=item]) button[type=submit]",
        )
        .first(),
    );
    translationPath = new URL(page.url()).pathname;
    expect(translationPath).toMatch(/translations\/[\w-]+$/);
    await judge(page);
    for (const [position, text] of planInJapanese.slice(0, 3).entries()) {
      await page.locator("li.segment textarea").nth(position).fill(text);
    }
    await page.locator("button[name=intent][value=save-all]").last().click();
    await expect.poll(() => page.locator("li.segment.is-edited").count(), { timeout: 15_000 }).toBe(3);
    await visit(page, `${translationPath}?view=about`);
    await judge(page);
    const file = await page.request.get(`${desk.address}${translationPath}.xlf`);
    let position = 0;
    const filled = (await file.text()).replace(
      /<segment id="s"[^>]*><source>[^<]*<\/source>(<target>[^<]*<\/target>)?/g,
      (unit, target) => {
        const text = planInJapanese[position++] ?? "";
        return target ? unit : `${unit.replace('state="initial"', 'state="translated"')}<target>${text}</target>`;
      },
    );
    expect(position).toBe(planInJapanese.length);
    await page.setInputFiles("#xliff", {
      name: "plan.xlf",
      mimeType: "application/xliff+xml",
      buffer: Buffer.from(filled),
    });
    await send(page, page.locator("form.translation-import button[type=submit]"));
    await judge(page);
    await visit(page, translationPath);
    await send(page, page.locator("button[name=intent][value=submit]"));
    await page.close();
  }, 60_000);

  test("another reviews it, sentence by sentence where it raises a question", async () => {
    const page = await open(1280, second);
    await visit(page, `${translationPath}?view=review`);
    await judge(page);
    await send(page, page.locator("button[name=intent][value=accept-clean]"));
    let asked = 0;
    await visit(page, `${translationPath}?view=review&show=edited`);
    for (; (await page.locator("button[name=accept]").count()) > 0; asked += 1)
      await send(page, page.locator("button[name=accept]").first());
    // A good translation raises few questions.
    expect(asked).toBeLessThan(planInJapanese.length / 4);
    await visit(page, `${translationPath}?view=review`);
    await send(page, page.locator("button[name=intent][value=approve]"));
    await page.locator("main .notice-success").waitFor();
    await visit(page, `${translationPath}?view=read`);
    await judge(page);
    expect(await page.locator("main").innerText()).toContain(
      "2020年までに、重点地域のPM2.5年平均濃度を2015年比で18%以上低減する。",
    );
    await page.close();
  }, 90_000);

  test("a follower asks for the bulletin; it is approved, and the mail has gone out", async () => {
    const reader = await open(390, follower);
    await visit(reader, links.follows(language));
    await judge(reader);
    await send(reader, reader.locator("form:has(input[name=kind][value=bulletin]) button[name=intent][value=follow]"));
    await reader.check("[name=rhythm][value=daily]");
    await send(reader, reader.locator("button[name=intent][value=rhythm]"));
    await reader.close();
    const page = await open(1280, second);
    await visit(page, links.deskBulletin(language, month));
    await judge(page);
    await page.check("[name=visibility][value=public]");
    await page.locator("button[name=intent][value=approve]").click();
    await page.waitForURL(/done=approved/, { timeout: 60_000 });
    await judge(page);
    await visit(page, links.outbox(language));
    const mail = page.locator(".mail-list > li", { hasText: follower.email });
    expect(await mail.first().innerText()).toContain(links.bulletin(language, month));
    await page.close();
  }, 120_000);

  test("the coverage of the month is what the sites were asked", async () => {
    const page = await open(1280);
    await visit(page, links.bulletin(language, month));
    await judge(page);
    const rows = await page
      .locator("#coverage-table tbody tr")
      .evaluateAll((found) =>
        found.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim() ?? "")),
      );
    expect(rows).toHaveLength(site.sources.length);
    const { rows: kept } = await desk.context.database.pool.query(
      "select source, url, published::text as listed from source_pages",
    );
    const publishedIn = new Map(site.truth.map(({ url, published }) => [url, published]));
    for (const source of site.sources) {
      const row = rows.find(([name]) => name === source.name_ja);
      const path = source.address?.replace(site.origin, "") ?? "";
      const looks = site.requests.filter(
        (request) => request.path === path || request.path === `/rsshub${path}`,
      ).length;
      const [, , checks, failed, , fresh, state] = row ?? [];
      expect({ source: source.id, checks, failed, fresh, state }).toEqual({
        source: source.id,
        checks: String(looks),
        failed: "0",
        fresh: String(
          kept.filter((one) => one.source === source.id && (publishedIn.get(one.url) ?? one.listed).startsWith(month))
            .length,
        ),
        state: message(
          language,
          `bulletin.coverage.state.${source.id === "test-tangshan-gzdt" ? "suspicious" : "new"}`,
        ),
      });
    }
    await page.close();
  }, 40_000);

  test("the PDF holds the clippings in the order of the programme", async () => {
    const page = await open(1280);
    const response = await page.request.get(`${desk.address}${links.bulletinFile(language, month, "pdf")}`);
    expect(response.status()).toBe(200);
    const { texts } = await openPdf(await response.body());
    const whole = texts.join("");
    // After the contents each stands above its original title.
    const places = clipped.map(({ title }, index) => whole.indexOf(`${index + 1}．${title}原題`));
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await page.close();
  }, 60_000);
});

describe.each(languages)("what everybody sees of it, in %s", (language) => {
  test.each([390, 1280])(
    "the desk, its sources and the plan (%i px)",
    async (width) => {
      const page = await open(width, officer);
      for (const path of [
        links.desk(language, { month, state: "kept" }),
        links.deskSources(language),
        links.deskSource(language, "test-tangshan-gzdt"),
        links.deskItem(language, idOf("mee-02")),
        links.clipping(language, idOf("mee-02")),
        links.deskBulletin(language, month),
        translationPath.replace(/^\/ja/, `/${language}`),
        links.follows(language),
      ]) {
        const response = await visit(page, path);
        expect(response?.status(), path).toBe(200);
        await (width < 600 ? judge(page) : judgeWidth(page));
      }
      await page.close();
    },
    90_000,
  );

  test.each([390, 1280])(
    "the public pages show what was made public and nothing else (%i px)",
    async (width) => {
      const page = await open(width);
      for (const path of [
        links.policies(language),
        links.policyTargets(language),
        links.policySources(language),
        links.bulletin(language, month),
      ]) {
        const response = await visit(page, path);
        expect(response?.status(), path).toBe(200);
        await (width < 600 ? judge(page) : judgeWidth(page));
      }
      const shown = await visit(page, links.policy(language, idOf("mee-02")));
      expect(shown?.status()).toBe(200);
      await judge(page);
      expect(await page.locator("[aria-labelledby=targets] tbody tr").count()).toBe(1);
      const hidden = await page.request.get(`${desk.address}${links.policy(language, idOf("mee-05"))}`);
      expect(hidden.status()).toBe(404);
      await page.close();
    },
    60_000,
  );

  const names = ["重点地域大気汚染防治強化方案", "重点区域大气污染防治强化方案"];

  test("search finds the plan by words of each language", async () => {
    await updateSearchIndex(desk.context);
    const page = await open(1280, officer);
    const ministry = ["環境保護部", "环境保护部", "Ministry of Environmental Protection"];
    for (const query of [...names, ...ministry.map((name) => `${name} 强化方案`)]) {
      await visit(page, links.memberSearch(language, { q: query }));
      // The notice itself, or its translation.
      const translation = translationPath.split("/").at(-1);
      const hits = page.locator(`.search-hits :is(a[href*="${idOf("mee-02")}"], a[href*="${translation}"])`);
      expect(await hits.count(), query).toBeGreaterThan(0);
    }
    await judge(page);
    await page.close();
  }, 60_000);
});

test("nothing went wrong on the way", () => {
  expect(faults).toEqual([]);
});
