import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { readSnapshotText } from "../snapshots.ts";

/** A page as it came, as text: nothing in it is ever run, whatever a browser would make of it. */
export const showSnapshot: RawHandler<MemberRequest> = async ({ context, params }) => ({
  content: await readSnapshotText(context, params.id ?? ""),
  contentType: "text/plain; charset=utf-8",
});
