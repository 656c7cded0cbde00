import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";

/** On a telephone the decision stands below a long text: the head of the page leads to it and to all that follows. */
export function ItemJumps({ language }: { language: Language }) {
  const jumps = [
    { id: "decision", text: message(language, "desk.item.decision") },
    { id: "fields", text: message(language, "desk.item.fields") },
    { id: "topics", text: message(language, "desk.tags.topics") },
    { id: "regions", text: message(language, "desk.tags.regions") },
    { id: "targets", text: message(language, "policy.targets") },
    { id: "links", text: message(language, "desk.links.title") },
    { id: "origin", text: message(language, "desk.item.whence") },
  ];
  return (
    <nav class="item-jumps" aria-label={message(language, "desk.item.jumps")}>
      <ul class="page-links">
        {jumps.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
