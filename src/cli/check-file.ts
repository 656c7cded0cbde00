import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Language } from "../core/language.ts";
import { checkFile } from "../documents/machine-readability/check-file.ts";
import type { CheckedFile, Finding } from "../documents/machine-readability/report.ts";
import { choiceMessage, type MessageKey, message } from "../messages/message.ts";
import type { Command } from "./command.ts";

/** Places of one check that are printed; `--format json` has all. */
const mostPlaces = 10;

export const checkFileCommand: Command = {
  name: "check-file",
  positionals: ["FILE…"],
  options: ["format"],
  formats: ["text", "json"],
  summary: "cli.check-file.summary",
  help: "cli.check-file.help",
  async run({ positionals, options, language, print }) {
    const files: CheckedFile[] = [];
    for (const path of positionals) files.push(await checkFile(await readFile(path), basename(path)));
    if (options.format === "json") print(JSON.stringify({ files: files.map((file) => word(file, language)) }, null, 2));
    else for (const file of files) print(describeFile(file, language));
    return files.some(({ findings }) => findings.length > 0) ? 1 : 0;
  },
};

function word(file: CheckedFile, language: Language) {
  return {
    ...file,
    findings: file.findings.map((finding) => ({ ...finding, message: describeFinding(finding, language) })),
    checks: file.checks.map((check) => ({
      ...check,
      name: choiceMessage(language, "machineReadability.check", check.id),
    })),
  };
}

function describeFile({ name, findings, checks }: CheckedFile, language: Language): string {
  // Where the file itself cannot be read, 29 lines that nothing applies would bury the one that matters.
  const isRefused = findings.some(({ check }) => check === "L1-01");
  const told = isRefused ? checks.filter(({ id }) => id === "L1-01") : checks;
  const lines = told.flatMap(({ id, status, fatal, decides }) => {
    const partly = status === "passed" && decides === "partly" ? message(language, "machineReadability.partly") : "";
    const grave = status === "failed" && fatal ? ` [${message(language, "machineReadability.fatal")}]` : "";
    const own = findings.filter(({ check }) => check === id);
    const places = own.slice(0, mostPlaces).map((finding) => `        ${describeFinding(finding, language)}`);
    const rest = own.length - places.length;
    return [
      `  ${id}  ${choiceMessage(language, "machineReadability.check", id)}`,
      `      ${choiceMessage(language, "machineReadability.status", status)}${partly}${grave}`,
      ...places,
      ...(rest > 0 ? [`        ${message(language, "machineReadability.more", { count: rest })}`] : []),
    ];
  });
  return [message(language, "machineReadability.file", { name, count: findings.length }), ...lines, ""].join("\n");
}

/** 「consultations!B7 1セルに複数のデータがあります：…」 */
function describeFinding({ place, reason, values }: Finding, language: Language): string {
  const where = place.sheet === null ? place.address : `${place.sheet}!${place.address}`;
  return `${where}  ${message(language, `machineReadability.found.${reason}` as MessageKey, values)}`;
}
