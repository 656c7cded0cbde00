import { type Language, languageTags } from "../../core/language.ts";
import type { LocalizedText } from "../../core/localized.ts";
import { Words } from "./words.tsx";

export interface ShownPhotograph {
  key: string;
  /** smallest first; the last is what a browser without `srcset` gets */
  sources: { href: string; width: number }[];
  width: number;
  height: number;
  alt: LocalizedText;
  caption: LocalizedText;
  /** 「撮影・提供：北九州市」; null where nobody is named */
  credit: string | null;
  /** who sees it, where that is worth saying */
  note?: string | undefined;
}

/** Pictures with what is written under them, side by side where there is room. */
export function Photographs({ photographs, language }: { photographs: ShownPhotograph[]; language: Language }) {
  return (
    <div class={photographs.length === 1 ? "photographs single" : "photographs"}>
      {photographs.map(({ key, caption, credit, note, ...picture }) => (
        <figure key={key} class="photograph">
          <Picture {...picture} language={language} single={photographs.length === 1} />
          <figcaption>
            <Words value={caption} />
            {credit !== null && <span class="photograph-credit">{credit}</span>}
            {note !== undefined && <span class="photograph-credit">{note}</span>}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

function Picture({
  sources,
  width,
  height,
  alt,
  language,
  single,
}: Pick<ShownPhotograph, "sources" | "width" | "height" | "alt"> & { language: Language; single: boolean }) {
  return (
    <img
      src={sources.at(-1)?.href}
      srcset={sources.map((source) => `${source.href} ${source.width}w`).join(", ")}
      sizes={single ? "(min-width: 45rem) 42rem, 92vw" : "(min-width: 70rem) 22rem, (min-width: 40rem) 45vw, 92vw"}
      width={width}
      height={height}
      alt={alt.text}
      lang={alt.language === language ? undefined : languageTags[alt.language]}
      loading="lazy"
      decoding="async"
    />
  );
}
