import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { StackedRows } from "../../../web/components/stacked-rows.tsx";
import { links } from "../../../web/links.ts";
import { type Concern, concernThemes, hasReturned } from "../concern.ts";

const states = ["open", "answered", "not-solved", "partly-solved", "solved"] as const;

/** Where it hurts and how far it has come: each matter once, as it was raised last. */
export function ThemePicture({ concerns, language }: { concerns: readonly Concern[]; language: Language }) {
  const latest = concerns.filter((concern) => concern.state !== "withdrawn" && !hasReturned(concern));
  const shown = states.filter((state) => latest.some((concern) => concern.state === state));
  const rows = concernThemes
    .map((theme) => ({
      key: theme,
      label: message(language, `concern.theme.${theme}`),
      href: `${links.memberConcerns(language, { theme })}#all`,
      values: shown.map((state) => latest.filter((one) => one.theme === theme && one.state === state).length),
    }))
    .filter(({ values }) => values.some((value) => value > 0))
    .toSorted((a, b) => sum(b.values) - sum(a.values));
  if (rows.length < 2) return null;
  return (
    <StackedRows
      id="concern-themes"
      title={message(language, "concern.members.picture")}
      unit={message(language, "concern.unit")}
      series={shown.map((state) => ({ key: state, label: message(language, `concern.state.${state}`) }))}
      looks={shown.map((state) => `concern-bar-${state}`)}
      rows={rows}
      rowLabel={message(language, "concern.members.filterTheme")}
      totalLabel={message(language, "concern.members.pictureTotal")}
      tableLabel={message(language, "concern.members.pictureTable")}
    />
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
