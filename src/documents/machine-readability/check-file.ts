import { checkCsv } from "./check-csv.ts";
import { checkXlsx } from "./check-xlsx.ts";
import { type CheckedFile, Findings } from "./report.ts";

/** Formats that machines read directly, of which the tables cannot be looked into here. */
const readable = [".xml", ".json", ".ods", ".jsonld", ".geojson"];

/** Checks a file by what its name says it is. */
export async function checkFile(bytes: Uint8Array, name: string): Promise<CheckedFile> {
  const ending = /\.[a-z0-9]+$/.exec(name.toLowerCase())?.[0] ?? "";
  if (ending === ".csv") return checkCsv(bytes, name);
  if (ending === ".xlsx") return checkXlsx(bytes, name);
  const findings = new Findings("other");
  if (!readable.includes(ending)) findings.add("L1-01", "format", { sheet: null, address: name }, { value: ending });
  return findings.finish(name);
}
