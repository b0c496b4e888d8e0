/** Rows of cells as the text that spreadsheets put on the clipboard and in CSV files. */
export type TextCells = readonly (readonly string[])[];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const tsvCell = (text: string): string => (/[\t\n\r]|^"/.test(text) ? quoted(text) : text);
const csvCell = (text: string): string => (/[",\n\r]/.test(text) ? quoted(text) : text);

/**
 * Cells separated by tabs, rows by line breaks; a cell with either in it, or that begins with a
 * quote, is quoted, as spreadsheets do.
 */
export function printTsv(cells: TextCells): string {
  const lines = cells.map((row) => row.map(tsvCell).join('\t'));
  // A last row of nothing is told from none by the break behind it.
  const end = lines.length > 1 && lines.at(-1) === '' ? '\n' : '';
  return lines.join('\n') + end;
}

/** CSV after RFC 4180: lines end with CR LF, cells with a comma, quote or break are quoted. */
export function printCsv(cells: TextCells): string {
  const lines = cells.map((row) =>
    // A line of nothing would be taken for none.
    row.length === 1 && row[0] === '' ? '""' : row.map(csvCell).join(','),
  );
  return lines.map((line) => `${line}\r\n`).join('');
}

/**
 * The cells of text with tabs (or another delimiter), whatever its line breaks. A quote counts
 * where a cell begins with it and its end is followed by a delimiter, a break or nothing; any other
 * is a character. A break at the very end begins no row.
 */
export function parseDelimited(text: string, delimiter = '\t'): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { cell, end } = readQuoted(text, at, delimiter) ?? readBare(text, at, delimiter);
    rows.at(-1)?.push(cell);
    const breakLength = text.startsWith('\r\n', end) ? 2 : 1;
    if (end >= text.length) return rows;
    at = end + breakLength;
    if (text.charAt(end) !== delimiter) {
      if (at >= text.length) return rows;
      rows.push([]);
    }
  }
}

type Read = { readonly cell: string; readonly end: number };

function readQuoted(text: string, start: number, delimiter: string): Read | undefined {
  if (text.charAt(start) !== '"') return undefined;
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return undefined;
    if (text.charAt(quote + 1) === '"') {
      at = quote + 2;
      continue;
    }
    const end = quote + 1;
    const next = text.charAt(end);
    if (next !== '' && next !== delimiter && next !== '\n' && next !== '\r') return undefined;
    return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end };
  }
}

function readBare(text: string, start: number, delimiter: string): Read {
  let end = start;
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === delimiter || character === '\n' || character === '\r') break;
    end += 1;
  }
  return { cell: text.slice(start, end), end };
}
