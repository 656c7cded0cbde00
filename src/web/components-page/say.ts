import type { Language } from "../../core/language.ts";
import type { ActivityStatus } from "../components/badges.tsx";

/** Picks one of three texts that exist on the components page only. */
export type Say = (ja: string, zh: string, en: string) => string;

export interface Sample {
  language: Language;
  say: Say;
}

export function makeSample(language: Language): Sample {
  return { language, say: (ja, zh, en) => ({ ja, zh, en })[language] };
}

export function nameStatus({ say }: Sample, status: ActivityStatus) {
  const labels: Record<ActivityStatus, string> = {
    done: say("実施済", "已实施", "Done"),
    planned: say("予定", "计划中", "Planned"),
    adjusting: say("調整中", "协调中", "Being arranged"),
    cancelled: say("中止", "取消", "Cancelled"),
  };
  return { status, label: labels[status] };
}

/** 500 characters without a space, as no city is named, to see what breaks. */
export function writeOverlongName({ say }: Sample): string {
  return say("大気環境改善都市間連携協力", "大气环境改善城市间协作城市", "Llanfairpwllgwyngyllgogery")
    .repeat(40)
    .slice(0, 500);
}
