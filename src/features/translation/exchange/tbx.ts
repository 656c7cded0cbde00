import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { type TermDomain, termDomains } from "../sheets.ts";
import { guessNoteLanguage, type Term } from "../terms.ts";
import { FileRefusal } from "./file-problem.ts";
import { readLanguageTag, writeLanguageTag } from "./language-tags.ts";
import { childElements, findChild, readXmlUnits, textWithin, type XmlElement } from "./read-xml.ts";
import { escapeXml, xmlDeclaration } from "./write-xml.ts";

/** TBX-Basic, “administrativeStatus”. */
const statuses = {
  preferred: "preferredTerm-admn-sts",
  admitted: "admittedTerm-admn-sts",
  deprecated: "deprecatedTerm-admn-sts",
};

/** Terms as TBX version 3 (ISO 30042:2019), dialect TBX-Basic in the style DCA. */
export function writeTbx(terms: readonly Term[], { title }: { title: string }): string {
  const entries = terms.map(({ id, domain, words, variants, forbidden, note }) => {
    const sections = languages.map((language) => {
      const all = [
        [words[language], statuses.preferred] as const,
        ...variants[language].map((word) => [word, statuses.admitted] as const),
        ...forbidden[language].map((word) => [word, statuses.deprecated] as const),
      ];
      const written = all.map(
        ([word, status]) =>
          `<termSec><term>${escapeXml(word)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`,
      );
      return `<langSec xml:lang="${writeLanguageTag(language)}">${written.join("")}</langSec>`;
    });
    const comment = languages.map((language) => {
      const text = note[language];
      return text ? `<note xml:lang="${writeLanguageTag(language)}">${escapeXml(text)}</note>` : "";
    });
    // An id of XML begins with no digit.
    return `<conceptEntry id="c-${escapeXml(id)}"><descrip type="subjectField">${domain}</descrip>${comment.join("")}${sections.join("")}</conceptEntry>`;
  });
  return `${xmlDeclaration}<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>${escapeXml(title)}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${entries.join("\n")}
</body></text>
</tbx>
`;
}

/** A term as a file has it: what is missing is judged by whoever takes it over. */
export interface ReadTerm {
  line: number;
  term: Omit<Term, "domain"> & { domain: TermDomain | null };
  /** its note does not say its language, so that it says nothing of notes in other languages */
  oneNote: boolean;
}

/** TBX 3 in both styles, and TBX 2 (MARTIF) as older programs write it. Throws FileRefusal. */
export function readTbx(bytes: Uint8Array): ReadTerm[] {
  const read: ReadTerm[] = [];
  let isTbx = false;
  readXmlUnits(bytes, {
    otherwise: "translationFile.notTbx",
    units: ["conceptEntry", "termEntry"],
    onOpen(name, _, line) {
      if (name === "tbx" || name === "martif") isTbx = true;
      else if (!isTbx) throw new FileRefusal("translationFile.notTbx", line);
    },
    onUnit(entry) {
      if (!isTbx) throw new FileRefusal("translationFile.notTbx", entry.line);
      read.push({ line: entry.line, ...readEntry(entry) });
    },
  });
  if (!isTbx) throw new FileRefusal("translationFile.notTbx");
  return read;
}

function readEntry(entry: XmlElement): Omit<ReadTerm, "line"> {
  const words = { ja: "", zh: "", en: "" };
  const [variants, forbidden] = [emptyLists(), emptyLists()];
  for (const section of childElements(entry).filter(({ name }) => name === "langSec" || name === "langSet")) {
    const language = readLanguageTag(section.attributes.lang);
    if (language === null) continue;
    for (const { word, status } of readWords(section)) {
      if (/^(deprecated|superseded)/.test(status)) forbidden[language].push(word);
      else if (words[language] === "") words[language] = word;
      else if (status.startsWith("preferred")) {
        variants[language].push(words[language]);
        words[language] = word;
      } else variants[language].push(word);
    }
  }
  const field = findNote(entry, "subjectField");
  const { note, oneNote } = readNotes(entry);
  return {
    term: {
      ...{ id: readId(entry, words.en), words, variants, forbidden, note },
      domain: termDomains.find((domain) => domain === field) ?? null,
    },
    oneNote,
  };
}

/** A note in a language that is none of ours is left out. Several of one language become one, each a line of it. */
function readNotes(entry: XmlElement): { note: Localized; oneNote: boolean } {
  const note: Localized = {};
  const notes = childElements(entry, "note");
  for (const element of notes) {
    const text = textWithin(element);
    const { lang } = element.attributes;
    const language = lang === undefined ? guessNoteLanguage(text) : readLanguageTag(lang);
    if (language !== null) note[language] = note[language] === undefined ? text : `${note[language]}\n${text}`;
  }
  return { note, oneNote: notes.some(({ attributes }) => attributes.lang === undefined) };
}

function emptyLists(): Record<Language, string[]> {
  return { ja: [], zh: [], en: [] };
}

function readWords(section: XmlElement): { word: string; status: string }[] {
  const holders = childElements(section).filter(({ name }) => ["termSec", "tig", "ntig"].includes(name));
  return holders.flatMap((holder) => {
    const inner = findChild(holder, "termGrp") ?? holder;
    const word = textOf(findChild(inner, "term"));
    return word === "" ? [] : [{ word, status: findNote(inner, "administrativeStatus") }];
  });
}

/** By its type (`<termNote type="…">`) or by its name, as the style DCT has it. */
function findNote(element: XmlElement, type: string): string {
  const found = childElements(element).find(({ name, attributes }) => attributes.type === type || name === type);
  return textOf(found);
}

/** A word is one line, however the file wraps it. */
function textOf(element: XmlElement | undefined): string {
  return element
    ? textWithin(element)
        .replace(/[ \t\r\n]+/g, " ")
        .trim()
    : "";
}

/** Ours as it was; of others what an id may hold, or the English words. */
function readId({ attributes }: XmlElement, english: string): string {
  const own = /^c-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(attributes.id ?? "")?.[1];
  return own ?? slug(attributes.id ?? "", english);
}

function slug(id: string, english: string): string {
  const words = english === "" ? id : english;
  return words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);
}
