import { useId } from 'react';
import type { DotColour } from './status-dot.tsx';
import classes from './colour-choice.module.css';

const colours: { value: DotColour; name: string }[] = [
  { value: 'gray', name: 'Grey' },
  { value: 'blue', name: 'Blue' },
  { value: 'teal', name: 'Teal' },
  { value: 'green', name: 'Green' },
  { value: 'yellow', name: 'Yellow' },
  { value: 'red', name: 'Red' },
];

type ColourChoiceProps = {
  readonly label: string;
  readonly value: DotColour;
  readonly onChange: (colour: DotColour) => void;
};

/** A row of colours, one of them chosen; each has a name. */
export function ColourChoice({ label, value, onChange }: ColourChoiceProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <div id={id} className={classes.label}>
        {label}
      </div>
      <div className={classes.row}>
        {colours.map((colour) => (
          <input
            key={colour.value}
            type="radio"
            className={classes.colour}
            data-colour={colour.value}
            name={id}
            aria-label={colour.name}
            title={colour.name}
            checked={colour.value === value}
            onChange={() => onChange(colour.value)}
          />
        ))}
      </div>
    </div>
  );
}
