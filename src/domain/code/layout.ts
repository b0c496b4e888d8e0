/** Code as a tree, laid out on one line where it fits and over several where it does not. */
export type Layout =
  | string
  | {
      readonly open: string;
      readonly close: string;
      /** A blank inside of the brackets when on one line, as `{ a: 1 }` has it. */
      readonly padded?: boolean;
      /** Always over several lines. */
      readonly broken?: boolean;
      readonly entries: readonly { readonly prefix?: string; readonly value: Layout }[];
    };

const usualWidth = 88;

function onOneLine(layout: Layout): string | undefined {
  if (typeof layout === 'string') return layout;
  if (layout.broken === true) return undefined;
  const parts: string[] = [];
  for (const { prefix = '', value } of layout.entries) {
    const text = onOneLine(value);
    if (text === undefined) return undefined;
    parts.push(prefix + text);
  }
  const pad = layout.padded === true && parts.length > 0 ? ' ' : '';
  return `${layout.open}${pad}${parts.join(', ')}${pad}${layout.close}`;
}

export type LayoutStyle = {
  /** One step of indentation. */
  readonly step: string;
  /** A comma after the last of several lines: not in JSON. */
  readonly trailingComma: boolean;
  /** The longest line wanted, in characters; 88 where it is not said. */
  readonly width?: number;
};

/** Prints a layout that begins at a column; its further lines are indented by so many steps. */
export function print(layout: Layout, style: LayoutStyle, depth = 0, column = 0): string {
  if (typeof layout === 'string') return layout;
  const line = onOneLine(layout);
  // One more for the comma that may follow.
  if (line !== undefined && column + line.length + 1 <= (style.width ?? usualWidth)) return line;
  const indent = style.step.repeat(depth + 1);
  const lines = layout.entries.map(({ prefix = '', value }) => {
    const start = indent + prefix;
    return start + print(value, style, depth + 1, start.length);
  });
  const last = style.trailingComma ? ',' : '';
  return `${layout.open}\n${lines.join(',\n')}${last}\n${style.step.repeat(depth)}${layout.close}`;
}

/** JSON's own values as a layout, with a blank after each colon. */
export function jsonLayout(value: unknown): Layout {
  if (Array.isArray(value)) {
    return { open: '[', close: ']', entries: value.map((one) => ({ value: jsonLayout(one) })) };
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, one]) => ({
    prefix: `${JSON.stringify(name)}: `,
    value: jsonLayout(one),
  }));
  return { open: '{', close: '}', entries };
}

/** A JSON value as text, objects on one line where they fit: `{"book_id": {"N": "1000"}}`. */
export function printJson(value: unknown, width = usualWidth): string {
  return print(jsonLayout(value), { step: '  ', trailingComma: false, width });
}

/** Values between brackets. */
export function group(open: string, close: string, values: readonly Layout[]): Layout {
  return { open, close, entries: values.map((value) => ({ value })) };
}

/** Lines one step further in; blank ones stay blank. */
export function indented(lines: readonly string[], step: string): string[] {
  return lines.flatMap((text) => text.split('\n')).map((line) => (line === '' ? '' : step + line));
}
