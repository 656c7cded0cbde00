import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJs from "exceljs";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { languages } from "../../../core/language.ts";
import { openSampleApp, type SampleApp } from "../../../web/api/open-sample-app.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { datasets } from "../datasets.ts";
import { makeRelease } from "../service.ts";
import { firstOfNextMonth, writeReleaseName, writeSize } from "./words.ts";

let sample: SampleApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-data-page-"));
  sample = await openSampleApp();
  sample.context.config.dataDirectory = folder;
}, 120_000);
afterAll(async () => {
  await sample.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(path: string) {
  const response = await sample.app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return parseHTML(await response.text()).document;
}

describe("the page of the open data", () => {
  it("says before the first release when there will be one", async () => {
    const page = await open("/en/open-data");
    expect(page.querySelector("#releases")?.closest("section")?.textContent).toContain("1 August 2018");
    expect(await (await sample.app.request("/api/v1/open-data/releases")).json()).toEqual({ items: [] });
  });

  it.each(languages)(
    "leads to files that are there, in %s",
    async (language) => {
      const page = await open(`/${language}/open-data`);
      const hrefs = [...page.querySelectorAll("main a[href]")].map((link) => link.getAttribute("href") ?? "");
      const files = hrefs.filter((href) => href.startsWith(`/${language}/open-data/`));
      expect(files.length).toBeGreaterThan(datasets.length * 2);
      for (const href of files) {
        const response = await sample.app.request(href);
        expect([href, response.status]).toEqual([href, 200]);
        expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20);
      }
      for (const href of hrefs.filter((one) => one.startsWith("#"))) expect(page.querySelector(href)).not.toBeNull();
      expect(page.querySelector("main")?.textContent).not.toMatch(/openData\.|undefined/);
    },
    60_000,
  );

  it("shows a release at once, with its size, hash and what changed", async () => {
    const { release } = await makeRelease(sample.context, "http://localhost");
    const page = await open("/ja/open-data");
    const panel = page.querySelector(".open-data-latest");
    expect(panel?.textContent).toContain("2018年7月 第1版");
    expect(panel?.textContent).toContain(release.sha256);
    const href = panel?.querySelector("a")?.getAttribute("href") ?? "";
    expect(href).toBe("/ja/open-data/china-air-open-data-2018-07.1.zip");
    const answer = await sample.app.request(href);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect((await answer.arrayBuffer()).byteLength).toBe(release.size);
    const list = z
      .object({ items: z.array(z.object({ month: z.string(), sha256: z.string(), href: z.string() })) })
      .parse(await (await sample.app.request("/api/v1/open-data/releases?lang=ja")).json());
    expect(list.items).toEqual([{ month: "2018-07", sha256: release.sha256, href }]);
  }, 60_000);

  it("knows no file that is not there", async () => {
    for (const file of ["china-air-open-data-2018-06.1.zip", "x.zip", "users.csv", "users.json", "users.xlsx", "a.xml"])
      expect([file, (await sample.app.request(`/ja/open-data/${file}`)).status]).toEqual([file, 404]);
  });
});

describe("a subject as a workbook", () => {
  it("holds one table a sheet, in the reader's language, with the numbers as numbers", async () => {
    const response = await sample.app.request("/zh/open-data/activities.xlsx");
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const sheet = workbook.getWorksheet("activities");
    expect(sheet?.getCell("A1").value).toBe("id");
    expect(sheet?.rowCount).toBe(203);
    expect(typeof sheet?.getCell("C2").value).toBe("number");
    expect(workbook.getWorksheet("activity_people")).toBeDefined();
  });
});

describe("calendars by partner", () => {
  it("hold the activities of that organisation alone, and each partnership offers its own", async () => {
    const page = await open("/en/open-data");
    const feeds = [...page.querySelectorAll(".open-data-calendars a")].map((link) => link.getAttribute("href") ?? "");
    expect(feeds).toContain("/en/activities.ics?organisation=guangdong");
    const countEvents = async (path: string) =>
      (await (await sample.app.request(path)).text()).split("BEGIN:VEVENT").length - 1;
    const all = await countEvents("/en/activities.ics");
    const one = await countEvents("/en/activities.ics?organisation=guangdong");
    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(all);
    const list = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse(await (await sample.app.request("/api/v1/activities?organisation=guangdong&limit=500")).json());
    const ids = new Set(list.items.map(({ id }) => id));
    const calendar = await (await sample.app.request("/en/activities.ics?organisation=guangdong")).text();
    const named = [...calendar.matchAll(/^UID:(.*)@china-air/gm)].map(([, id]) => id ?? "");
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    for (const { id } of await getPartnerships(sample.context)) {
      const partnership = await open(`/en/partnerships/${id}`);
      expect(partnership.querySelector(`main a[href='/en/activities.ics?partnership=${id}']`)).not.toBeNull();
    }
  }, 60_000);
});

describe("words", () => {
  it("tell sizes and months as people do", () => {
    expect(writeSize("en", 535_969)).toBe("536\u00a0kB");
    expect(writeSize("en", 12_345_678)).toBe("12.3\u00a0MB");
    expect(writeReleaseName("en", { month: "2026-11", version: 2 })).toBe("November 2026, version 2");
    expect(writeReleaseName("zh", { month: "2026-01", version: 1 })).toBe("2026年1月 第1版");
    expect(firstOfNextMonth("2026-12-31")).toBe("2027-01-01");
  });
});
