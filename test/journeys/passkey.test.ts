import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureSetupLink } from "../../src/features/accounts/service.ts";
import { findBarriers, openBrowser, openPage } from "../../src/testing/browser.ts";
import { startTestSite, type TestSite } from "../../src/testing/site.ts";
import { links } from "../../src/web/links.ts";

const password = "乾いた川 lantern 42 mosaic";
let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test("the first administrator sets up, adds a passkey, and signs in with it in each language", async () => {
  const { page, faults } = await openPage(browser, site.address, 390);
  // A device with a fingerprint reader, as Chromium's DevTools protocol plays one.
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  const token = (await ensureSetupLink(site.server.context)) ?? "";
  await page.goto(`${site.address}${links.setup("zh", token)}`);
  expect(await findBarriers(page)).toEqual([]);
  await page.fill("#name", "李 明");
  await page.fill("#email", "li.ming@example.cn");
  await page.fill("#organisation", "iges");
  await page.fill("#password", password);
  await page.click("form.account-form button");
  await page.waitForURL(/\/zh\/members\/account\/security\?done=welcome$/);
  expect(await findBarriers(page)).toEqual([]);

  await page.fill("#passkey-name", "办公室电脑");
  await page.click("[data-passkey=add] button");
  await page.waitForURL(/done=passkeyAdded$/);
  expect(await page.textContent(".account-list")).toContain("办公室电脑");

  for (const language of ["ja", "zh", "en"] as const) {
    await page.click(".member-bar form button");
    await page.waitForURL(/\/sign-in\?done=signedOut$/);
    await page.goto(`${site.address}${links.signIn(language, { next: links.account(language) })}`);
    await page.click("[data-passkey=sign-in] button");
    await page.waitForURL(new RegExp(`/${language}/members/account$`));
    expect(await page.textContent("main")).toContain("li.ming@example.cn");
  }
  expect(faults).toEqual([]);
});

test("without JavaScript there is no passkey button, and the password works", async () => {
  const { page, faults } = await openPage(browser, site.address, 1280, { javaScript: false });
  await page.goto(`${site.address}${links.signIn("ja", { next: links.accountSecurity("ja") })}`);
  expect(await page.isVisible("[data-passkey=sign-in]")).toBe(false);
  await page.fill("#email", "Li.Ming@example.cn");
  await page.fill("#password", password);
  await page.click("form.account-form button");
  expect(new URL(page.url()).pathname).toBe(links.accountSecurity("ja"));
  expect(faults).toEqual([]);
});
