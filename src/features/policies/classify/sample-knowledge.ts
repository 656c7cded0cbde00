import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { localizedFromRow } from "../../../core/localized.ts";
import type { BodyLevel, PolicyKnowledge, Region } from "../knowledge.ts";

/** For tests and benches without a database: the sample programme's regions, bodies and topics, with partners and needs as given. */
export function readSampleKnowledge(
  partnerRegions: readonly string[] = [],
  needTopics: PolicyKnowledge["needTopics"] = [],
): PolicyKnowledge {
  return {
    regions: readRows("policy_regions").map((row) => ({
      id: cell(row, "id"),
      level: cell(row, "level") as Region["level"],
      code: cell(row, "code") || null,
      parent: cell(row, "parent") || null,
      members: list(row, "members"),
      name: localizedFromRow(row, "name"),
      aliases: list(row, "aliases"),
      organisation: cell(row, "organisation") || null,
    })),
    bodies: readRows("policy_bodies").map((row) => ({
      id: cell(row, "id"),
      level: cell(row, "level") as BodyLevel,
      name: localizedFromRow(row, "name"),
      aliases: list(row, "aliases"),
      codes: list(row, "codes"),
      region: cell(row, "region") || null,
      since: cell(row, "since") || null,
      until: cell(row, "until") || null,
      successor: cell(row, "successor") || null,
      organisation: cell(row, "organisation") || null,
    })),
    topics: readRows("policy_topics").map((row) => ({
      id: cell(row, "id"),
      name: localizedFromRow(row, "name"),
      topic: cell(row, "topic") || null,
      terms: list(row, "terms"),
      termsExcluded: list(row, "terms_excluded"),
      isChanged: false,
    })),
    partnerRegions: new Set(partnerRegions),
    needTopics,
  };
}

function readRows(sheet: string): Record<string, string>[] {
  const file = new URL(`../../../../programmes/china-air/${sheet}.csv`, import.meta.url);
  return parse(readFileSync(file), { bom: true, columns: true });
}

function cell(row: Record<string, string>, name: string): string {
  return row[name] ?? "";
}

function list(row: Record<string, string>, name: string): string[] {
  return cell(row, name)
    .split(";")
    .filter((text) => text !== "");
}
