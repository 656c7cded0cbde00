import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { z } from "zod";
import { languages } from "../../../core/language.ts";
import { read, write } from "../../../db/transaction.ts";
import { fixedClock } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import { sheets } from "../../../sheets/registry.ts";
import { writeProgrammeFiles } from "../../../sheets/write-programme.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { datasets } from "../datasets.ts";
import { getReleases, makeRelease, readRelease, writeOpenData } from "../service.ts";

const origin = "https://renkei.example";
let context: Context;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-data-test-"));
  const loaded = await createLoadedContext();
  context = { ...loaded, config: { ...loaded.config, dataDirectory: join(folder, "data") } };
}, 120_000);
afterAll(async () => {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
});

/** With another program than the one that wrote it. */
function unpack(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, Buffer>>();
  const files = new Map<string, Buffer>();
  yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error);
    zip.on("error", reject);
    zip.on("end", () => resolve(files));
    zip.on("entry", (entry: yauzl.Entry) =>
      zip.openReadStream(entry, (problem, stream) => {
        if (problem) return reject(problem);
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      }),
    );
    zip.readEntry();
  });
  return promise;
}

async function unpackRelease(month: string, version: number) {
  return unpack((await readRelease(context, { month, version })).content);
}

const changeTitle = (id: string, title: string) =>
  write(context.database, (transaction) =>
    transaction.updateTable("activities").set({ title_en: title }).where("id", "=", id).execute(),
  );

describe("the datasets", () => {
  it("hold every sheet of a programme exactly once", () => {
    const named = datasets.flatMap((dataset) => dataset.sheets.map(({ name }) => name));
    expect(named.toSorted()).toEqual(sheets.map(({ name }) => name).toSorted());
  });
});

describe("releases", () => {
  it("begin with the month of today and invent none before it", async () => {
    expect(await getReleases(context)).toEqual([]);
    const { release, made } = await makeRelease(context, origin);
    expect(made).toBe(true);
    expect(release).toMatchObject({ month: "2026-11", version: 1, asOf: "2018-06-30" });
    expect(release.contents.changes).toBeNull();
    expect((await getReleases(context)).map(({ month }) => month)).toEqual(["2026-11"]);
  }, 60_000);

  it("are not made twice of the same records, whatever the time", async () => {
    const later = { ...context, clock: fixedClock("2026-11-29T20:00:00Z") };
    const { release, made } = await makeRelease(later, origin);
    expect([made, release.version]).toEqual([false, 1]);
    expect(await getReleases(context)).toHaveLength(1);
  }, 60_000);

  it("give the next version of the month where a record changed, and say what changed", async () => {
    await changeTitle("e-con-2014-01", "Another title");
    await write(context.database, (transaction) =>
      transaction.deleteFrom("activity_people").where("activity", "=", "e-tra-2014-01").execute(),
    );
    const { release, made } = await makeRelease(context, origin);
    expect([made, release.version]).toEqual([true, 2]);
    expect(release.contents.changes).toEqual({
      since: { month: "2026-11", version: 1 },
      sheets: [
        { sheet: "activities", added: 0, changed: 1, removed: 0 },
        { sheet: "activity_people", added: 0, changed: 0, removed: 1 },
      ],
    });
    expect((await getReleases(context)).map(({ version }) => version)).toEqual([2, 1]);
  }, 60_000);

  it("begin anew in the next month, even where nothing has changed", async () => {
    const december = { ...context, clock: fixedClock("2026-12-01T03:00:00Z") };
    const { release } = await makeRelease(december, origin);
    expect(release).toMatchObject({ month: "2026-12", version: 1 });
    expect(release.contents.changes).toEqual({ since: { month: "2026-11", version: 2 }, sheets: [] });
  }, 60_000);

  it("are made once where two processes make them at the same time", async () => {
    const january = { ...context, clock: fixedClock("2027-01-01T03:00:00Z") };
    const both = await Promise.all([makeRelease(january, origin), makeRelease(january, origin)]);
    expect(both.map(({ made }) => made).toSorted()).toEqual([false, true]);
    expect(both.map(({ release }) => release.version)).toEqual([1, 1]);
  }, 60_000);

  it("name their stored file, so that the sweep leaves it", async () => {
    const { rows } = await context.database.pool.query("SELECT DISTINCT sha256 FROM file_uses");
    for (const { sha256 } of await getReleases(context)) expect(rows).toContainEqual({ sha256 });
  });
});

