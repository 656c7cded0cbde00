import { narrowWidth } from "../../../core/narrow-width.ts";

/** Full-width letters and digits, and digits set low or high, as plain ones: PM₂.₅ and ＰＭ２．５ are PM2.5. The length stays. */
export function foldWidth(text: string): string {
  return narrowWidth(text)
    .replace(/[₀-₉]/g, (low) => String(low.charCodeAt(0) - 0x2080))
    .replace(/[³²¹]/g, (high) => ({ "³": "3", "²": "2", "¹": "1" })[high] ?? high)
    .replaceAll("μ", "µ");
}
