import type { LabelledValue, PageInput, PageProblem, UnderstoodPage } from "./model.ts";

/** What the reading threads are asked for. */
export type ReadingRequest =
  | { is: "page"; input: PageInput }
  | { is: "labels"; input: PageInput }
  | { is: "file"; name: string; content: Uint8Array }
  | { is: "attachment"; name: string; mediaType: string; content: Uint8Array };

export type ReadingResult =
  | { is: "understood"; page: UnderstoodPage }
  | { is: "labels"; labels: LabelledValue[] }
  | { is: "text"; text: string; problem: PageProblem | null };

export type ReadingAnswer = ReadingResult | { is: "refused"; problem: PageProblem };
