import type { MessageKey } from "../../messages/message.ts";

/**
 * Descriptions stand in schemas as keys of messages; the document is written in the reader's language when it is asked
 * for (`translateDocument`). The name is checked by the type.
 */
export function describe(description: MessageKey): { description: MessageKey } {
  return { description };
}
