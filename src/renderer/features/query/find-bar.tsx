import { ActionIcon, Loader, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import {
  IconChevronDown,
  IconChevronUp,
  IconLetterCase,
  IconSearch,
  IconX,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './find-bar.module.css';
import { matchesInWords } from './match-steps.ts';
import type { Finding } from './use-find.ts';

type FindBarProps = {
  finding: Finding;
  input: RefObject<HTMLInputElement | null>;
  /** How many rows are looked through, in words. */
  over: string;
  onClose: () => void;
};

/** Looks for text in the loaded rows: Enter and F3 go to the next row that holds it, Esc closes. */
export function FindBar({ finding, input, over, onClose }: FindBarProps) {
  const { text, matchCase, matches, current, searching, error, look, next, previous } = finding;
  useFocusReturn();
  useEffect(() => input.current?.select(), [input]);
  useHotkeys(
    [
      ['F3', next],
      ['shift+F3', previous],
    ],
    [],
    true,
  );
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  const none = matches !== undefined && matches.rowCount === 0;
  return (
    <search className={classes.bar} aria-label="Find in loaded rows">
      <TextInput
        ref={input}
        type="search"
        className={classes.input}
        aria-label="Find in loaded rows"
        placeholder={`Find in ${over}`}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        error={none}
        value={text}
        onChange={(event) => look({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          escape(event);
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (event.shiftKey) previous();
          else next();
        }}
      />
      <IconButton
        label="Match case"
        aria-pressed={matchCase}
        className={classes.toggle}
        onKeyDown={escape}
        onClick={() => look({ matchCase: !matchCase })}
      >
        <IconLetterCase size={16} aria-hidden="true" />
      </IconButton>
      <output aria-label="Found" className={classes.count} data-none={none || undefined}>
        {error === null ? matches && matchesInWords(matches, current) : 'It could not be searched.'}
      </output>
      {searching && <Loader size={14} aria-label="Searching" />}
      <span className={classes.spacer} />
      <IconButton
        label="Previous match"
        keys="Shift+F3"
        disabled={matches === undefined || none}
        onKeyDown={escape}
        onClick={previous}
      >
        <IconChevronUp size={16} aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Next match"
        keys="F3"
        disabled={matches === undefined || none}
        onKeyDown={escape}
        onClick={next}
      >
        <IconChevronDown size={16} aria-hidden="true" />
      </IconButton>
      <ActionIcon aria-label="Close find" onKeyDown={escape} onClick={onClose}>
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    </search>
  );
}
