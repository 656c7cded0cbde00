import { checkCsv } from "./check-csv.ts";
import { checkXlsx } from "./check-xlsx.ts";
import { type CheckedFile, Findings, refuseFile } from "./report.ts";

/** Formats that machines read directly, of which the tables cannot be looked into here. */
const readable = [".xml", ".json", ".ods", ".jsonld", ".geojson"];

/** Checks a file by what its name says it is. */
export async function checkFile(bytes: Uint8Array, name: string): Promise<CheckedFile> {
  const ending = /\.[a-z0-9]+$/.exec(name.toLowerCase())?.[0] ?? "";
  if (ending === ".csv") return checkCsv(bytes, name);
  if (ending === ".xlsx") return checkXlsx(bytes, name);
  if (!readable.includes(ending)) return refuseFile(name, "format", { value: ending || name });
  return bytes.length === 0 ? refuseFile(name, "empty") : new Findings("other").finish(name);
}
