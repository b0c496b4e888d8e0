import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { removeAttribute, setAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { freeName, replaceEntry } from './map-entries.ts';
import type { NestedInput } from './nested-input.ts';
import { NameInput } from './name-input.tsx';
import { maximumNestedRows, NestedFrame } from './nested-frame.tsx';
import { createRowKeys } from './row-keys.ts';
import classes from './value-input.module.css';

type MapInputProps = {
  value: AttributeMap;
  onChange: (value: AttributeMap) => void;
  label: string;
  disabled?: boolean | undefined;
  initiallyOpen?: boolean | undefined;
  /** The input of a value inside. */
  Inner: NestedInput;
};

/** The attributes of a map, each with its name, its type and its value. */
export function MapInput(props: MapInputProps) {
  const { value, onChange, label, disabled, Inner } = props;
  const entries = Object.entries(value);
  const taken = (name: string) => Object.hasOwn(value, name);
  const [keys] = useState(createRowKeys);
  const add = () => onChange(setAttribute(value, freeName(taken), { S: '' }));
  return (
    <NestedFrame
      value={{ M: value }}
      label={label}
      count={entries.length}
      addLabel="Add attribute"
      onAdd={add}
      disabled={disabled}
      initiallyOpen={props.initiallyOpen}
    >
      {entries.slice(0, maximumNestedRows).map(([name, inner], index) => (
        <div className={`${classes.row} ${classes.mapRow}`} key={keys.of(name)}>
          <NameInput
            name={name}
            taken={taken}
            label={`Attribute name in ${label}`}
            disabled={disabled}
            onRename={(next) => {
              keys.rename(name, next);
              onChange(replaceEntry(value, index, [next, inner]));
            }}
          />
          <Inner
            value={inner}
            label={`${label} ${name}`}
            disabled={disabled}
            onChange={(next) => onChange(replaceEntry(value, index, [name, next]))}
          />
          <ActionIcon
            aria-label={`Remove ${label} ${name}`}
            disabled={disabled ?? false}
            onClick={() => onChange(removeAttribute(value, name))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
    </NestedFrame>
  );
}
