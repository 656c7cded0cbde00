import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Role, roleNames } from "../accounts/roles.ts";
import { eraseOldParticipants } from "./erase-old.ts";
import { cleanCells } from "./participant.ts";
import {
  addParticipants,
  countParticipants,
  editParticipant,
  eraseParticipant,
  exportParticipants,
  getParticipants,
  removeParticipant,
} from "./service.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());
beforeEach(async () => {
  await context.database.pool.query(`begin; alter table participants disable trigger user; delete from participants;
    alter table participants enable trigger user; update records set visibility = 'public', owner = null; commit`);
});

/** Kitakyushu receives six practitioners whom Tianjin sends; Kobe supports; in the ledger of IGES, December 2014. */
const training = "e-tra-2014-01";
const receiver = createActor("home-government", "yokkaichi");
const wang = cleanCells({
  family_name: "王",
  given_name: "小明",
  family_name_roman: "Wang",
  given_name_roman: "Xiaoming",
  affiliation: "天津市环境保护局",
  office: "科长",
  category: "practitioner",
  email: "wang@example.org",
  note: "豚肉不可",
});
let key = 0;
const add = (actor: Actor, ...people: Partial<typeof wang>[]) => {
  key += 1;
  const form = { key: `form-${key}`, pasted: people.length > 1 };
  return addParticipants(
    context,
    actor,
    training,
    people.map((cells) => ({ ...wang, ...cells })),
    form,
  );
};
const list = async (actor: Actor) => (await getParticipants(context, actor, training)).participants;
const readLog = async () =>
  (
    await context.database.pool.query(
      "select action, details::text from audit_log where action like 'participants.%' order by number",
    )
  ).rows;

describe("who sees the names", () => {
  const organisers = ["yokkaichi", "tianjin"];
  const parties: Role[] = ["home-government", "partner-government", "technical"];
  const allowed = (role: Role, organisation: string) =>
    role === "coordination" || (parties.includes(role) && organisers.includes(organisation));
  const organisations = ["yokkaichi", "tianjin", "kobe", "kawasaki", "iges", "sjcenter", "jesc", "moe-japan"];
  test.each(roleNames.flatMap((role) => organisations.map((organisation) => [role, organisation] as const)))(
    "%s of %s",
    async (role, organisation) => {
      const actor = createActor(role, organisation);
      await add(receiver, {});
      const before = (await readLog()).length;
      expect(await countParticipants(context, actor, training)).toEqual({
        count: 1,
        mayKeep: allowed(role, organisation),
      });
      if (allowed(role, organisation)) expect(await list(actor)).toMatchObject([{ family_name: "王" }]);
      else {
        const refused = { code: "forbidden", details: { permission: "participants.keep" } };
        await expect(list(actor)).rejects.toMatchObject(refused);
        await expect(exportParticipants(context, actor, training, null)).rejects.toMatchObject(refused);
        await expect(add(actor, { given_name: "大明" })).rejects.toMatchObject(refused);
        expect((await readLog()).slice(before).map(({ action }) => action)).toEqual(
          Array(3).fill("participants.denied"),
        );
      }
      expect(await list(receiver)).toHaveLength(1);
    },
  );

  test("offices of the receiving government and the government of a receiving office are one", async () => {
    const office = createActor("home-government", "hyogo-env");
    const parties = await context.database.pool.query(
      "select activity from activity_parties where organisation = 'hyogo' and role = 'receiver' limit 1",
    );
    expect((await getParticipants(context, office, parties.rows[0].activity)).participants).toEqual([]);
  });

  test("the platform that approves the record keeps its list, the other platform does not", async () => {
    await context.database.pool.query("update records set platform = 'technical' where id = $1", [training]);
    const mayKeep = async (actor: Actor) => (await countParticipants(context, actor, training)).mayKeep;
    expect(await mayKeep(createActor("technical", "acap"))).toBe(true);
    expect(await mayKeep(createActor("coordination", "iges"))).toBe(false);
    await context.database.pool.query("update records set platform = 'coordination' where id = $1", [training]);
  });

  test("an activity out of sight is not there", async () => {
    await context.database.pool.query(
      "update records set visibility = 'organisation', owner = 'kawasaki' where id = $1",
      [training],
    );
    await expect(list(receiver)).rejects.toMatchObject({ code: "not-found" });
    await expect(getParticipants(context, receiver, "nothing")).rejects.toMatchObject({ code: "not-found" });
  });
});

test("the log has counts, and no word of anybody", async () => {
  await add(receiver, {}, { given_name: "大明" });
  const [person] = await list(receiver);
  await editParticipant(context, receiver, training, person?.id ?? "", { ...wang, office: "处长" });
  await exportParticipants(context, receiver, training, null);
  const log = (await readLog()).slice(-3);
  expect(log.map(({ action }) => action)).toEqual([
    "participants.imported",
    "participants.edited",
    "participants.exported",
  ]);
  expect(JSON.stringify(log)).not.toMatch(/王|wang|小明|处长/i);
});

