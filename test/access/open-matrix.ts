import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import type { Role } from "../../src/features/accounts/roles.ts";
import { change } from "../../src/features/audit/change.ts";
import type { EntryState } from "../../src/features/records/record.ts";
import { insertRecords } from "../../src/features/records/store.ts";
import { insertEntry } from "../../src/features/records/store-entries.ts";
import { insertVersion } from "../../src/features/records/store-versions.ts";
import type { Context } from "../../src/platform/context.ts";
import { createLog } from "../../src/platform/log.ts";
import type { RecordContent } from "../../src/records/kind.ts";
import { createSignedInAccount } from "../../src/testing/accounts.ts";
import { createLoadedContext } from "../../src/testing/context.ts";
import { createApp } from "../../src/web/app.ts";
import { prepareAssets } from "../../src/web/assets.ts";
import { elsewhere, homes, type Subject } from "./people.ts";

/** A record or entry with a word in it that nobody can see who may not see it. */
export interface Planted extends Subject {
  id: string;
  /** stands in the title and nowhere else */
  word: string;
  entry: EntryState | null;
}

export interface Matrix {
  context: Context;
  app: Hono;
  planted: Planted[];
  find(owner: string, entry: EntryState | null): Planted;
  signIn(role: Role): Promise<string>;
  close(): Promise<void>;
}

/** The whole site with, in every organisation of the matrix, a record for that organisation alone, a draft and a submitted entry. */
export async function openMatrix(): Promise<Matrix> {
  // A failure prints where it happened.
  const context: Context = { ...(await createLoadedContext()), log: createLog({ logLevel: "error" }) };
  const owners = [...new Set([...Object.values(homes), elsewhere])];
  const planted: Planted[] = [];
  for (const owner of owners) {
    planted.push(await plantRecord(context, owner));
    planted.push(await plantEntry(context, owner, "draft"), await plantEntry(context, owner, "submitted"));
  }
  return {
    context,
    app: createApp(context, await prepareAssets()),
    planted,
    find(owner, entry) {
      const found = planted.find((one) => one.owner === owner && one.entry === entry);
      if (!found) throw new Error(`nothing planted for ${owner}`);
      return found;
    },
    async signIn(role) {
      const account = await createSignedInAccount(context, [{ role, organisation: homes[role] }], { language: "en" });
      return account.cookie;
    },
    close: () => context.database.close(),
  };
}

const gardener = { userId: null, network: null };

async function plantRecord(context: Context, owner: string): Promise<Planted> {
  const word = makeWord();
  const id = `planted-${owner}`;
  const at = context.clock.now();
  const subject = { owner, visibility: "organisation", platform: "coordination" } as const;
  await change(context, gardener, async (transaction, audit) => {
    const record = { ...facts(word), ...subject, kind: "activity" as const, id, sides: [owner], version: 1 };
    const state = { publishedVersion: null, removed: false, changedAt: at, changedBy: null };
    await insertRecords(transaction, [{ ...record, ...state }]);
    await insertVersion(transaction, "activity", id, {
      version: 1,
      action: "created",
      content: contentWith(word),
      visibility: "organisation",
      owner,
      reason: null,
      entry: null,
      author: null,
      approvedBy: null,
      at,
    });
    audit({ action: "test.planted" });
  });
  return { ...subject, id, word, entry: null };
}

async function plantEntry(context: Context, owner: string, state: "draft" | "submitted"): Promise<Planted> {
  const word = makeWord();
  const at = context.clock.now();
  const subject = { owner, visibility: "organisation", platform: "coordination" } as const;
  const entry = await change(context, gardener, (transaction, audit) => {
    audit({ action: "test.planted" });
    return insertEntry(transaction, {
      ...facts(word),
      ...subject,
      kind: "activity",
      record: `new-${state}-${owner}`,
      sides: [owner],
      baseVersion: 0,
      state,
      content: contentWith(word),
      reason: null,
      removal: false,
      restores: null,
      author: "nobody",
      editedBy: "nobody",
      revision: 1,
      createdAt: at,
      changedAt: at,
      submittedAt: state === "submitted" ? at : null,
      decidedAt: null,
      decidedBy: null,
      comment: null,
      formKey: null,
    });
  });
  return { ...subject, id: entry.id, word, entry: state };
}

function facts(word: string) {
  return {
    title: { ja: word, zh: word, en: word },
    ledger: "coordination",
    fiscalYear: 2018,
    dateFrom: "2018-05-01",
    dateTo: "2018-05-01",
  };
}

export function contentWith(word: string): RecordContent {
  const fields = {
    register: "coordination-trainings",
    fiscal_year: "2018",
    title_ja: word,
    title_zh: word,
    title_en: word,
  };
  return { fields: { ...fields, date: "2018-05-01" }, parts: { activity_parties: [] } };
}

function makeWord(): string {
  return `w${randomBytes(8).toString("hex")}`;
}
