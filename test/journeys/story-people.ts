import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Language, languages } from "../../src/core/language.ts";
import { createSignedInAccount, type TestMembership } from "../../src/testing/accounts.ts";
import { findBarriers, measureOverflow, openPage } from "../../src/testing/browser.ts";
import type { TestSite } from "../../src/testing/site.ts";

/** Somebody of an organisation with a browser window and a language. */
export interface Person {
  page: Page;
  language: Language;
  email: string;
  cookie: { name: string; value: string };
  /** what no reader should ever meet */
  faults: string[];
}

interface House {
  browser: Browser;
  site: TestSite;
}

export async function openPerson(
  { browser, site }: House,
  membership: TestMembership,
  { language, width = 1280 }: { language: Language; width?: number },
): Promise<Person> {
  const { email, cookie: written } = await createSignedInAccount(site.server.context, [membership], { language });
  const [name = "", value = ""] = written.split(/=(.*)/s);
  const cookie = { name, value };
  return { ...(await openWindow({ browser, site }, cookie, width)), language, email, cookie };
}

/** Another window of the same person, in which no script runs. */
export async function openWithoutScripts(house: House, person: Person, width: number): Promise<Person> {
  return { ...person, ...(await openWindow(house, person.cookie, width, false)) };
}

/** Closes that window; what was met in it counts as met by the person. */
export async function leave(window: Person, person: Person): Promise<void> {
  await window.page.context().close();
  person.faults.push(...window.faults);
}

async function openWindow({ browser, site }: House, cookie: Person["cookie"], width: number, javaScript = true) {
  const watched = await openPage(browser, site.address, width, { javaScript });
  watched.page.setDefaultTimeout(15_000);
  await watched.page.context().addCookies([{ ...cookie, url: site.address }]);
  return watched;
}

export async function visit({ page }: Person, { address }: TestSite, path: string): Promise<void> {
  const response = await page.goto(`${address}${path}`);
  expect([path, response?.status()]).toEqual([path, 200]);
}

export function pathOf({ page }: Pick<Person, "page">): string {
  return new URL(page.url()).pathname;
}

/** The id at the end of an address. */
export function lastPart(path: string): string {
  return path.split("/").at(-1) ?? "";
}

/** Sends a form and waits for the page that answers: the one that it leads to, not the form again with its errors. */
export async function send({ page }: Person, button: Locator): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400),
  );
  answered.catch(() => undefined);
  await button.click();
  const status = (await answered).status();
  await page.waitForLoadState("domcontentloaded");
  await page.locator("main").waitFor();
  expect([page.url(), status]).toEqual([page.url(), 200]);
  const errors = await page.locator("main .notice-error, main .form-error").allInnerTexts();
  expect([page.url(), errors]).toEqual([page.url(), []]);
}

/** The page as it must be for everyone. */
export async function judge(person: Pick<Person, "page" | "language">): Promise<void> {
  await judgeWidth(person);
  expect(await findBarriers(person.page), person.page.url()).toEqual([]);
}

export async function judgeWidth({ page, language }: Pick<Person, "page" | "language">): Promise<void> {
  expect(await page.locator("html").getAttribute("lang"), page.url()).toMatch(new RegExp(`^${language}`));
  expect(await measureOverflow(page), page.url()).toBeLessThanOrEqual(0);
}

/**
 * The same page in the other two languages, at both widths; texts of another language say so (WCAG 3.1.2). Barriers are looked for in
 * English, whose words are the longest: what a page is built of is the same in all.
 */
export async function judgeElsewhere(
  { page, language }: Person,
  { address }: TestSite,
  path: string,
  foreign: { text: string; language: Language } | null = null,
): Promise<void> {
  for (const other of languages.filter((one) => one !== language)) {
    await page.setViewportSize({ width: 390, height: 900 });
    const response = await page.goto(`${address}${path.replace(/^\/\w\w/, `/${other}`)}`);
    expect([page.url(), response?.status()]).toEqual([page.url(), 200]);
    await (other === "en" ? judge : judgeWidth)({ page, language: other });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await measureOverflow(page), page.url()).toBeLessThanOrEqual(0);
    if (foreign && foreign.language !== other) {
      const marked = page.locator(`main [lang^=${foreign.language}]`).filter({ hasText: foreign.text });
      expect([page.url(), (await marked.count()) > 0]).toEqual([page.url(), true]);
    }
  }
}

/** Mails of the outbox to somebody about something, the oldest first; as many as there must be. */
export async function readMails(
  { server }: TestSite,
  { email }: Person,
  purpose: string,
  count: number,
): Promise<{ language: string; subject: string; body: string }[]> {
  const { rows } = await server.context.database.pool.query(
    "select language, subject, body from mails where recipient = $1 and purpose = $2 order by id",
    [email, purpose],
  );
  expect(rows).toHaveLength(count);
  return rows;
}
