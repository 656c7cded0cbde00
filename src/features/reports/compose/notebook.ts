import type { Composition, ReportFigure } from "../report-kind.ts";

/** What is noted while a document is composed: its numbers, the records that it rests on, what they lack. */
export interface Notebook {
  figure(key: string, label: string, value: string): void;
  use(kind: string, ids: Iterable<string>): void;
  /** in the reader's language, for whoever makes the document */
  lack(text: string): void;
  read(): Pick<Composition, "figures" | "records" | "gaps">;
}

export function openNotebook(): Notebook {
  const figures = new Map<string, ReportFigure>();
  const records = new Map<string, { kind: string; id: string }>();
  const gaps = new Set<string>();
  return {
    figure(key, label, value) {
      figures.set(key, { key, label, value });
    },
    use(kind, ids) {
      for (const id of ids) records.set(`${kind} ${id}`, { kind, id });
    },
    lack: (text) => void gaps.add(text),
    read: () => ({ figures: [...figures.values()], records: [...records.values()], gaps: [...gaps] }),
  };
}
