import type { Language } from "../../core/language.ts";
import type { ReportImages } from "../report.ts";
import type { StyleKey } from "./style-keys.ts";

/** What a block needs of the file that it is written into. */
export interface BlockContext {
  language: Language;
  images: ReportImages;
  /** id that a style of ours has in this file */
  style(key: StyleKey): string;
  /** id of the relation to a picture; the same picture is kept once */
  addImage(bytes: Uint8Array, extension: "png" | "jpeg"): string;
  addLink(address: string): string;
  /** id of a list that begins at 1, or of bullets */
  addList(marks: "bullet" | "number"): number;
  /** ids that nothing else in the file has */
  nextBookmark(): number;
  nextDrawing(): number;
  /** fields of captions by their label, so that Word counts on from the numbers we print */
  captions: Map<string, number>;
}