describe("entering", () => {
  test("the same form sent twice, even at once, adds its people once", async () => {
    const form = { key: "twice", pasted: true };
    const people = [wang, { ...wang, given_name: "大明" }];
    await Promise.all([1, 2, 3].map(() => addParticipants(context, receiver, training, people, form)));
    await addParticipants(context, receiver, training, people, form);
    expect(await list(receiver)).toHaveLength(2);
  });

  test("nobody stands on the list twice, in whichever characters; all of a paste or none", async () => {
    await add(receiver, { family_name: "黃" });
    await expect(add(receiver, { given_name: "大明" }, { family_name: "黄" })).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "duplicate", indexes: [1] },
    });
    expect(await list(receiver)).toHaveLength(1);
  });

  test("what is kept comes back, and can be changed and removed", async () => {
    await add(receiver, {}, { given_name: "大明", family_name_kana: "オウ", category: "engineer" });
    const [first, second] = await list(receiver);
    expect(first).toEqual({ id: first?.id, erased: false, ...wang });
    await editParticipant(context, receiver, training, second?.id ?? "", { ...wang, given_name: "中明" });
    await removeParticipant(context, receiver, training, first?.id ?? "");
    expect(await list(receiver)).toMatchObject([{ given_name: "中明", family_name_kana: "" }]);
    for (const id of [first?.id ?? "", "x", "1e3", "99999999999999999999"])
      await expect(removeParticipant(context, receiver, training, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(removeParticipant(context, receiver, "e-con-2014-01", second?.id ?? "")).rejects.toThrow();
  });

  test("is compared with the numbers that the activity states", async () => {
    await add(receiver, {}, { given_name: "大明" }, { given_name: "中明", category: "engineer" });
    expect((await getParticipants(context, receiver, training)).comparison).toEqual({
      recorded: 3,
      stated: 6,
      approximate: false,
      rows: [
        { categories: ["practitioner"], recorded: 2, stated: 6, approximate: false },
        { categories: ["engineer"], recorded: 1, stated: null, approximate: false },
      ],
    });
  });
});

describe("personal data", () => {
  const traces = async () =>
    JSON.stringify((await context.database.pool.query("select * from participants order by id")).rows);

  test("of one person can be given out and taken out; the person still counts", async () => {
    await add(receiver, {}, { given_name: "大明" });
    const [person] = await list(receiver);
    expect(await exportParticipants(context, receiver, training, person?.id ?? "")).toMatchObject([
      { given_name: "小明" },
    ]);
    await eraseParticipant(context, receiver, training, person?.id ?? "");
    expect(await traces()).not.toMatch(/小明.*小明|Xiaoming.*Xiaoming/);
    const { participants, comparison } = await getParticipants(context, receiver, training);
    expect(comparison.recorded).toBe(2);
    expect(participants[0]).toMatchObject({
      erased: true,
      family_name: "",
      email: "",
      office: "",
      category: "practitioner",
    });
    await expect(editParticipant(context, receiver, training, person?.id ?? "", wang)).rejects.toMatchObject({
      details: { reason: "erased" },
    });
  });

  test("goes when its time is over, counted from the end of the activity", async () => {
    await add(receiver, {});
    const files = { ...defaultFileSettings, participantYears: 3 };
    const { rows } = await context.database.pool.query("select date_to::text from records where id = $1", [training]);
    const end = new Date(rows[0].date_to);
    const on = (days: number): Context => {
      const day = new Date(Date.UTC(end.getUTCFullYear() + 3, end.getUTCMonth(), end.getUTCDate() + days));
      return {
        ...context,
        config: { ...context.config, files },
        clock: fixedClock(`${day.toISOString().slice(0, 10)}T12:00:00Z`),
      };
    };
    expect(await eraseOldParticipants(on(0))).toBe(0);
    expect(await list(receiver)).toMatchObject([{ erased: false }]);
    expect(await eraseOldParticipants(on(1))).toBe(1);
    expect(await eraseOldParticipants(on(2))).toBe(0);
    expect(await traces()).not.toMatch(/王|Wang|example\.org|豚肉/);
    expect((await countParticipants(context, receiver, training)).count).toBe(1);
    expect((await readLog()).at(-1)).toEqual({ action: "participants.expired", details: '{"count": 1, "years": 3}' });
  });

  test("of an activity without dates goes by the day of its entry", async () => {
    await add(receiver, {});
    await context.database.pool.query("update records set date_to = null where id = $1", [training]);
    const files = { ...defaultFileSettings, participantYears: 1 };
    const config = { ...context.config, files };
    const on = (day: string) => ({ ...context, config, clock: fixedClock(`${day}T12:00:00Z`) });
    expect(await eraseOldParticipants(on("2027-11-22"))).toBe(0);
    expect(await eraseOldParticipants(on("2027-11-23"))).toBe(1);
  });

  test("is kept for good where the setting says 0", async () => {
    await add(receiver, {});
    const config = { ...context.config, files: { ...defaultFileSettings, participantYears: 0 } };
    expect(await eraseOldParticipants({ ...context, config, clock: fixedClock("2126-11-22T12:00:00Z") })).toBe(0);
  });
});
