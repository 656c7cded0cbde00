import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../src/core/language.ts";
import { createSignedInAccount } from "../../src/testing/accounts.ts";
import { findBarriers, measureOverflow, openBrowser, openPage } from "../../src/testing/browser.ts";
import { openPdf } from "../../src/testing/open-pdf.ts";
import { startTestSite, type TestSite } from "../../src/testing/site.ts";

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startTestSite();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The consultations of fiscal 2015 that were held by 14 January 2016, as source B prints them: 15 rows that are not shaded. */
const held = {
  ja: "7月以降現在まで連携促進のための現地協議を合計15回実施",
  zh: "15次",
  en: "15",
};

/**
 * A reader takes the tables away; an officer of the institute makes the interim report, looks at it, keeps it for everyone, changes its
 * template in Word; the reader finds it in the library.
 */
describe.each(languages)("documents in %s", (language) => {
  const address = (path: string) => `${site.address}/${language}${path}`;
  const faults: string[] = [];

  async function open(width: number, role?: "coordination"): Promise<Page> {
    const watched = await openPage(browser, site.address, width);
    if (role !== undefined) {
      const { cookie } = await createSignedInAccount(site.server.context, [{ role, organisation: "iges" }], {
        language,
      });
      const [name = "", value = ""] = cookie.split(/=(.*)/s);
      await watched.page.context().addCookies([{ name, value, url: site.address }]);
    }
    watched.page.on("close", () => faults.push(...watched.faults));
    return watched.page;
  }

  /** The page as it must be for everyone, then closed: no fault was seen on the way. */
  async function judge(page: Page): Promise<void> {
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
    expect(await findBarriers(page)).toEqual([]);
  }

  async function save(page: Page, selector: string): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(selector).first().click()]);
    return readFile(await download.path());
  }

  test.each([390, 1280])("every form of a table is taken away from its page (%i px)", async (width) => {
    const page = await open(width);
    await page.goto(address("/tables/consultations?fiscalYear=2015&asOf=2016-01-14"));
    await judge(page);
    const starts: string[] = [];
    for (const link of await page.locator(".downloads a.download").all()) {
      const href = (await link.getAttribute("href")) ?? "";
      if (href.startsWith("/api/")) continue;
      const bytes = await save(page, `.downloads a[href="${href}"]`);
      starts.push(bytes.subarray(0, 2).toString("latin1"));
    }
    // Word, Excel and PDF, in Japanese each in both calendars; three CSV files with a byte order mark; one workbook of data.
    const paper = language === "ja" ? ["PK", "PK", "PK", "PK", "%P", "%P"] : ["PK", "PK", "%P"];
    expect(starts).toEqual([...paper, "\u00EF\u00BB", "\u00EF\u00BB", "\u00EF\u00BB", "PK"]);
    await page.close();
  });

  let documentPath = "";

  test("an officer makes the interim report and keeps it for everyone", async () => {
    const page = await open(1280, "coordination");
    await page.goto(address("/members/documents"));
    await judge(page);
    await page.locator(`main a[href*="/make/interim-report"]`).first().click();
    await judge(page);
    await page.selectOption("[name=fiscalYear]", "2015");
    await page.fill("[name=asOf]", "2016-01-14");
    await page.locator("main button[name=intent][value=check]").click();
    await page.locator("main button[name=intent][value=make]").waitFor();
    await judge(page);
    await page.check('[name=visibility][value="public"]');
    await page.locator("main button[name=intent][value=make]").click();
    await expect.poll(() => page.url(), { timeout: 30_000 }).toMatch(/members\/documents\/[0-9a-f-]{36}/);
    await judge(page);
    documentPath = /documents\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
    await page.locator("main button[name=intent][value=verify]").click();
    await page.locator("main .notice-success").waitFor({ timeout: 30_000 });
    await page.close();
  }, 90_000);

  test("a reader finds it in the library, with the hashes of both files", async () => {
    const page = await open(390);
    await page.goto(address("/library"));
    await judge(page);
    await page.locator(`main a[href$="/library/${documentPath}"]`).first().click();
    await judge(page);
    const stated = await page.locator("main .document-hashes code").allTextContents();
    const pdf = await save(page, `main a[href$="${documentPath}.pdf"]`);
    const docx = await save(page, `main a[href$="${documentPath}.docx"]`);
    const hashes = [docx, pdf].map((bytes) => createHash("sha256").update(bytes).digest("hex"));
    expect(stated.map((text) => text.replace(/\s/g, "")).toSorted()).toEqual(hashes.toSorted());
    const { texts } = await openPdf(pdf);
    const word = await mammoth.extractRawText({ buffer: docx });
    for (const content of [texts.join(""), word.value])
      expect(content.replace(/\s/g, "")).toContain(held[language].replace(/\s/g, ""));
    await page.close();
  }, 60_000);

  test("the institute changes the template in Word and is told what is wrong with it", async () => {
    const page = await open(1280, "coordination");
    await page.goto(address(`/members/templates/cover-letter/${language}`));
    await judge(page);
    const own = await save(page, `main a[href$="/cover-letter/${language}.docx"]`);
    const change = (from: RegExp, to: string) => {
      const parts = unzipSync(new Uint8Array(own));
      const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      expect(body).toMatch(from);
      parts["word/document.xml"] = strToU8(body.replace(from, to));
      return Buffer.from(zipSync(parts));
    };
    const upload = async (buffer: Buffer) => {
      await page.setInputFiles("[name=file]", { name: "own.docx", mimeType: "application/octet-stream", buffer });
      await page.locator("main button[name=intent][value=check]").click();
    };
    await upload(change(/\{\{enclosures\}\}/, "{{enclosure}}"));
    await page.getByText("enclosure", { exact: false }).first().waitFor();
    expect(await page.locator("main button[name=intent][value=use]").count()).toBe(0);
    await judge(page);
    await page.goto(address(`/members/templates/cover-letter/${language}`));
    await upload(change(/<w:body>/, "<w:body><w:p><w:r><w:t>Renkei Institute letterhead</w:t></w:r></w:p>"));
    await page.locator("main button[name=intent][value=use]").click();
    await page.locator("main button[name=intent][value=drop]").waitFor();
    await judge(page);
    await page.close();
  }, 60_000);

  test.each([390, 1280])(
    "open data leads to everything that machines read (%i px)",
    async (width) => {
      const page = await open(width);
      await page.goto(address("/open-data"));
      await judge(page);
      const links = await page
        .locator("main a[href]")
        .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
      const own = [...new Set(links.filter((href) => href.startsWith("/")))];
      expect(own.length).toBeGreaterThan(50);
      for (const href of own.filter((_, index) => index % 5 === 0 || width === 1280)) {
        const response = await page.request.get(`${site.address}${href}`);
        expect(response.status(), href).toBe(200);
      }
      await page.close();
    },
    120_000,
  );

  test("nothing went wrong on the way", () => {
    // A template that is refused is answered with 422, which the browser notes.
    expect(faults.filter((fault) => !/members\/templates\/.*422/.test(fault))).toEqual([]);
  });
});
