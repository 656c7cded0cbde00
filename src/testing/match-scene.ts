import { sql } from "kysely";
import { expect } from "vitest";
import type { AppError } from "../core/errors.ts";
import { read, write } from "../db/transaction.ts";
import { answerMatch, type MatchAnswer } from "../features/matching/answer-match.ts";
import { createMatch } from "../features/matching/broker-match.ts";
import { getMatch } from "../features/matching/service.ts";
import type { Context } from "../platform/context.ts";
import { createSignedInAccount } from "./accounts.ts";
import { createActor } from "./actors.ts";
import { createLoadedContext } from "./context.ts";

export const broker = createActor("coordination", "iges");
export const guangdong = createActor("partner-government", "guangdong");
export const jiangsu = createActor("partner-government", "jiangsu");
export const hyogo = createActor("home-government", "hyogo");
export const fukuoka = createActor("home-government", "fukuoka");
export const jesc = createActor("technical", "jesc");

export type MatchScene = Awaited<ReturnType<typeof openMatchScene>>;

/** The sample with one account at each side of a match, and what the tests of matching do again and again. */
export async function openMatchScene() {
  const context = await createLoadedContext();
  for (const [role, organisation] of [
    ["partner-government", "guangdong"],
    ["home-government", "hyogo"],
    ["home-government", "fukuoka"],
    ["technical", "jesc"],
    ["coordination", "iges"],
  ] as const)
    await createSignedInAccount(context, [{ role, organisation }]);
  const revisionOf = async (id: string) => (await getMatch(context, broker, id)).match.revision;
  let numbers = 0;
  return {
    context,
    revisionOf,

    /** A need of Guangdong that is confirmed, as a coordinator has it before matching. */
    async makeNeed(some: { state?: string; kinds?: string[]; topics?: string[] } = {}): Promise<string> {
      numbers += 1;
      const id = `need-under-test-${numbers}`;
      await insertNeed(context, id, some);
      return id;
    },

    propose(need: string, offers: [string, number | null][], formKey = `form-${need}`): Promise<string> {
      return createMatch(context, broker, {
        need,
        fiscalYear: 2016,
        offers: offers.map(([offer, quantity]) => ({ offer, quantity })),
        reasoning: { ja: "県と研究機関で分担します。" },
        formKey,
      });
    },

    async answer(
      actor: Parameters<typeof answerMatch>[1],
      id: string,
      offer: string | null,
      some: Partial<MatchAnswer> = {},
    ): Promise<void> {
      const revision = await revisionOf(id);
      await answerMatch(context, actor, id, { offer, answer: "agreed", note: "", language: "ja", revision, ...some });
    },

    /** Keys or bodies of the mails about a match. */
    async readMails(id: string, letter = "", column: "once_key" | "body" = "once_key"): Promise<string[]> {
      const rows = await read(context.database, (transaction) =>
        transaction
          .selectFrom("mails")
          .select(["once_key", "body"])
          .where("once_key", "like", `match/${id}/%${letter}%`)
          .orderBy("id")
          .execute(),
      );
      return rows.map((row) => row[column] ?? "");
    },
  };
}

async function insertNeed(
  context: Context,
  id: string,
  {
    state = "confirmed",
    kinds = ["training", "joint-research"],
    topics = ["pm25", "voc", "monitoring"],
  }: { state?: string; kinds?: string[]; topics?: string[] },
): Promise<void> {
  await write(context.database, (transaction) =>
    sql`INSERT INTO need_items (id, origin, organisation, addressed_to, language, title, topics, kinds, fiscal_year, state,
          visibility, sides, created_at, changed_at)
        VALUES (${id}, 'member', 'guangdong', 'hyogo', 'zh', '{"zh":"PM2.5与VOC监测技术研修"}', ${topics}, ${kinds}, 2016, ${state},
          'sides', ARRAY['guangdong','hyogo'], now(), now())`.execute(transaction),
  );
}

export function fails(code: AppError["code"], details: Record<string, unknown>) {
  return expect.objectContaining({ code, details: expect.objectContaining(details) });
}
