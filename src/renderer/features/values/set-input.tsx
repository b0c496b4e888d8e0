import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { BinaryInput, NumberInput, StringInput } from './scalar-input.tsx';
import classes from './value-input.module.css';

const elementInputs = { SS: StringInput, NS: NumberInput, BS: BinaryInput };

type SetInputProps = {
  type: 'SS' | 'NS' | 'BS';
  elements: readonly string[];
  onChange: (elements: string[]) => void;
  label: string;
  problem: string | undefined;
  disabled?: boolean | undefined;
};

/** The elements of a set, one input each. */
export function SetInput({ type, elements, onChange, label, problem, disabled }: SetInputProps) {
  const ElementInput = elementInputs[type];
  return (
    <fieldset className={classes.nested} aria-label={label}>
      {elements.map((element, index) => (
        // Elements have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div className={classes.row} key={index}>
          <ElementInput
            label={`${label} element ${index + 1}`}
            value={element}
            disabled={disabled}
            onChange={(text) => onChange(elements.with(index, text))}
          />
          <ActionIcon
            aria-label={`Remove ${label} element ${index + 1}`}
            disabled={disabled ?? false}
            onClick={() => onChange(elements.toSpliced(index, 1))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {problem !== undefined && <div className={classes.problem}>{problem}</div>}
      <Button
        className={classes.add}
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={14} />}
        disabled={disabled ?? false}
        onClick={() => onChange([...elements, ''])}
      >
        Add element
      </Button>
    </fieldset>
  );
}
