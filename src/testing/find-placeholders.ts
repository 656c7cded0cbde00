/** Names of the placeholders in a text, in order, each as often as it stands there. */
export function findPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g)].map(([, name]) => name ?? "");
}
