import { useState } from 'react';
import type { AttributeValue } from '../../../../domain/attribute-value.ts';
import { fullCount } from '../../../ui/numbers.ts';
import { epochTime, timeHint } from '../epoch-time.ts';
import { BinaryReader } from './binary-reader.tsx';
import { looksLikeJson, prettyJson } from './pretty-json.ts';
import { MoreButton } from './more-button.tsx';
import { ValueTree } from './value-tree.tsx';
import classes from './value-reader.module.css';

/** A value to be read in full, whatever its type. */
export function ValueReader({ value }: { value: AttributeValue }) {
  if ('S' in value) return <StringReader text={value.S} />;
  if ('N' in value) return <NumberReader text={value.N} />;
  if ('B' in value) return <BinaryReader base64={value.B} />;
  if ('BOOL' in value) return <span className={classes.boolean}>{String(value.BOOL)}</span>;
  if ('NULL' in value) return <span className={classes.null}>null</span>;
  return <ValueTree value={value} />;
}

function NumberReader({ text }: { text: string }) {
  const time = epochTime(text);
  return (
    <div>
      <div className={classes.number}>{text}</div>
      {time !== undefined && (
        <div className={classes.quiet}>{`As ${time.unit} since 1970: ${timeHint(time)}`}</div>
      )}
    </div>
  );
}

// Laying out a line of 400 KB takes a browser half a second.
const shownAtFirst = 20_000;

function StringReader({ text }: { text: string }) {
  const [laidOut, setLaidOut] = useState(false);
  const [shown, setShown] = useState(shownAtFirst);
  if (text === '') return <span className={classes.null}>The empty string</span>;
  const pretty = laidOut ? prettyJson(text) : undefined;
  const whole = pretty ?? text;
  const lines = text.split(/\r\n|\r|\n/).length;
  return (
    <div>
      <div className={classes.facts}>
        <span>
          {`${fullCount(text.length)} ${text.length === 1 ? 'character' : 'characters'}`}
          {lines > 1 && `, ${fullCount(lines)} lines`}
        </span>
        {looksLikeJson(text) && (
          <button
            type="button"
            className={classes.link}
            aria-pressed={laidOut}
            onClick={() => setLaidOut(!laidOut)}
          >
            {laidOut ? 'Show as it is' : 'Lay out as JSON'}
          </button>
        )}
        {laidOut && pretty === undefined && <span>It is not JSON.</span>}
      </div>
      <pre className={classes.text} data-laid-out={pretty !== undefined || undefined}>
        {whole.slice(0, shown)}
      </pre>
      <MoreButton
        left={whole.length - shown}
        what="characters"
        onMore={() => setShown(whole.length)}
      />
    </div>
  );
}
