import { PassThrough, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import type { DataField, DataValue } from "../data-table.ts";
import { type StreamedTable, streamDataXlsx } from "./stream-data.ts";

const fields: DataField[] = [
  { name: "number", title: "Number", description: "Number of the row", type: "integer", unit: "ordinal" },
  { name: "name", title: "Name", description: "What it is called", type: "text" },
];

async function* makeRows(count: number): AsyncGenerator<DataValue[]> {
  for (let number = 1; number <= count; number += 1) yield [number, `北九州市 ${number}`];
}

function stream(rows: AsyncIterable<DataValue[]>, sink: Writable): Promise<void> {
  const table: StreamedTable = { id: "data", title: "data", language: "en", fields, rows, codeLists: [], about: [] };
  return streamDataXlsx([table], sink, { date: null });
}

async function write(count: number): Promise<Buffer> {
  const pipe = new PassThrough();
  const [bytes] = await Promise.all([buffer(pipe), stream(makeRows(count), pipe)]);
  return bytes;
}

test("rows are read back in their order, and the same rows give the same bytes", async () => {
  const bytes = await write(3000);
  const rows = await readSheet(bytes);
  expect(rows).toHaveLength(3001);
  expect(rows.at(-1)).toEqual([3000, "北九州市 3000"]);
  expect(await readSheet(bytes, "fields")).toHaveLength(3);
  expect((await write(3000)).equals(bytes)).toBe(true);
});

test("rows are taken only as fast as the reader reads", async () => {
  let taken = 0;
  async function* count(): AsyncGenerator<DataValue[]> {
    for await (const row of makeRows(100_000)) {
      taken += 1;
      yield row;
    }
  }
  const asleep = new Writable({ highWaterMark: 1024, write() {} });
  const writing = stream(count(), asleep);
  writing.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(taken).toBeLessThan(20_000);
  asleep.destroy();
  await expect(writing).rejects.toThrow();
});

test("a sink that fails and rows that fail end the writing", async () => {
  const broken = new Writable({
    write(_chunk, _encoding, done) {
      done(new Error("disk full"));
    },
  });
  await expect(stream(makeRows(100_000), broken)).rejects.toThrow("disk full");
  async function* fail(): AsyncGenerator<DataValue[]> {
    yield [1, "a"];
    throw new Error("no more rows");
  }
  await expect(stream(fail(), new PassThrough())).rejects.toThrow("no more rows");
});
