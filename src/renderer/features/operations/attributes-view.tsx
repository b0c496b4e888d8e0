import { useState } from 'react';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { printJson } from '../../../domain/code/layout.ts';
import { itemToPlainJson } from '../../../domain/plain-json.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import classes from './response-panel.module.css';
import type { TextFormat } from './read-attributes.ts';
import { textFormats } from './text-formats.ts';

/** Attributes that came back, to read in either form. */
export function AttributesView({ attributes }: { readonly attributes: AttributeMap }) {
  const [format, setFormat] = useState<TextFormat>('json');
  const plain = itemToPlainJson(attributes);
  const text = format === 'json' ? plain.text : printJson(attributes, 56);
  return (
    <div className={classes.attributes}>
      <div className={classes.attributesHead}>
        <Segmented
          label="Show the attributes as"
          options={textFormats}
          value={format}
          onChange={setFormat}
        />
        <CopyButton value={text} label="Copy the attributes" />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre className={classes.text} tabIndex={0}>
        {text}
      </pre>
      {format === 'json' && !plain.lossless && (
        <p className={classes.quiet}>Sets are shown as lists, and binary as base64 text.</p>
      )}
    </div>
  );
}
