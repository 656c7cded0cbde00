import { strToU8 } from "fflate";
import type { Language } from "../../core/language.ts";
import type { ReportImages } from "../report.ts";
import type { BlockContext } from "./block-context.ts";
import { findStyles } from "./find-styles.ts";
import { addLists } from "./numbering.ts";
import { type Parts, readPart } from "./package.ts";
import { addRelations, findRelated, folderOf } from "./relations.ts";
import type { StyleKey } from "./style-keys.ts";
import { styleDefinitions } from "./styles.ts";
import { type StyleHome, writeStyle } from "./write-styles.ts";
import { findAll, findChildren, isElement, writeXml, type XmlElement } from "./xml.ts";

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface FileContext extends BlockContext {
  /** id of a style of ours that the file had before */
  presentStyle(key: StyleKey): string | undefined;
  /** Puts into the file what the blocks have asked for: styles, lists, pictures, links. */
  finish(): void;
}

/** Collects what blocks need of a Word file, under ids that the file does not use. */
export function openFileContext(
  parts: Parts,
  mainPath: string,
  document: XmlElement,
  { language, images }: { language: Language; images: ReportImages },
): FileContext {
  const stylesPath = findRelated(parts, mainPath, "styles");
  const styles = stylesPath ? readPart(parts, stylesPath) : null;
  const present = styles ? findStyles(styles) : new Map<StyleKey, string>();
  const missing = new Set<StyleKey>();
  const relations: string[] = [];
  const pictures = new Map<string, { relation: string; path: string; bytes: Uint8Array }>();
  const links = new Map<string, string>();
  const lists = addLists(parts, mainPath, language);
  let bookmark = findLargestBookmark(document);
  let drawing = findLargest(document, "wp:docPr", "id");

  const relate = (type: string, target: string, external = false) => {
    const id = `rIdRenkei${relations.length + 1}`;
    relations.push(
      writeXml({
        name: "Relationship",
        attributes: {
          Id: id,
          Type: `${relationTypes}/${type}`,
          Target: target,
          ...(external ? { TargetMode: "External" } : {}),
        },
        children: [],
      }).replace(/^<\?xml[^\n]*\n/, ""),
    );
    return id;
  };

  return {
    language,
    images,
    captions: new Map(),
    style(key) {
      const id = present.get(key);
      if (id !== undefined) return id;
      missing.add(key);
      return styleDefinitions[key].id;
    },
    presentStyle: (key) => present.get(key),
    addImage(bytes, extension) {
      const known = [...pictures.values()].find((picture) => picture.bytes === bytes);
      if (known) return known.relation;
      const name = `media/renkei-${pictures.size + 1}.${extension}`;
      const relation = relate("image", name);
      pictures.set(relation, { relation, path: `${folderOf(mainPath)}${name}`, bytes });
      return relation;
    },
    addLink(address) {
      const known = links.get(address) ?? relate("hyperlink", address, true);
      links.set(address, known);
      return known;
    },
    addList: (marks) => lists.add(marks),
    nextBookmark: () => ++bookmark,
    nextDrawing: () => ++drawing,
    finish() {
      lists.finish();
      addStyles(parts, stylesPath, missing, {
        language,
        idOf: (key) => present.get(key) ?? styleDefinitions[key].id,
      });
      for (const { path, bytes } of pictures.values()) parts.set(path, bytes);
      if (pictures.size > 0) addImageTypes(parts);
      addRelations(parts, mainPath, relations);
    },
  };
}

function findLargest(document: XmlElement, name: string, attribute: string): number {
  return findAll(document, name).reduce(
    (largest, { attributes }) => Math.max(largest, Number(attributes[attribute]) || 0),
    0,
  );
}

/** Word numbers bookmarks anew when it saves, but keeps their names. */
function findLargestBookmark(document: XmlElement): number {
  const names = findAll(document, "w:bookmarkStart").map(({ attributes }) =>
    /^_Toc7(\d{8})$/.exec(attributes["w:name"] ?? ""),
  );
  return Math.max(findLargest(document, "w:bookmarkStart", "w:id"), ...names.map((match) => Number(match?.[1] ?? 0)));
}

/** Adds our styles, and those that they are based on, on top of the ordinary styles of the file. */
function addStyles(
  parts: Parts,
  path: string | null,
  missing: ReadonlySet<StyleKey>,
  { language, idOf }: { language: Language; idOf(key: StyleKey): string },
): void {
  if (!path || missing.size === 0) return;
  const styles = readPart(parts, path);
  const all = findChildren(styles, "w:style");
  const taken = new Set(all.map(({ attributes }) => attributes["w:styleId"]));
  const isDefault = ({ attributes }: XmlElement) => ["1", "true", "on"].includes(attributes["w:default"] ?? "");
  const home: StyleHome = {
    language,
    look: { cover: false, indented: true },
    isOwn: false,
    idOf,
    defaultOf: (kind) =>
      all.find((style) => isDefault(style) && style.attributes["w:type"] === kind)?.attributes["w:styleId"] ?? null,
  };
  // A style that another is based on joins the set while it is gone through.
  const added = new Set(missing);
  for (const key of added) {
    const { id, basedOn } = styleDefinitions[key];
    if (taken.has(id)) continue;
    if (basedOn !== "default" && idOf(basedOn) === styleDefinitions[basedOn].id) added.add(basedOn);
    styles.children.push({ raw: writeStyle(key, home) });
  }
  parts.set(path, strToU8(writeXml(styles)));
}

function addImageTypes(parts: Parts): void {
  const types = readPart(parts, "[Content_Types].xml");
  const known = new Set(types.children.filter(isElement).map(({ attributes }) => attributes.Extension?.toLowerCase()));
  for (const extension of ["jpeg", "png"].filter((own) => !known.has(own)))
    types.children.unshift({
      name: "Default",
      attributes: { Extension: extension, ContentType: `image/${extension}` },
      children: [],
    });
  parts.set("[Content_Types].xml", strToU8(writeXml(types)));
}
