import { strToU8 } from "fflate";
import { type Parts, readPart, relationsPath } from "./package.ts";
import { isElement, writeXml, type XmlElement } from "./xml.ts";

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Path of a part that the main document names, such as its styles. */
export function findRelated(parts: Parts, mainPath: string, kind: string): string | null {
  if (!parts.has(relationsPath(mainPath))) return null;
  const relation = readPart(parts, relationsPath(mainPath))
    .children.filter(isElement)
    .find(({ attributes }) => attributes.Type?.endsWith(`/${kind}`));
  const target = relation?.attributes.Target;
  if (!target) return null;
  const path = target.startsWith("/") ? target.slice(1) : `${folderOf(mainPath)}${target}`;
  return parts.has(path) ? path : null;
}

export function addRelations(parts: Parts, path: string, relations: readonly string[]): void {
  if (relations.length === 0) return;
  const own = relationsPath(path);
  const root: XmlElement = parts.has(own)
    ? readPart(parts, own)
    : {
        name: "Relationships",
        attributes: { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
        children: [],
      };
  root.children.push({ raw: relations.join("") });
  parts.set(own, strToU8(writeXml(root)));
}

/** Headers, footers, notes: the parts beside the body whose texts are filled too. */
export function findRunningParts(parts: Parts, mainPath: string): string[] {
  if (!parts.has(relationsPath(mainPath))) return [];
  return readPart(parts, relationsPath(mainPath))
    .children.filter(isElement)
    .filter(({ attributes }) => /\/(header|footer|footnotes|endnotes)$/.test(attributes.Type ?? ""))
    .map(({ attributes: { Target = "" } }) =>
      Target.startsWith("/") ? Target.slice(1) : `${folderOf(mainPath)}${Target}`,
    )
    .filter((path) => parts.has(path));
}
