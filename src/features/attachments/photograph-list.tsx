import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { Photographs, type ShownPhotograph } from "../../web/components/photographs.tsx";
import { links } from "../../web/links.ts";
import { offeredSizes, type Photograph } from "./photograph.ts";
import type { AttachmentShelf } from "./service.ts";

/** The published photographs of a public record. */
export function PublicPhotographs({ photographs, language }: { photographs: Photograph[]; language: Language }) {
  const shown = photographs.map((photograph) => showPhotograph(photograph, language, links.photograph));
  return <Photographs photographs={shown} language={language} />;
}

/** All photographs of a record, for those who may see it; says which of them everyone sees. */
export function MemberPhotographs({ shelf, language }: { shelf: AttachmentShelf; language: Language }) {
  const shown = shelf.attachments.flatMap(({ id, image, photograph }) =>
    image && photograph
      ? [
          {
            ...showPhotograph({ id, ...image, ...photograph }, language, links.memberPhotograph),
            note: message(language, `photograph.seenBy.${photograph.published ? "everyone" : "members"}`),
          },
        ]
      : [],
  );
  return shown.length === 0 ? null : <Photographs photographs={shown} language={language} />;
}

function showPhotograph(
  photograph: Omit<Photograph, "sha256" | "mediaType">,
  language: Language,
  link: (language: Language, id: string, width: number) => string,
): ShownPhotograph {
  const { id, width, height, alt, caption, credit } = photograph;
  return {
    key: id,
    sources: offeredSizes(photograph).map((size) => ({ href: link(language, id, size.asked), width: size.width })),
    width,
    height,
    alt: localize(alt, language),
    caption: localize(caption, language),
    credit: credit === null ? null : message(language, "photograph.creditLine", { credit }),
  };
}