describe("the archive", () => {
  it("holds what its checksums say, and nothing else", async () => {
    const files = await unpackRelease("2026-11", 1);
    const lines = String(files.get("CHECKSUMS")).trimEnd().split("\n");
    const stated = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
    expect([...stated.keys(), "CHECKSUMS"].toSorted()).toEqual([...files.keys()].toSorted());
    for (const [path, sha256] of stated)
      expect([
        path,
        createHash("sha256")
          .update(files.get(path) ?? "")
          .digest("hex"),
      ]).toEqual([path, sha256]);
  });

  it("holds the programme folder that is exported, byte for byte, so that it can be loaded again", async () => {
    const files = await unpackRelease("2026-12", 1);
    const exported = join(folder, "exported");
    await read(context.database, (transaction) => writeProgrammeFiles(transaction, exported, sheets));
    const names = await readdir(exported);
    expect([...files.keys()].filter((path) => path.startsWith("records/")).toSorted()).toEqual(
      names.map((name) => `records/${name}`).toSorted(),
    );
    for (const name of names) expect(files.get(`records/${name}`)).toEqual(await readFile(join(exported, name)));
    const unpacked = join(folder, "unpacked");
    for (const name of names) {
      await mkdir(dirname(join(unpacked, name)), { recursive: true });
      await writeFile(join(unpacked, name), files.get(`records/${name}`) ?? "");
    }
    const again = await createLoadedContext(unpacked);
    await again.database.close();
  }, 60_000);

  it("holds the same rows as JSON, with numbers as numbers", async () => {
    const files = await unpackRelease("2026-11", 1);
    const schema = z.object({ dataset: z.string(), tables: z.record(z.string(), z.array(z.looseObject({}))) });
    for (const { id, sheets: members } of datasets) {
      const { dataset, tables } = schema.parse(JSON.parse(String(files.get(`json/${id}.json`))));
      expect(dataset).toBe(id);
      expect(Object.keys(tables)).toEqual(members.map(({ name }) => name));
      for (const { name } of members) {
        const csv = files.get(`records/${name}.csv`);
        const rows: unknown[] = csv ? parse(csv, { bom: true, columns: true }) : [];
        expect([name, tables[name]?.length]).toEqual([name, rows.length]);
      }
    }
    const activities = schema.parse(JSON.parse(String(files.get("json/activities.json")))).tables.activities;
    expect(activities?.[0]).toMatchObject({
      id: "e-con-2014-01",
      fiscal_year: 2014,
      partnerships: ["kitakyushu-shanghai"],
    });
  });

  it("holds every published table in three languages, and says how to read it all", async () => {
    const files = await unpackRelease("2026-11", 1);
    for (const language of languages) {
      expect(files.has(`tables/${language}/overview.csv`)).toBe(true);
      expect(files.has(`tables/${language}/consultations-2015.csv`)).toBe(true);
      const readme = String(files.get(`README.${language}.md`));
      expect(readme).toContain("https://creativecommons.org/licenses/by/4.0/");
      expect(readme).toContain("2026-11.1");
      expect(readme).toContain("records/activities.csv");
      expect(readme).not.toMatch(/openData\.|\{\w+\}/);
    }
    expect(files.has("iati/iati-activities.xml")).toBe(true);
    expect(files.has("catalogue/catalogue.ttl")).toBe(true);
  });

  it("describes each CSV file of the records as it is", async () => {
    const files = await unpackRelease("2026-11", 1);
    const field = z.object({ name: z.string(), type: z.string() });
    const reference = z.object({
      fields: z.string(),
      reference: z.object({ resource: z.string(), fields: z.string() }),
    });
    const schema = z.object({
      name: z.string().regex(/^[-a-z0-9._/]+$/),
      licenses: z.array(z.object({ name: z.literal("CC-BY-4.0") })),
      resources: z.array(
        z.object({
          name: z.string().regex(/^[-a-z0-9._/]+$/),
          path: z.string(),
          bytes: z.number(),
          hash: z.string(),
          schema: z.object({ fields: z.array(field), foreignKeys: z.array(reference).optional() }),
        }),
      ),
    });
    const { resources } = schema.parse(JSON.parse(String(files.get("datapackage.json"))));
    expect(resources.map(({ path }) => path).toSorted()).toEqual(
      [...files.keys()].filter((path) => path.startsWith("records/")).toSorted(),
    );
    for (const resource of resources) {
      const content = files.get(resource.path) ?? Buffer.alloc(0);
      expect(resource.bytes).toBe(content.length);
      const [header = []] = parse(content, { bom: true, to: 1 }) as string[][];
      expect(resource.schema.fields.map(({ name }) => name)).toEqual(header);
      for (const { fields, reference: target } of resource.schema.foreignKeys ?? []) {
        const rows: Record<string, string>[] = parse(content, { bom: true, columns: true });
        const path = target.resource === "" ? resource.path : `records/${target.resource}.csv`;
        const targets: Record<string, string>[] = parse(files.get(path) ?? "", { bom: true, columns: true });
        const known = new Set(targets.map((row) => row[target.fields]));
        expect(rows.filter((row) => row[fields] && !known.has(row[fields])).map((row) => row[fields])).toEqual([]);
      }
    }
  });

  it("has the same bytes whenever the same release is written", async () => {
    const [one, other] = [join(folder, "one.zip"), join(folder, "other.zip")];
    await writeOpenData(context, one, origin);
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    try {
      await writeOpenData({ ...context, clock: fixedClock("2026-11-23T11:11:11Z") }, other, origin);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect((await readFile(one)).equals(await readFile(other))).toBe(true);
  }, 60_000);

  it("can be written as a folder, which is never written over", async () => {
    const target = join(folder, "as-folder");
    const { files } = await writeOpenData(context, target, origin);
    expect(
      (await readdir(target, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
    ).toHaveLength(files);
    await expect(writeOpenData(context, target, origin)).rejects.toThrow("EEXIST");
  }, 60_000);
});
