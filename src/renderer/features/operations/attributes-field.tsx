import { useState } from 'react';
import { printJson } from '../../../domain/code/layout.ts';
import { itemToPlainJson } from '../../../domain/plain-json.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import classes from './operations-panel.module.css';
import type { AttributesText } from './operation-draft.ts';
import { readAttributes } from './read-attributes.ts';
import type { TextFormat, TextProblem } from './read-attributes.ts';
import { textFormats } from './text-formats.ts';

type AttributesFieldProps = {
  readonly label: string;
  readonly value: AttributesText;
  readonly onChange: (value: AttributesText) => void;
  readonly problem: TextProblem | undefined;
  readonly minHeight: number;
};

/** An item or a key as text, in either form; the form is told by the text until it is chosen. */
export function AttributesField(props: AttributesFieldProps) {
  const { label, value, onChange, problem, minHeight } = props;
  const [refusal, setRefusal] = useState<string>();
  const read = readAttributes(value.text, value.format);
  const format = value.format ?? (read.ok ? read.format : 'json');

  const changeFormat = (wanted: TextFormat) => {
    setRefusal(undefined);
    // Text that cannot be read yet stays as it is: only how it will be read changes.
    if (!read.ok) return onChange({ ...value, format: wanted });
    if (wanted === 'dynamodb-json') {
      return onChange({ text: printJson(read.value, 48), format: wanted });
    }
    const { text, lossless } = itemToPlainJson(read.value);
    if (lossless) return onChange({ text, format: wanted });
    return setRefusal('It holds sets or binary, which plain JSON has not: it stays as it is.');
  };

  return (
    <div className={classes.field}>
      <div className={classes.label}>
        <span>{label}</span>
        <Segmented
          label={`Form of the ${label.toLowerCase()}`}
          options={textFormats}
          value={format}
          onChange={changeFormat}
        />
      </div>
      <CodeEditor
        label={label}
        language="json"
        value={value.text}
        onChange={(text) => {
          setRefusal(undefined);
          onChange({ ...value, text });
        }}
        minHeight={minHeight}
        maxHeight={220}
        problem={problem}
      />
      {refusal !== undefined && <p className={classes.hint}>{refusal}</p>}
      {value.format === undefined && format === 'dynamodb-json' && (
        <p className={classes.hint}>Every value says its type, so this is read as DynamoDB JSON.</p>
      )}
    </div>
  );
}
