import { useMemo, useState } from 'react';
import { checkBase64, decodeBase64 } from '../../../../domain/base64.ts';
import { fullCount } from '../../../ui/numbers.ts';
import { hexLines, utf8Text } from './hex-dump.ts';
import { MoreButton } from './more-button.tsx';
import classes from './value-reader.module.css';

const bytesAtFirst = 2_048;

/** Binary in hexadecimal with its text beside it, as UTF-8 where it is some, and as base64. */
export function BinaryReader({ base64 }: { base64: string }) {
  const [shown, setShown] = useState(bytesAtFirst);
  const bytes = useMemo(
    () => (checkBase64(base64) === undefined ? decodeBase64(base64) : undefined),
    [base64],
  );
  if (bytes === undefined) return <pre className={classes.text}>{base64}</pre>;
  const text = utf8Text(bytes.subarray(0, 100_000));
  return (
    <div>
      <div className={classes.facts}>
        {bytes.length === 1 ? '1 byte' : `${fullCount(bytes.length)} bytes`}
      </div>
      {bytes.length > 0 && (
        <table className={classes.dump} aria-label="Bytes">
          <tbody>
            {hexLines(bytes.subarray(0, shown)).map(({ offset, hex, text: ascii }) => (
              <tr key={offset}>
                <th scope="row">{offset}</th>
                <td className={classes.hex}>{hex}</td>
                <td>{ascii}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreButton left={bytes.length - shown} what="bytes" onMore={() => setShown(shown * 8)} />
      {text !== undefined && (
        <>
          <h3 className={classes.caption}>Text, as UTF-8</h3>
          <pre className={classes.text}>{text}</pre>
        </>
      )}
      {bytes.length > 0 && (
        <>
          <h3 className={classes.caption}>Base64</h3>
          <pre className={classes.text} data-laid-out>
            {base64.slice(0, shown * 2)}
          </pre>
          <MoreButton
            left={base64.length - shown * 2}
            what="characters"
            onMore={() => setShown(bytes.length)}
          />
        </>
      )}
    </div>
  );
}
