/** A text that spreadsheet programs would run when they open a CSV file (CWE-1236), however many apostrophes stand before it. */
const risky = /^'*[=+\-@\t\r\0]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/** Puts an apostrophe before a text that would run; `readNeutralised` takes it away again. Negative numbers are harmless. */
export function neutraliseFormula(text: string): string {
  return risky.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

export function isNeutralised(text: string | undefined): boolean {
  return text?.startsWith("'") === true && risky.test(text);
}

export function readNeutralised(text: string): string {
  return isNeutralised(text) ? text.slice(1) : text;
}
