import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { recordKind } from "../../records/registry.ts";
import { sheets } from "../../sheets/registry.ts";
import { findDisagreements } from "../findings/detect.ts";
import { explainFindings } from "../findings/service.ts";
import { type Trial, tryOut } from "./try-out.ts";

export interface Warning {
  rule: string;
  severity: string;
  text: string;
  /** records that it speaks of besides the one that is entered, as `sheet/id` */
  related: string[];
}

/**
 * What the checks would say of the record if it were public as it stands: duplicates, records that contain it, days that do not
 * fit the year. Empty for a content that cannot stand in the tables yet.
 */
export function findWarnings(context: Context, trial: Trial, language: Language): Promise<Warning[]> {
  const record = `${recordKind(trial.kind).sheet.name}/${trial.id}`;
  return tryOut(context, [trial], async (tried, transaction, leftOut) => {
    if (leftOut > 0) return [];
    const found = await findDisagreements(transaction, sheets);
    const today = context.clock.today();
    const own = found.filter(
      ({ record: about, related, since }) =>
        (about === record || related.includes(record)) && (since === null || since <= today),
    );
    const explained = await explainFindings(tried, own, language);
    return explained.map(({ rule, severity, message, record: about, related }) => ({
      rule,
      severity,
      text: message,
      related: [about, ...related].filter((other) => other !== record),
    }));
  });
}
