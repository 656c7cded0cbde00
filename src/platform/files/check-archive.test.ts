import { describe, expect, test } from "vitest";
import { makeZip } from "../../testing/zip.ts";
import { checkArchive } from "./check-archive.ts";
import { archiveLimits } from "./inspect-archive.ts";

const refusedAs = (problem: string) => ({ code: "invalid-input", details: { reason: `archive-${problem}` } });

test("an honest archive gives its names, in any script", async () => {
  const zip = makeZip([
    { name: "資料/覚書.txt", content: Buffer.from("x") },
    { name: "empty", content: Buffer.alloc(0) },
  ]);
  expect(await checkArchive(zip)).toEqual(["資料/覚書.txt", "empty"]);
});

describe("an archive is refused", () => {
  test("that declares far more than it holds packed", async () => {
    await expect(checkArchive(makeZip([{ name: "a", content: Buffer.alloc(30_000_000) }]))).rejects.toMatchObject(
      refusedAs("bomb"),
    );
  });

  test("that declares little and holds much", async () => {
    const zip = makeZip([{ name: "a", content: Buffer.alloc(30_000_000), declaredSize: 100 }]);
    await expect(checkArchive(zip)).rejects.toMatchObject(refusedAs("damaged"));
  });

  test("with more in all, more in one, or more entries than allowed", async () => {
    const entries = [...Array(4).keys()].map((n) => ({ name: `${n}`, content: Buffer.alloc(1000, n) }));
    const zip = makeZip(entries);
    expect(await checkArchive(zip, { ...archiveLimits, totalBytes: 4000, entryBytes: 1000, entries: 4 })).toHaveLength(
      4,
    );
    for (const limit of [{ totalBytes: 3999 }, { entryBytes: 999 }, { entries: 3 }])
      await expect(checkArchive(zip, { ...archiveLimits, ...limit })).rejects.toMatchObject(refusedAs("bomb"));
  });

  test("whose entries share their bytes", async () => {
    const once = makeZip([{ name: "a", content: Buffer.alloc(900_000) }]);
    const end = once.length - 22;
    const start = once.readUInt32LE(end + 16);
    const entry = once.subarray(start, end);
    const trailer = Buffer.from(once.subarray(end));
    trailer.writeUInt16LE(1000, 8);
    trailer.writeUInt16LE(1000, 10);
    trailer.writeUInt32LE(entry.length * 1000, 12);
    const many = Buffer.concat([once.subarray(0, start), ...Array<Buffer>(1000).fill(entry), trailer]);
    await expect(checkArchive(many)).rejects.toMatchObject(refusedAs("bomb"));
  });

  test("that needs a password", async () => {
    const zip = makeZip([{ name: "a", content: Buffer.from("x"), encrypted: true }]);
    await expect(checkArchive(zip)).rejects.toMatchObject(refusedAs("encrypted"));
  });

  test("that is cut off or is none", async () => {
    const zip = makeZip([{ name: "a", content: Buffer.from("x".repeat(1000)) }]);
    for (const broken of [zip.subarray(0, 40), Buffer.from("PK\x03\x04"), Buffer.alloc(0)])
      await expect(checkArchive(broken)).rejects.toMatchObject(refusedAs("damaged"));
  });
});

test("many at once are all answered", async () => {
  const zips = [...Array(6).keys()].map((n) => makeZip([{ name: `${n}`, content: Buffer.from("x") }]));
  const answers = await Promise.all(zips.map((zip) => checkArchive(zip)));
  expect(answers).toEqual([["0"], ["1"], ["2"], ["3"], ["4"], ["5"]]);
});
