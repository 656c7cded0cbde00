import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type Page } from "playwright-core";

/** The browser of the npm package, so that journeys run on any machine with Node only. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await unpackBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--headless=shell", "--disable-dev-shm-usage"],
  });
}

/** The package unpacks into the temporary folder, where one user's file is in another's way: each gets a folder. */
async function unpackBrowser(): Promise<string> {
  const shared = process.env.TMPDIR;
  const own = join(tmpdir(), `renkei-chromium-${userInfo().uid}`);
  await mkdir(own, { recursive: true, mode: 0o700 });
  process.env.TMPDIR = own;
  try {
    return await chromium.executablePath();
  } finally {
    if (shared === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = shared;
  }
}

export interface WatchedPage {
  page: Page;
  /** console errors, failed requests and requests to anywhere but the site */
  faults: string[];
}

/** A page that notes everything which a reader should never meet. */
export async function openPage(
  browser: Browser,
  address: string,
  width: number,
  options: { javaScript?: boolean } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: options.javaScript ?? true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (entry) => {
    if (entry.type() === "error" || entry.type() === "warning") faults.push(`${page.url()} console: ${entry.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()} error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:"))
      faults.push(`foreign request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.url()} answered ${response.status()}`);
  });
  return { page, faults };
}

/** Content that lies beyond the right edge of the window: the page must not scroll sideways (WCAG 1.4.10). */
export function measureOverflow(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

interface AxeResult {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

let axeSource: Promise<string> | undefined;

/** Violations of WCAG 2.2 A and AA that axe-core can see, as "rule: selector". */
export async function findBarriers(page: Page): Promise<string[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(await axeSource);
  const { violations }: AxeResult = await page.evaluate(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
