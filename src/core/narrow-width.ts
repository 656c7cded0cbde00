/** Full-width letters, digits, signs and the ideographic space as plain ones, each for each: places in the text stay right. */
export function narrowWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}
