import type { Config } from "./config.ts";

/** Where the site is, for whoever has no request at hand: mails and commands. Without a slash at its end. */
export function publicAddress({ publicUrl, port }: Pick<Config, "publicUrl" | "port">): string {
  return publicUrl ?? `http://localhost:${port}`;
}
