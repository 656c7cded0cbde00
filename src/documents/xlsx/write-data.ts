import { Writable } from "node:stream";
import type { DataTable } from "../data-table.ts";
import { streamDataXlsx } from "./stream-data.ts";

/** Tables for machines as one workbook, whole in memory (see streamDataXlsx). */
export async function writeDataXlsx(tables: DataTable[], { date }: { date: string }): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await streamDataXlsx(tables, sink, { date });
  return Uint8Array.from(Buffer.concat(chunks));
}
