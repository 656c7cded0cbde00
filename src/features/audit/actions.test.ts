import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import { type Permission, roles } from "../accounts/roles.ts";
import { auditActions } from "./actions.ts";

const permissions = new Set<string>(Object.values(roles).flatMap((rule): readonly Permission[] => rule.permissions));
const nouns = new Set(auditActions.map((action) => action.split(".")[0]));

/** Action names in sources that write to the log; those put together from parts end in `*`. */
async function findActions(): Promise<Set<string>> {
  const found = new Set<string>();
  for (const file of await readdir("src", { recursive: true })) {
    if (!/\.tsx?$/.test(file) || file.includes(".test.") || file.startsWith("features/audit/actions")) continue;
    const text = await readFile(join("src", file), "utf8");
    if (!/\baudit\(|\bnote\(|appendAudit\(|AuditEvent/.test(text)) continue;
    for (const [, name = ""] of text.matchAll(/\baction: "([a-z-]+\.[a-z-]+)"/g)) found.add(name);
    for (const [, name = ""] of text.matchAll(/"([a-z-]+\.[a-z-]+)"/g))
      if (nouns.has(name.split(".")[0] ?? "") && !permissions.has(name)) found.add(name);
    for (const [, start = ""] of text.matchAll(/\baction: `([a-z-]+\.)\$\{/g)) found.add(`${start}*`);
  }
  return found;
}

test("every action that the sources write has words, and no word is left over", async () => {
  const found = await findActions();
  const starts = [...found].filter((name) => name.endsWith("*")).map((name) => name.slice(0, -1));
  const known: readonly string[] = auditActions;
  expect([...found].filter((name) => !name.endsWith("*") && !known.includes(name))).toEqual([]);
  expect(starts.filter((start) => !known.some((action) => action.startsWith(start)))).toEqual([]);
  const unused = known.filter((action) => !found.has(action) && !starts.some((start) => action.startsWith(start)));
  expect(unused).toEqual([]);
  expect(found.size).toBeGreaterThan(40);
});

test("the words are there in every language", () => {
  for (const action of auditActions) {
    const key = findMessageKey(`audit.action.${action}`);
    expect([action, key]).toEqual([action, `audit.action.${action}`]);
    if (key) for (const language of languages) expect(message(language, key)).not.toBe("");
  }
});
