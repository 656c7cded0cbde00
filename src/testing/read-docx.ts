import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { XmlDocument, type XmlNode } from "libxml2-wasm";

const namespaces = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  p: "http://schemas.openxmlformats.org/package/2006/relationships",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
};

export interface OpenedDocx {
  paths: string[];
  /** contents of what an XPath finds, in a part that libxml2 reads */
  find(xpath: string, path?: string): string[];
  count(xpath: string, path?: string): number;
}

/** For tests: the file by another reader than the one that is tested. */
export function readBack(docx: Uint8Array): OpenedDocx {
  const files = unzipSync(docx);
  const find = (xpath: string, path = "word/document.xml"): XmlNode[] => {
    const file = files[path];
    if (!file) throw new Error(`no ${path}`);
    return XmlDocument.fromString(strFromU8(file)).find(xpath, namespaces);
  };
  return {
    paths: Object.keys(files),
    find: (xpath, path) => find(xpath, path).map(({ content }) => content),
    count: (xpath, path) => find(xpath, path).length,
  };
}

/** For tests: a file as somebody else's Word might have left it. */
export function changePart(docx: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) });
}
