import type { Context } from "../../platform/context.ts";
import { getActivities } from "../activities/service.ts";
import { getBooks, type Register } from "../programme/books.ts";

/** Of so many activities one of each list shows up. */
const enoughActivities = 500;

/** The programme's lists for each kind of activity: those that hold such activities, newest first; where none does, all of them. */
export async function findRegisters(context: Context, kinds: readonly string[]): Promise<Map<string, Register[]>> {
  const { registers } = await getBooks(context);
  const found = new Map<string, Register[]>();
  for (const kind of new Set(kinds)) {
    const activities = await getActivities(context, { kinds: [kind] }, { limit: enoughActivities, order: "newest" });
    const used = new Set(activities.map(({ register }) => register));
    const fitting = [...used].flatMap((id) => registers.find((register) => register.id === id) ?? []);
    found.set(kind, fitting.length > 0 ? fitting : registers);
  }
  return found;
}
