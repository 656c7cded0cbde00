import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as HonoContext } from "hono";
import type { Context } from "../platform/context.ts";
import { callerAddress, networkOf } from "./network.ts";

/** The network from which a request came: null where it came over no connection, as from a test. */
export function readNetwork(c: HonoContext, context: Context): string | null {
  // A request that a test hands to the app has no connection.
  const socket = c.env && "incoming" in c.env ? getConnInfo(c).remote.address : undefined;
  return networkOf(callerAddress(socket, c.req.header("x-forwarded-for") ?? null, context.config.trustedProxies));
}
