import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { findFittingRoles } from "./fitting-roles.ts";
import { invite, makeInvitation } from "./invitations.ts";
import { saveMembership } from "./manage-people.ts";
import { findOrganisation, findUsualLanguage, listOrganisationChoices } from "./organisation-names.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

describe("roles that fit", () => {
  const always = ["administrator", "expert", "guest"];
  test.each([
    ["fukuoka", ["home-government"]],
    ["kitakyushu", ["home-government"]],
    ["hyogo-env", ["home-government"]],
    ["jiangsu", ["partner-government"]],
    ["tangshan-epb", ["partner-government"]],
    ["moe-japan", ["ministry"]],
    ["mep-china", ["ministry"]],
    ["mep-total-emission-control-air", ["ministry"]],
    ["moe-korea", []],
    ["iges", ["coordination"]],
    ["iges-beijing", ["coordination"]],
    ["sjcenter", ["coordination"]],
    ["jesc", ["technical"]],
    ["acap", ["technical"]],
    ["craes", ["technical"]],
    ["janus", []],
    ["unep", []],
  ])("%s: %j besides administrator, expert and guest", async (organisation, roles) => {
    const fitting = await findFittingRoles(context, organisation);
    expect(fitting.filter((role) => !always.includes(role))).toEqual(roles);
    expect(fitting).toEqual(expect.arrayContaining(always));
  });

  test("none for what is no organisation", async () => {
    expect(await findFittingRoles(context, "nothing")).toEqual([]);
  });

  test.each(["partner-government", "coordination", "technical", "ministry"] as const)(
    "nobody of a prefecture becomes %s, whoever gives it and by whatever way",
    async (role) => {
      const administrator = createActor("administrator", "moe-japan", { administers: true });
      const refused = { code: "invalid-input", details: { field: "role" } };
      const invitation = { email: "a@example.jp", organisation: "fukuoka", role, administers: false } as const;
      const ja = { ...invitation, language: "ja" } as const;
      await expect(invite(context, administrator, ja)).rejects.toMatchObject(refused);
      await expect(makeInvitation(context, { userId: null, network: null }, "x", ja)).rejects.toMatchObject(refused);
      const given = { organisation: "fukuoka", role, administers: false };
      await expect(saveMembership(context, administrator, "anyone", given)).rejects.toMatchObject(refused);
      const { rows } = await context.database.pool.query("select 1 from invitations");
      expect(rows).toEqual([]);
    },
  );
});

describe("an organisation that is typed", () => {
  test.each(["福岡県", "福冈县", "fukuoka prefecture", "Fukuoka", "fukuoka", "ＦＵＫＵＯＫＡ", " 福岡 "])(
    "%s is Fukuoka Prefecture",
    async (text) => {
      expect(await findOrganisation(context, text, "ja")).toEqual({ kind: "found", id: "fukuoka" });
    },
  );

  test("a part of a name is not taken for the name, and brings the names that hold it", async () => {
    const named = await findOrganisation(context, "福岡県環", "ja");
    expect(named.kind).toBe("unknown");
    const near = await findOrganisation(context, "地球環境戦略", "ja");
    expect(near).toMatchObject({
      kind: "unknown",
      choices: expect.arrayContaining(["公益財団法人地球環境戦略研究機関"]),
    });
    expect(await findOrganisation(context, "ないもの", "ja")).toEqual({ kind: "unknown", choices: [] });
  });

  test.each(["ja", "zh", "en"] as const)(
    "whatever the list in %s suggests is understood when it is sent",
    async (language) => {
      const choices = await listOrganisationChoices(context, language, null);
      const found = await Promise.all(choices.map(({ value }) => findOrganisation(context, value, language)));
      const ids = found.map((named) => (named.kind === "found" ? named.id : named.kind));
      const { rows } = await context.database.pool.query<{ id: string }>("select id from organisations");
      expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
    },
  );
});

test("an invitation speaks the language of the organisation's side", async () => {
  const found = await Promise.all(["shenyang", "kawasaki", "unep"].map((id) => findUsualLanguage(context, id)));
  expect(found).toEqual(["zh", "ja", null]);
});
