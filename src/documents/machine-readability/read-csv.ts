export interface CsvField {
  text: string;
  quoted: boolean;
}

export interface CsvRecord {
  /** line on which it begins, from 1 */
  line: number;
  fields: CsvField[];
  /** a quote inside a field without quotes, text behind a closing quote, a quote that never closes */
  faults: ("stray-quote" | "after-quote" | "unclosed-quote")[];
}

/** Reads CSV by RFC 4180 and tells where the text does not keep to it, in place of guessing what was meant. */
export function readCsvRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let position = 0;
  let line = 1;
  while (position < text.length) {
    const record: CsvRecord = { line, fields: [], faults: [] };
    let isOpen = true;
    while (isOpen) {
      const field = text[position] === '"' ? readQuoted(text, position, record) : readBare(text, position, record);
      record.fields.push(field);
      line += field.text.match(/\r\n|\r|\n/g)?.length ?? 0;
      position = field.end;
      isOpen = text[position] === ",";
      if (isOpen) position += 1;
    }
    if (text.startsWith("\r\n", position)) position += 2;
    else position += 1;
    line += 1;
    records.push(record);
  }
  return records;
}

function readBare(text: string, start: number, record: CsvRecord): CsvField & { end: number } {
  const rest = /[,\r\n]/g;
  rest.lastIndex = start;
  const end = rest.exec(text)?.index ?? text.length;
  const value = text.slice(start, end);
  if (value.includes('"')) record.faults.push("stray-quote");
  return { text: value, quoted: false, end };
}

function readQuoted(text: string, start: number, record: CsvRecord): CsvField & { end: number } {
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote === -1) {
      record.faults.push("unclosed-quote");
      return { text: text.slice(start + 1), quoted: true, end: text.length };
    }
    if (text[quote + 1] === '"') {
      end = quote + 2;
      continue;
    }
    const value = text.slice(start + 1, quote).replaceAll('""', '"');
    const behind = readBare(text, quote + 1, { ...record, faults: [] });
    if (behind.text !== "") record.faults.push("after-quote");
    return { text: value + behind.text, quoted: true, end: behind.end };
  }
}
