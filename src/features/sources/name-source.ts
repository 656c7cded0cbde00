import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";

/** What `renkei policies load` puts before the name of the folder that it read (policies/load-folder.ts). */
export const folderPrefix = "folder-";

/** The name of a source that is watched; of a folder that was loaded, its own name among words; the id where it is neither. */
export function nameSource(language: Language, id: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(id);
  if (name !== undefined || !id.startsWith(folderPrefix)) return name ?? id;
  return message(language, "sources.folder", { name: id.slice(folderPrefix.length) });
}
