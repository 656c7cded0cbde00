import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../src/features/accounts/roles.ts";
import { createSignedInAccount } from "../../src/testing/accounts.ts";
import { findBarriers, measureOverflow, openBrowser, openPage, type WatchedPage } from "../../src/testing/browser.ts";
import { startTestSite, type TestSite } from "../../src/testing/site.ts";
import { links } from "../../src/web/links.ts";

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function openAs(
  role: Role,
  organisation: string,
  width: number,
  options: { javaScript?: boolean } = {},
): Promise<WatchedPage> {
  const { cookie } = await createSignedInAccount(site.server.context, [{ role, organisation }]);
  const watched = await openPage(browser, site.address, width, options);
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await watched.page.context().addCookies([{ name, value, domain: new URL(site.address).hostname, path: "/" }]);
  return watched;
}

const lines = ["第一条　本条例适用于本市。", "第二条　细颗粒物浓度下降15%。", "第三条　本条例自公布之日起施行。"];

/** Begins a translation by the form and gives its address. */
async function begin(page: Page): Promise<string> {
  await page.goto(`${site.address}${links.translations("ja")}`);
  await page.click(".translation-start summary");
  await page.selectOption("#start-direction", "zh-ja");
  await page.fill("#start-title", "某市大气污染防治条例");
  await page.fill("#start-text", lines.join("\n"));
  await page.click("button[value=start-text]");
  await page.waitForURL(/done=started$/);
  return page.url().split("?")[0] ?? "";
}

const currentSentence = (page: Page) => page.evaluate("document.activeElement?.closest('[data-segment]')?.id ?? null");
const targetOf = (page: Page, sentence: string) => page.inputValue(`#${sentence} textarea`);

test("the keyboard alone is enough: write, save, move, take over a term and a sentence of before", async () => {
  const { page, faults } = await openAs("coordination", "iges", 1280);
  await begin(page);
  const leftBefore = await page.textContent("[data-left]");
  expect(await page.locator("[data-count]").allTextContents()).toEqual(["4", "4", "0", "0", "0"]);
  await page.focus("#s1 textarea");
  await page.keyboard.type("某市大気汚染防止条例");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#s1.is-edited");
  // What keeps the text from its review is told without loading the page again.
  expect(await page.textContent("[data-left]")).not.toBe(leftBefore);
  expect(await page.locator("[data-count]").allTextContents()).toEqual(["4", "3", "0", "1", "0"]);
  expect(await currentSentence(page)).toBe("s2");
  await page.keyboard.press("Control+ArrowDown");
  expect(await currentSentence(page)).toBe("s3");
  await page.waitForSelector('#s3 [data-shortcut="1"]');
  const word = await page.getAttribute('#s3 [data-shortcut="1"]', "data-insert");
  await page.keyboard.press("Alt+1");
  expect(await targetOf(page, "s3")).toBe(word);
  await page.keyboard.type("は51%低下させる。");
  await page.waitForSelector("#s3 .problem-error");
  expect(await page.locator("#s3 .segment-source mark").allTextContents()).toContain("15");
  // Saved by itself after a pause.
  await page.waitForSelector("#s3.is-edited");
  expect(await page.locator("[data-count]").allTextContents()).toEqual(["4", "2", "0", "2", "1"]);
  expect(await page.getAttribute("[data-jump=problems]", "href")).toMatch(/#s3$/);
  // To the words that a finding is about, without the mouse.
  await page.keyboard.press("Alt+p");
  expect(await page.evaluate("getSelection().toString()")).toContain("51");
  await page.keyboard.press("Alt+n");
  expect(await currentSentence(page)).toBe("s4");
  expect(await findBarriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("two people at one sentence, and a connection that breaks: nothing is lost", async () => {
  const [mine, theirs] = [await openAs("coordination", "iges", 1280), await openAs("technical", "jesc", 390)];
  const address = await begin(mine.page);
  await theirs.page.goto(address);
  expect(await measureOverflow(theirs.page)).toBe(0);
  await theirs.page.fill("#s2 textarea", "相手の訳");
  await theirs.page.click("#s2 button[name=save]");
  await theirs.page.waitForSelector("#s2.is-edited");
  await mine.page.fill("#s2 textarea", "自分の訳");
  await mine.page.keyboard.press("Control+Enter");
  await mine.page.waitForSelector("#s2 .segment-conflict");
  expect(await mine.page.textContent("#s2 .conflict-theirs")).toBe("相手の訳");
  expect(await targetOf(mine.page, "s2")).toBe("自分の訳");
  await mine.page.click("#s2 [data-mine]");
  await mine.page.waitForSelector("#s2 .segment-conflict", { state: "detached" });

  await mine.page.context().setOffline(true);
  await mine.page.fill("#s4 textarea", "第三条　この条例は、公布の日から施行する。");
  await mine.page.keyboard.press("Control+ArrowUp");
  // Found by its text: a predicate would be evaluated in the page, which its content policy forbids.
  await mine.page.locator("#s4 [data-status]", { hasText: "保存できません" }).waitFor();
  await mine.page.context().setOffline(false);
  await mine.page.waitForSelector("#s4.is-edited");
  await theirs.page.reload();
  expect(await targetOf(theirs.page, "s2")).toBe("自分の訳");
  expect(await targetOf(theirs.page, "s4")).toBe("第三条　この条例は、公布の日から施行する。");
});

test("without JavaScript the same is done by the form's buttons", async () => {
  const { page, faults } = await openAs("coordination", "iges", 390, { javaScript: false });
  const address = await begin(page);
  await page.fill("#s1 textarea", "別の市の大気汚染防止条例");
  await page.fill("#s2 textarea", "第一条　この条例は、本市に適用する。");
  await page.click("#s3 .segment-help summary");
  await page.click("#s3 button[name=look]");
  await page.waitForURL(/segment=/);
  expect(await targetOf(page, "s2")).toBe("第一条　この条例は、本市に適用する。");
  expect(await page.isVisible("#s3 .help-terms")).toBe(true);
  expect(await page.isVisible("#s3 [data-insert]")).toBe(false);
  await page.fill("#s3 textarea", "第二条　微小粒子状物質の濃度は15%低下させる。");
  await page.fill("#s4 textarea", "第三条　この条例は、公布の日から施行する。");
  await page.click(".form-actions button");
  await page.waitForURL(/done=saved&count=2$/);
  await page.click("button[value=submit]");
  await page.waitForURL(/done=submitted$/);
  await page.goto(`${address}?view=read`);
  expect(await page.textContent(".read-legend")).toContain("未校閲");
  expect(await measureOverflow(page)).toBe(0);
  expect(await findBarriersWithout(page)).toEqual([]);
  expect(faults).toEqual([]);
});

/** Axe needs scripts; the page that was made without them is looked at by one with. */
async function findBarriersWithout(page: Page): Promise<string[]> {
  const watched = await openPage(browser, site.address, 390);
  await watched.page.context().addCookies(await page.context().cookies());
  await watched.page.goto(page.url());
  return findBarriers(watched.page);
}
