import type { Archive } from "../../../../spreadsheets/open-archive.ts";
import { attributeOf, parseXml } from "../../../../spreadsheets/parse-xml.ts";

/** What a paragraph style says about the paragraphs that bear it. */
export interface ParagraphStyle {
  name: string;
  basedOn: string | null;
  /** from 0; null for body text */
  outline: number | null;
  numberId: string | null;
  level: number;
}

export async function readStyles(archive: Archive): Promise<Map<string, ParagraphStyle>> {
  const styles = new Map<string, ParagraphStyle>();
  if (!archive.has("word/styles.xml")) return styles;
  let style: ParagraphStyle | null = null;
  await parseXml(await archive.open("word/styles.xml"), {
    open(name, attributes) {
      const value = attributeOf(attributes, "val") ?? "";
      if (name === "style") {
        style = { name: "", basedOn: null, outline: null, numberId: null, level: 0 };
        styles.set(attributeOf(attributes, "styleId") ?? "", style);
      } else if (!style) return;
      else if (name === "name") style.name = value.toLowerCase();
      else if (name === "basedOn") style.basedOn = value;
      else if (name === "outlineLvl") style.outline = Number(value);
      else if (name === "numId") style.numberId = value;
      else if (name === "ilvl") style.level = Number(value) || 0;
    },
    close(name) {
      if (name === "style") style = null;
    },
  });
  return styles;
}

/** The style with what it takes over from those it is based on. */
export function resolveStyle(styles: ReadonlyMap<string, ParagraphStyle>, id: string | null): ParagraphStyle | null {
  const own = styles.get(id ?? "");
  if (!own) return null;
  const resolved = { ...own };
  let base = own.basedOn;
  for (let steps = 0; base !== null && steps < 12; steps += 1) {
    const above = styles.get(base);
    if (!above) break;
    resolved.outline ??= above.outline;
    if (resolved.numberId === null && above.numberId !== null) {
      resolved.numberId = above.numberId;
      resolved.level = above.level;
    }
    base = above.basedOn;
  }
  const heading = /^heading (\d)$/.exec(resolved.name);
  if (heading) resolved.outline ??= Number(heading[1]) - 1;
  return resolved;
}
