import { useState } from 'react';
import type { AttributeValue } from '../../../../domain/attribute-value.ts';
import { typeOf } from '../../../../domain/attribute-value.ts';
import { likelyTime, timeHint } from '../epoch-time.ts';
import { ValueCell } from '../value-cell.tsx';
import { MoreButton } from './more-button.tsx';
import classes from './value-tree.module.css';

const shownAtFirst = 100;
/** Up to so many inside, what is nested stands open at once. */
const openUpTo = 12;

type Child = { readonly name: string; readonly value: AttributeValue };

/** What is inside of a map, a list or a set; undefined of any other value. */
function childrenOf(value: AttributeValue): readonly Child[] | undefined {
  if ('M' in value) return Object.entries(value.M).map(([name, inner]) => ({ name, value: inner }));
  if ('L' in value) return value.L.map((inner, index) => ({ name: String(index), value: inner }));
  if ('SS' in value)
    return value.SS.map((text, index) => ({ name: `${index + 1}`, value: { S: text } }));
  if ('NS' in value)
    return value.NS.map((text, index) => ({ name: `${index + 1}`, value: { N: text } }));
  if ('BS' in value)
    return value.BS.map((text, index) => ({ name: `${index + 1}`, value: { B: text } }));
  return undefined;
}

/** A map, a list or a set as a tree whose branches fold. */
export function ValueTree({ value }: { value: AttributeValue }) {
  return <Children of={childrenOf(value) ?? []} depth={0} />;
}

function Children({ of, depth }: { of: readonly Child[]; depth: number }) {
  const [shown, setShown] = useState(shownAtFirst);
  if (of.length === 0) return <div className={classes.none}>Nothing inside</div>;
  return (
    <ul className={classes.children}>
      {of.slice(0, shown).map((child, index) => (
        // They have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <Node {...child} depth={depth} />
        </li>
      ))}
      {of.length > shown && (
        <li>
          <MoreButton left={of.length - shown} what="of it" onMore={() => setShown(shown * 10)} />
        </li>
      )}
    </ul>
  );
}

function Node({ name, value, depth }: Child & { depth: number }) {
  const inside = childrenOf(value);
  const [opened, setOpened] = useState(
    inside !== undefined && depth < 2 && inside.length <= openUpTo,
  );
  const type = typeOf(value);
  if (inside === undefined || inside.length === 0) {
    const time = likelyTime(value, name);
    return (
      <div className={classes.leaf}>
        <span className={classes.name}>{name}</span>
        <span className={classes.type}>{type}</span>
        {'S' in value && value.S !== '' ? <LongText text={value.S} /> : <ValueCell value={value} />}
        {time !== undefined && <span className={classes.time}>{timeHint(time)}</span>}
      </div>
    );
  }
  return (
    <details
      className={classes.branch}
      open={opened}
      onToggle={(event) => {
        // A fold inside of this one tells of itself here as well.
        if (event.target === event.currentTarget) setOpened(event.currentTarget.open);
      }}
    >
      <summary>
        <span className={classes.name}>{name}</span>
        <span className={classes.type}>{type}</span>
        <ValueCell value={value} />
      </summary>
      {opened && <Children of={inside} depth={depth + 1} />}
    </details>
  );
}

const textAtFirst = 600;

function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  return (
    <span className={classes.text}>
      {whole ? text : text.slice(0, textAtFirst)}
      {!whole && (
        <MoreButton
          left={text.length - textAtFirst}
          what="characters"
          onMore={() => setWhole(true)}
        />
      )}
    </span>
  );
}
