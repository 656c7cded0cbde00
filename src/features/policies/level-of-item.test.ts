import { expect, test } from "vitest";
import { createLoadedContext } from "../../testing/context.ts";
import { getKnowledge } from "./knowledge.ts";
import { levelOfItem } from "./level-of-item.ts";

test("a policy is the centre's, of a key region, of a partner or of somebody else", async () => {
  const context = await createLoadedContext();
  const knowledge = await getKnowledge(context);
  const level = (bodies: string[], regions: string[] = []) => levelOfItem({ place: null, bodies, regions }, knowledge);
  expect(level(["state-council"])).toBe("central");
  expect(level(["npc-standing-committee"])).toBe("central");
  expect(level(["mep", "ndrc"], ["jing-jin-ji"])).toBe("key-region");
  // A congress of a province has the rank of the national one, and is a partner all the same; so is a city of a partner.
  expect(level(["hebei-congress"], ["hebei"])).toBe("partner");
  expect(level(["tangshan-government"], ["tangshan"])).toBe("partner");
  expect(level([])).toBe("central");
  // An issuer that the list does not have (周口市人民代表大会常务委员会) is no central one.
  expect(level([], ["tangshan"])).toBe("partner");
  expect(level([], ["jing-jin-ji"])).toBe("key-region");
  const place = { body: "mep", region: null, tier: "partner" as const, address: null };
  expect(levelOfItem({ place, bodies: ["mep"], regions: [] }, knowledge)).toBe("partner");
  await context.database.close();
});
