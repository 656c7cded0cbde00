import type { PhotographText } from "./photograph.ts";

/** A file that hangs on a record. */
export interface Attachment {
  id: string;
  name: string;
  note: string | null;
  mediaType: string;
  size: number;
  sha256: string;
  /** organisation in whose name it was added */
  owner: string;
  addedAt: Date;
  /** pixels, where it is an image that was drawn anew; such a one may be a photograph */
  image: { width: number; height: number } | null;
  photograph: PhotographText | null;
  mayRemove: boolean;
}

/** What may be attached, with the endings that its name may have. */
export const mediaTypes: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "text/csv": ["csv"],
  "text/plain": ["txt"],
  "application/zip": ["zip"],
};

export const acceptedEndings = Object.values(mediaTypes).flat();

/** What a browser or an office program would run: pages, scripts, programs, documents with macros. */
export const activeEndings = [
  ..."html htm xhtml xht shtml mht mhtml svg svgz xml xsl js mjs hta htc swf jar lnk url".split(" "),
  ..."exe msi com bat cmd scr pif ps1 vbs vbe wsf sh apk dll cpl reg iso img".split(" "),
  ..."docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm".split(" "),
];

export const longestName = 180;
export const longestNote = 200;

/** The name alone, as the sender's system showed it: no folders, nothing invisible, nothing that turns text around. */
export function cleanName(name: string): string {
  const own = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const visible = own.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, "");
  return visible.replace(/\s+/g, " ").replace(/^[ .]+|[ .]+$/g, "");
}

export function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}
