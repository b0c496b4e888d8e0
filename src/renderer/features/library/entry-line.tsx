import type { Entry } from './library-rows.ts';
import classes from './library.module.css';
import { kindInWords } from './run-words.ts';

type EntryLineProps = {
  readonly entry: Entry;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onRestore: () => void;
};

/** One entry: what it asked for above, how it went beneath. */
export function EntryLine({ entry, tabIndex, onFocus, onRestore }: EntryLineProps) {
  const { request, name, facts, failure, when, date, restorable } = entry;
  const { tableName, indexName, connectionName, words } = request;
  const place = [tableName, indexName].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className={classes.line}
      data-key={entry.key}
      data-failed={failure !== undefined || undefined}
      aria-disabled={!restorable || undefined}
      title={restorable ? words : `${words}\nToo long to be kept whole: it cannot be filled in.`}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={() => restorable && onRestore()}
    >
      <span className={classes.kind}>{kindInWords(entry.kind)}</span>
      <span className={classes.place}>{name ?? place}</span>
      <span className={classes.when} title={date}>
        {when}
      </span>
      <span className={classes.words}>
        {name === undefined ? words : [place, words].filter(Boolean).join(' · ')}
      </span>
      <span className={classes.facts}>
        {failure !== undefined && <span className={classes.failure}>{failure}</span>}
        <span>{facts === '' ? connectionName : facts}</span>
      </span>
    </button>
  );
}
