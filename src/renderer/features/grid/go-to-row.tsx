import { Button, TextInput } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import classes from './go-to-row.module.css';

type GoToRowProps = {
  rowCount: number;
  /** A row from 0 on. */
  onGo: (row: number) => void;
  /** Closed by a key: the focus goes back. */
  onClose: () => void;
  /** Closed by a click elsewhere, which has taken the focus. */
  onLeave: () => void;
};

/** The row from 0 on that a typed number names, or undefined where there is none. */
export function typedRow(text: string, rowCount: number): number | undefined {
  const digits = text.replaceAll(/[\s,.']/g, '');
  if (!/^\d{1,15}$/.test(digits)) return undefined;
  const row = Number(digits) - 1;
  return row >= 0 && row < rowCount ? row : undefined;
}

/** Asks for the number of a row. */
export function GoToRow({ rowCount, onGo, onClose, onLeave }: GoToRowProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const box = useClickOutside<HTMLDialogElement>(onLeave);
  const go = () => {
    const row = typedRow(text, rowCount);
    if (row === undefined)
      setProblem(`Type a number from 1 to ${rowCount.toLocaleString('en-GB')}.`);
    else onGo(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <dialog open ref={box} aria-label="Go to row" className={classes.panel}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextInput
          aria-label="Row number"
          className={classes.input}
          placeholder={`1 to ${rowCount.toLocaleString('en-GB')}`}
          inputMode="numeric"
          autoComplete="off"
          ref={focusOnce}
          value={text}
          error={problem}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <Button type="submit" variant="filled" onKeyDown={onKeyDown}>
          Go
        </Button>
      </form>
    </dialog>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}
