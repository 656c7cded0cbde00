import { createRequire } from "node:module";
import { listFontFiles } from "../fonts.ts";

/** What Renkei uses of the compiler's native module, which comes without types (0.7.0, Typst 0.14.2). */
interface NodeCompiler {
  compile(options: { mainFilePath: string; inputs: Record<string, string> }): CompileResult;
  pdf(document: TypstDocument, options: { pdfStandard: "ua-1"; creationTimestamp: number }): Buffer;
  query(document: TypstDocument, options: { selector: string; field?: string }): unknown;
  mapShadow(path: string, content: Buffer): void;
  unmapShadow(path: string): void;
  evictCache(age: number): void;
}

interface CompileResult {
  result: TypstDocument | null;
  takeDiagnostics(): { shortDiagnostics: { message: string }[] } | null;
}

interface TypstDocument {
  numOfPages: number;
}

interface NativeModule {
  NodeCompiler: {
    create(options: {
      workspace: string;
      fontArgs: ({ fontPaths: string[] } | { fontBlobs: Buffer[] })[];
    }): NodeCompiler;
  };
}

/** Typst sees this folder only. */
const folder = import.meta.dirname;
let compiler: NodeCompiler | null = null;

export interface Setting {
  /** name of the template in this folder */
  template: "table.typ" | "report.typ";
  /** all that the template shows; never Typst markup */
  data: unknown;
  /** images by the names under which `data` calls them */
  images: ReadonlyMap<string, Uint8Array>;
}

/** Sets a document and gives it to `use`. Throws where Typst reports an error. */
export function setDocument<T>(setting: Setting, use: (document: SetDocument) => T): T {
  compiler ??= createCompiler();
  const current = compiler;
  const files = [...setting.images].map(([name, content]) => ({ path: `${folder}/images/${name}`, content }));
  for (const { path, content } of files) current.mapShadow(path, Buffer.from(content));
  try {
    const compiled = current.compile({
      mainFilePath: `${folder}/${setting.template}`,
      inputs: { data: JSON.stringify(setting.data) },
    });
    if (!compiled.result) throw new Error(describe(compiled));
    const document = compiled.result;
    return use({
      pages: document.numOfPages,
      writePdf: (date) => Uint8Array.from(current.pdf(document, toPdfOptions(date))),
      query: (label) => current.query(document, { selector: `<${label}>`, field: "value" }),
    });
  } finally {
    for (const { path } of files) current.unmapShadow(path);
    // What the last two documents did not use is let go: memory stays level, fonts stay parsed.
    current.evictCache(2);
  }
}

export interface SetDocument {
  pages: number;
  /** `date`: YYYY-MM-DD, whose midnight UTC is the document's time of creation */
  writePdf(date: string): Uint8Array<ArrayBuffer>;
  /** values of the template's metadata of this label */
  query(label: string): unknown;
}

function createCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url);
  const native: NativeModule = require("@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu");
  return native.NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: listFontFiles() }] });
}

/** PDF/UA-1 (ISO 14289-1): tagged, with title and language; Typst refuses what would break it. */
function toPdfOptions(date: string): { pdfStandard: "ua-1"; creationTimestamp: number } {
  return { pdfStandard: "ua-1", creationTimestamp: Date.parse(`${date}T00:00:00Z`) / 1000 };
}

function describe(compiled: CompileResult): string {
  const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
  return `Typst: ${diagnostics.map(({ message }) => message).join("; ")}`;
}
