import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages, languageTags } from "../../src/core/language.ts";
import { message } from "../../src/messages/message.ts";
import { findBarriers, measureOverflow, openBrowser, openPage } from "../../src/testing/browser.ts";
import { startTestSite, type TestSite } from "../../src/testing/site.ts";

let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  site = await startTestSite();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

const widths = [390, 1280];

describe.each(languages)("a reader in %s", (language) => {
  test.each(widths)("goes from the home page to a figure and to the record behind it, at %i pixels", async (width) => {
    const { page, faults } = await openPage(browser, site.address, width);
    await page.goto(`${site.address}/${language}`);
    expect(await page.getAttribute("html", "lang")).toBe(languageTags[language]);
    if (width < 600) await page.getByText(message(language, "site.menu")).click();
    const tables = page
      .locator(".site-header")
      .getByRole("link", { name: message(language, "site.area.tables"), exact: true });
    await tables.click();
    await page.locator('main a[href$="/tables/overview"]').click();
    await expect.poll(() => page.locator("#overview tbody tr").first().innerText()).toMatch(/13.*22.*36.*35.*8.*114/s);
    await page.locator("details.counting-note summary").first().click();
    await page.locator("details.counting-note[open] .counting-records a").first().click();
    await expect.poll(() => page.locator("h1").innerText()).not.toBe("");
    expect(page.url()).toContain(`/${language}/activities/`);
    expect(await measureOverflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

test("the language switch stays on the page, with its year and day", async () => {
  const { page, faults } = await openPage(browser, site.address, 1280);
  await page.goto(`${site.address}/ja/tables/consultations?fiscalYear=2014&asOf=2015-04-01`);
  await page.getByRole("link", { name: "中文" }).click();
  expect(page.url()).toBe(`${site.address}/zh/tables/consultations?fiscalYear=2014&asOf=2015-04-01`);
  await page.getByRole("link", { name: "English" }).click();
  expect(await page.locator("#consultations tbody tr").count()).toBe(13);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("without JavaScript the activities can be filtered, paged and followed", async () => {
  const { page, faults } = await openPage(browser, site.address, 390, { javaScript: false });
  await page.goto(`${site.address}/en/activities?kind=training&fiscalYear=2014`);
  expect(await page.locator("main").innerText()).toContain("Kitakyushu");
  await page.locator("main a[href*='/en/activities/e-tra-2014']").first().click();
  expect(page.url()).toContain("/en/activities/e-tra-2014");
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the keyboard reaches the content first and a wide table scrolls by it", async () => {
  const { page } = await openPage(browser, site.address, 390);
  await page.goto(`${site.address}/ja/tables/overview`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.className")).toBe("skip-link");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("content");
  await page.locator("section.table-scroll").first().focus();
  await page.keyboard.press("ArrowRight");
  const scrolled = 'document.querySelector("section.table-scroll").scrollLeft';
  await expect.poll(() => page.evaluate(scrolled)).toBeGreaterThan(0);
  await page.context().close();
});

test("every page of the sitemap opens on a phone, without barriers that axe can see", async () => {
  const { page, faults } = await openPage(browser, site.address, 390);
  const sitemap = await (await fetch(`${site.address}/sitemap.xml`)).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
  expect(addresses.length).toBeGreaterThan(1_000);
  // Pages of one kind of record look alike: each language sees one in twenty of them, and every other page.
  const alike = addresses.filter((address) => /\/(activities|organisations|policies|bulletins)\/./.test(address));
  const chosen = addresses.filter((address) => !alike.includes(address) || alike.indexOf(address) % 20 === 0);
  const found: string[] = [];
  for (const address of chosen) {
    const response = await page.goto(address);
    if (response?.status() !== 200) found.push(`${address}: ${response?.status()}`);
    const overflow = await measureOverflow(page);
    if (overflow > 0) found.push(`${address}: ${overflow} pixels too wide`);
    // The rules look at structure, which is the same in every language; one language of each page is enough for them.
    if (address.includes("/zh")) found.push(...(await findBarriers(page)).map((barrier) => `${address}: ${barrier}`));
  }
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
}, 400_000);

test("a table prints on A4", async () => {
  const { page } = await openPage(browser, site.address, 1280);
  await page.goto(`${site.address}/ja/tables/consultations?fiscalYear=2015&asOf=2016-01-19`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".site-navigation").first().isVisible()).toBe(false);
  expect(await page.locator("#consultations tr.shaded").count()).toBe(6);
  await page.context().close();
});

test("addresses that lead nowhere get a designed page in the reader's language", async () => {
  const { page } = await openPage(browser, site.address, 390);
  for (const [path, status, language] of [
    ["/ja/nothing", 404, "ja"],
    ["/zh/activities/nothing", 404, "zh"],
    ["/en/years/1999", 404, "en"],
    ["/en/tables/consultations?fiscalYear=1999", 404, "en"],
    ["/ja/tables/overview?asOf=2015-02-30", 400, "ja"],
    ["/fr/tables", 404, "ja"],
    ["/ja/activities/%00", 404, "ja"],
  ] as const) {
    const response = await page.goto(`${site.address}${path}`);
    expect(response?.status(), path).toBe(status);
    if (path !== "/fr/tables")
      expect(await page.locator("h1").innerText(), path).toBe(message(language, `error.${status}.title`));
    expect(await measureOverflow(page)).toBe(0);
  }
  await page.context().close();
});
