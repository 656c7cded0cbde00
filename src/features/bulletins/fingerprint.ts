import { createHash } from "node:crypto";
import { orderKeys } from "../library/document.ts";
import type { BulletinContent } from "./bulletin.ts";

/** Of what a person looks at before approving: another one as soon as a word of it is another. Coverage goes on by itself. */
export function fingerprint({ month, entries }: Pick<BulletinContent, "month" | "entries">): string {
  return createHash("sha256")
    .update(JSON.stringify(orderKeys({ month, entries })))
    .digest("hex");
}
