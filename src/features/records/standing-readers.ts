import type { ReadTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { readSubscribers, type Subscriber } from "../accounts/readers.ts";
import { findStanding, type Standing } from "./access.ts";

/** Somebody to whom a mail may go, with what the account stands for. */
export interface StandingReader extends Subscriber {
  standing: Standing;
}

/** Everybody that a mail may go to, for the rooms whose own rules say whom it concerns. */
export async function readStandingReaders(context: Context, transaction: ReadTransaction): Promise<StandingReader[]> {
  const subscribers = await readSubscribers(transaction);
  return Promise.all(
    subscribers.map(async (subscriber) => ({
      ...subscriber,
      standing: await findStanding(context, { ...subscriber, network: null }),
    })),
  );
}
