import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import type { RecordContent } from "../../records/kind.ts";
import { createSignedInAccount } from "../../testing/accounts.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Role } from "../accounts/roles.ts";
import { approveEntry, returnEntry, submitEntry } from "./decide-entry.ts";
import { saveEntry } from "./save-entry.ts";

let context: Context;
let author: Actor;
let officer: Actor;
beforeAll(async () => {
  context = await createLoadedContext();
  author = await open("partner-government", "jiangsu", "zh");
  officer = await open("coordination", "iges", "ja");
  await open("technical", "iges", "en");
  await open("ministry", "moe-japan", "ja");
  // An address that nobody has proven to read may be a stranger's.
  const unproven = await open("coordination", "iges", "zh");
  const { db } = context.database;
  await db.updateTable("auth_users").set({ emailVerified: false }).where("id", "=", unproven.userId).execute();
}, 60_000);
afterAll(() => context.database.close());

async function open(role: Role, organisation: string, language: "ja" | "zh" | "en"): Promise<Actor> {
  const account = await createSignedInAccount(context, [{ role, organisation }], { language });
  return { ...createActor(role, organisation), userId: account.userId, email: account.email };
}

const content: RecordContent = {
  fields: {
    register: "coordination-trainings",
    fiscal_year: "2017",
    kind: "training",
    status: "done",
    title_ja: "江蘇省からの訪日研修",
    title_zh: "江苏省访日研修",
    title_en: "Training for Jiangsu",
    remark_ja: "本文の秘密",
    remark_zh: "正文",
    remark_en: "Remark",
    funding: "programme",
    partnerships: "fukuoka-jiangsu",
  },
  parts: {},
};

async function submitTraining() {
  const saved = await saveEntry(context, author, {
    kind: "activity",
    owner: "jiangsu",
    visibility: "members",
    content,
  });
  return (await submitEntry(context, author, saved.entry)).entry;
}

function readMails() {
  return context.database.db
    .selectFrom("mails")
    .select(["recipient", "language", "purpose", "subject", "body"])
    .orderBy("id")
    .execute();
}

describe("mails about an entry", () => {
  test("go to the platform's officers, then to its author, each in their own language", async () => {
    const submitted = await submitTraining();
    const returned = await returnEntry(context, officer, submitted, "写真を添えてください。");
    expect(returned.state).toBe("done");
    const again = (await submitEntry(context, author, returned.entry)).entry;
    expect((await approveEntry(context, officer, again)).state).toBe("done");
    const mails = await readMails();
    expect(mails.map(({ recipient, purpose }) => [recipient, purpose])).toEqual([
      [officer.email, "entry-submitted"],
      [author.email, "entry-returned"],
      [officer.email, "entry-submitted"],
      [author.email, "entry-approved"],
    ]);
    expect(mails[0]?.subject).toBe("【日中都市間連携協力事業】承認依頼：江蘇省からの訪日研修");
    expect(mails[0]?.body).toContain(`/ja/members/entries/${submitted.id}/review`);
    expect(mails[1]?.subject).toBe("【中日城市间协作项目】已退回：江苏省访日研修");
    expect(mails[1]?.body).toContain(`/zh/members/entries/${submitted.id}`);
    expect(mails[1]?.body).toContain("经办人意见：\n写真を添えてください。\n\n");
    for (const { body } of mails) expect(body).not.toMatch(/秘密|正文/);
    for (const { body } of [mails[0], mails[2], mails[3]].flatMap((mail) => mail ?? []))
      expect(body).not.toContain("写真");
  });

  test("are not sent for a step that did not come about, nor twice for one that did", async () => {
    const before = (await readMails()).length;
    const submitted = await submitTraining();
    await submitEntry(context, author, { id: submitted.id, revision: submitted.revision - 1 });
    expect((await returnEntry(context, officer, submitted, " ")).state).toBe("reason-missing");
    expect((await readMails()).length).toBe(before + 1);
  });
});
