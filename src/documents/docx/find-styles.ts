import { type StyleKey, styleKeys } from "./style-keys.ts";
import { styleDefinitions } from "./styles.ts";
import { findChildren, readValue, type XmlElement } from "./xml.ts";

/**
 * Ids of our styles in a file. Word names its own styles in English in every file (`heading 1`) but gives them ids that differ with
 * the language it was set up in; the styles that Renkei adds are known by their ids or by their name in any language.
 */
export function findStyles(styles: XmlElement): Map<StyleKey, string> {
  const present = findChildren(styles, "w:style").map((style) => ({
    id: style.attributes["w:styleId"] ?? "",
    kind: style.attributes["w:type"] ?? "paragraph",
    name: (readValue(style, "w:name") ?? "").toLowerCase(),
  }));
  const found = new Map<StyleKey, string>();
  for (const key of styleKeys) {
    const { id, kind, name } = styleDefinitions[key];
    const names = (typeof name === "string" ? [name] : Object.values(name)).map((own) => own.toLowerCase());
    const own = present.filter((style) => style.kind === kind);
    const style =
      own.find((one) => names.includes(one.name)) ?? own.find((one) => typeof name !== "string" && one.id === id);
    if (style) found.set(key, style.id);
  }
  return found;
}
