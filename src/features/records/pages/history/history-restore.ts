import { AppError } from "../../../../core/errors.ts";
import { links } from "../../../../web/links.ts";
import type { ActionHandler } from "../../../../web/page.ts";
import { saveEntry } from "../../save-entry.ts";
import { getVisibleHistory, requireVersion } from "../../visible-history.ts";
import { requireKind } from "../record/record-reader.ts";
import { renderHistory } from "./history-page.tsx";

const longestReason = 2_000;

/** Begins a correction that says again what an earlier version said; it takes the way of every correction. */
export const restoreVersion: ActionHandler = async (request) => {
  const { context, language, actor, params, form } = request;
  const kind = requireKind(params.kind);
  const number = String(form.get("version") ?? "");
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new AppError("invalid-input", { field: "version" });
  const history = await getVisibleHistory(context, actor, kind, params.id ?? "");
  const version = requireVersion(history, Number(number));
  const reason = String(form.get("reason") ?? "").trim();
  const problem = reason === "" ? "reason-missing" : reason.length > longestReason ? "reason-long" : null;
  if (problem) {
    const told = { kind: problem, version: version.version, reason } as const;
    return { page: await renderHistory(request, told), status: 422 };
  }
  const result = await saveEntry(context, actor, {
    kind,
    record: history.record.id,
    owner: String(form.get("owner") ?? ""),
    visibility: history.record.visibility,
    content: version.content,
    restores: version.version,
    reason,
  });
  if (result.state === "saved") return { redirect: links.entry(language, result.entry.id, { done: "restored" }) };
  const told = { kind: "open", version: version.version, reason, entry: result.entry.id } as const;
  return { page: await renderHistory(request, told), status: 409 };
};
