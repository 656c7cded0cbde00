import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { ReportKindId } from "../../reports/report-kind.ts";

export function nameKind(language: Language, kind: ReportKindId): string {
  return message(language, `library.kind.${kind}.name`);
}

/** What it is for. */
export function describeKind(language: Language, kind: ReportKindId): string {
  return message(language, `library.kind.${kind}.purpose`);
}

/** What its maker has to have at hand. */
export function describeNeeds(language: Language, kind: ReportKindId): string {
  return message(language, `library.kind.${kind}.needs`);
}

/** 「184 kB」. One decimal from a megabyte on. */
export function formatSize(language: Language, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000
    ? message(language, "library.size.kilobytes", { size: kilobytes })
    : message(language, "library.size.megabytes", { size: (bytes / 1_000_000).toFixed(1) });
}
