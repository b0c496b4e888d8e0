import { isReservedWord } from '../expressions/reserved-words.ts';
import {
  isMeant,
  isPartiqlSymbol,
  isPartiqlWord,
  nameOfToken,
  quotePartiqlName,
  tokenizePartiql,
} from './tokens.ts';
import type { PartiqlToken } from './tokens.ts';

/** What may be written at a place: names of what is there, and words of the language. */
export type CompletionKnown = {
  readonly tables: readonly string[];
  /** The names of the indexes of a table. */
  readonly indexesOf: (tableName: string) => readonly string[];
  readonly attributes: readonly string[];
  readonly words: readonly string[];
};

export type CompletionOption = {
  readonly kind: 'table' | 'index' | 'attribute' | 'word';
  readonly label: string;
  /** What takes the place of the text from `from` to the cursor. */
  readonly insert: string;
};

export type PartiqlCompletion = {
  readonly from: number;
  readonly options: readonly CompletionOption[];
};

const mostOptions = 50;

/**
 * What may complete the word that ends at a position. None within a text, a number or a comment, nor
 * before a first letter where anything might stand.
 */
export function completePartiql(
  text: string,
  position: number,
  known: CompletionKnown,
): PartiqlCompletion | undefined {
  const before = tokenizePartiql(text.slice(0, position));
  const last = before.at(-1);
  const typed = typedIn(last);
  if (typed === undefined) return undefined;
  const meant = (typed.from === position ? before : before.slice(0, -1)).filter(isMeant);
  const options = optionsAfter(meant, known);
  // Anything may stand here: a list before the first letter would only be in the way.
  if (typed.prefix === '' && options.some(({ kind }) => kind === 'word')) return undefined;
  const found = matching(options, typed.prefix);
  const done = found.length === 1 && found[0]?.insert === text.slice(typed.from, position);
  return found.length === 0 || done ? undefined : { from: typed.from, options: found };

  function typedIn(token: PartiqlToken | undefined) {
    if (token === undefined) return { prefix: '', from: position };
    if (token.kind === 'word') return { prefix: token.text, from: token.position };
    if (token.kind === 'bad' && token.text.startsWith('"'))
      return { prefix: token.text.slice(1), from: token.position };
    const open = token.kind === 'space' || token.kind === 'symbol';
    return open ? { prefix: '', from: position } : undefined;
  }
}

function optionsAfter(meant: readonly PartiqlToken[], known: CompletionKnown): CompletionOption[] {
  const [previous, one, two] = [meant.at(-1), meant.at(-2), meant.at(-3)];
  const named = (kind: CompletionOption['kind'], names: readonly string[]) =>
    names.map((name) => ({ kind, label: name, insert: quotePartiqlName(name) }));
  if (beginsTable(previous)) return named('table', known.tables);
  const table = isPartiqlSymbol(previous, '.') && beginsTable(two) ? nameOfToken(one) : undefined;
  if (table !== undefined) return named('index', known.indexesOf(table));
  const attributes = known.attributes.map((name): CompletionOption => {
    const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !isReservedWord(name);
    return { kind: 'attribute', label: name, insert: plain ? name : quotePartiqlName(name) };
  });
  const words = known.words.map((word): CompletionOption => ({
    kind: 'word',
    label: word,
    insert: word,
  }));
  return [...attributes, ...words];
}

function beginsTable(token: PartiqlToken | undefined): boolean {
  return ['FROM', 'INTO', 'UPDATE'].some((word) => isPartiqlWord(token, word));
}

/** Those that begin with what was typed, then those that hold it. */
function matching(options: readonly CompletionOption[], prefix: string): CompletionOption[] {
  const sought = prefix.toLowerCase();
  const begins = options.filter(({ label }) => label.toLowerCase().startsWith(sought));
  const holds = options.filter(
    ({ kind, label }) =>
      kind !== 'word' && sought !== '' && label.toLowerCase().indexOf(sought) > 0,
  );
  return [...begins, ...holds].slice(0, mostOptions);
}
