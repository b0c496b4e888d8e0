import { Button, Popover, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './budget.module.css';
import { budgetInWords, parseBudget } from './read-budget.ts';
import { useReadBudget } from './use-read-budget.ts';

/** Says what a filtered read may spend, and lets it be changed. */
export function BudgetLine() {
  const { budget } = useReadBudget();
  return (
    <div className={classes.line}>
      <span>Looks through up to {budgetInWords(budget)} before it asks.</span>
      <BudgetButton>Change the budget</BudgetButton>
    </div>
  );
}

/** Opens the budget of filtered reads, which is kept for all tables. */
export function BudgetButton({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" onClick={() => setOpened(!opened)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && <BudgetForm onDone={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function BudgetForm({ onDone }: { onDone: () => void }) {
  const { budget, change } = useReadBudget();
  const [pages, setPages] = useState(String(budget.pages));
  const [units, setUnits] = useState(budget.capacityUnits?.toString() ?? '');
  const [refused, setRefused] = useState(false);
  const problemId = useId();
  const submit = () => {
    const typed = parseBudget(pages, units);
    setRefused(typed === undefined);
    if (typed === undefined) return;
    change(typed);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // A form around it would run the read.
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
  return (
    <fieldset className={classes.form} aria-label="Budget of filtered reads">
      <p className={classes.hint}>
        DynamoDB reads items before it filters them. A read that finds too few goes on by itself
        until this is spent.
      </p>
      <TextInput
        label="Pages"
        description="Up to 1 MB is looked at in each."
        inputMode="numeric"
        autoComplete="off"
        value={pages}
        onKeyDown={onKeyDown}
        onChange={(event) => setPages(event.currentTarget.value)}
      />
      <TextInput
        label="Read capacity units"
        description="Empty for no limit."
        inputMode="numeric"
        autoComplete="off"
        value={units}
        onKeyDown={onKeyDown}
        onChange={(event) => setUnits(event.currentTarget.value)}
      />
      {refused && (
        <div id={problemId} role="alert" className={classes.problem}>
          Type whole numbers from 1.
        </div>
      )}
      <Button variant="filled" aria-describedby={refused ? problemId : undefined} onClick={submit}>
        Keep
      </Button>
    </fieldset>
  );
}
