import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SearchSubject } from "../../src/features/search/contribution.ts";
import { splitPassages } from "../../src/features/search/passages.ts";
import { createRandom, type Random } from "./random.ts";

export interface Law {
  title: string;
  /** YYYY-MM-DD, of the file's name */
  date: string | null;
  text: string;
}

/** The laws of a folder of Markdown files; null where there is no such folder. */
export async function readLaws(folder: string): Promise<Law[] | null> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const files = names.filter((name) => name.endsWith(".md")).sort();
  return Promise.all(
    files.map(async (name) => {
      const text = (await readFile(join(folder, name), "utf8")).replace(/^#.*$|<!--.*?-->/gm, "");
      const date = /\((\d{4}-\d{2}-\d{2})\)/.exec(name)?.[1] ?? null;
      return { title: name.replace(/\(.*$|\.md$/g, ""), date, text };
    }),
  );
}

/**
 * As many subjects as have so many passages: each is one of the laws of which every third sentence is another law's and every
 * thirtieth character another one, so that no two are alike and characters keep their frequencies.
 */
export function* growLaws(laws: readonly Law[], passages: number, seed = 20_150_401): Generator<SearchSubject> {
  const random = createRandom(seed);
  const sentences = laws.flatMap(({ text }) => text.split(/(?<=。)/).filter((sentence) => sentence.length < 200));
  const characters = [...laws.map(({ text }) => text).join("")].filter((one) => /\p{Script=Han}/u.test(one));
  let made = 0;
  for (let number = 1; made < passages; number += 1) {
    const law = laws[(number - 1) % laws.length];
    if (!law) return;
    const isFirst = number <= laws.length;
    const text = isFirst ? law.text : vary(law.text, random, sentences, characters);
    made += splitPassages(text).length + 1;
    yield {
      kind: "policy",
      id: `law-${number}`,
      visibility: { public: true, organisations: [] },
      language: "zh",
      title: { zh: isFirst ? law.title : `${law.title} ${number}` },
      date: law.date,
      fields: { topics: [`topic-${number % 12}`], regions: [`region-${number % 30}`], policyKind: "law" },
      href: `policies/law-${number}`,
      passages: [{ place: null, language: "zh", text }],
    };
  }
}

function vary(text: string, random: Random, sentences: readonly string[], characters: readonly string[]): string {
  const mixed = text
    .split(/(?<=。)/)
    .map((sentence) => (random.chance(0.33) ? random.pick(sentences) : sentence))
    .join("");
  return mixed.replace(/\p{Script=Han}/gu, (one) => (random.chance(0.033) ? random.pick(characters) : one));
}
