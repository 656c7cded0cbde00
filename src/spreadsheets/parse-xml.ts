import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { limits, SpreadsheetRefusal } from "./refusal.ts";

export interface XmlHandlers {
  /** names without their prefix: some programs write `x:row` */
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
  /** bytes of this part that have been read so far */
  onBytes?: (count: number) => void;
}

/** Feeds one part of an archive to the handlers as it unpacks. A DTD, which a spreadsheet never has, is refused unread (CWE-776). */
export async function parseXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  parser.on("doctype", () => {
    throw new SpreadsheetRefusal("entities");
  });
  parser.on("error", () => {
    throw new SpreadsheetRefusal("damaged");
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new SpreadsheetRefusal("damaged");
    handlers.open?.(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handlers.close?.(localName(name));
  });
  if (handlers.text) {
    parser.on("text", handlers.text);
    parser.on("cdata", handlers.text);
  }
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      decoder ??= new TextDecoder(isUtf16(chunk) ? "utf-16le" : "utf-8", { fatal: true });
      const text = decoder.decode(chunk, { stream: true });
      // A document type stands at the very start; its text must not even be gathered.
      if (bytes < 4_096 && /<!DOCTYPE/i.test(text)) throw new SpreadsheetRefusal("entities");
      parser.write(text);
      bytes += chunk.length;
      handlers.onBytes?.(bytes);
    }
    parser.write(decoder?.decode() ?? "").close();
  } catch (error) {
    stream.destroy();
    throw error instanceof SpreadsheetRefusal ? error : new SpreadsheetRefusal("damaged");
  }
}

/** The attribute of that name, whatever its prefix. */
export function attributeOf(attributes: Record<string, string>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

function isUtf16(chunk: Uint8Array): boolean {
  return chunk[0] === 0xff && chunk[1] === 0xfe;
}
