import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { defaultResultMemory, parseMegabytes } from './memory-words.ts';
import classes from './settings.module.css';
import { useSettings, useWriteSettings } from './use-settings.ts';

/** How much memory results may take before their rows go to a file. */
export function ResultMemory() {
  const settings = useSettings();
  const write = useWriteSettings();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const kept = settings.data?.resultMemoryMegabytes ?? defaultResultMemory;
  const text = typed ?? String(kept);
  const keep = () => {
    const parsed = parseMegabytes(text);
    if ('problem' in parsed) return setProblem(parsed.problem);
    write.mutate(
      { resultMemoryMegabytes: parsed.megabytes },
      { onSuccess: () => setTyped(undefined) },
    );
  };
  if (settings.error !== null) return <ErrorNotice error={settings.error} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        keep();
      }}
    >
      <div className={classes.memory}>
        <TextInput
          className={classes.megabytes}
          label="Memory for results"
          description="Megabytes for all open results together. Rows past it go to a file in the data folder: results may be as large as the disk allows, scrolling and sorting get a little slower. The file goes with its result."
          inputMode="numeric"
          autoComplete="off"
          disabled={settings.data === undefined}
          rightSection={<span className={classes.unit}>MB</span>}
          value={text}
          error={problem}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        {text !== String(kept) && (
          <Button type="submit" variant="filled" loading={write.isPending}>
            Keep
          </Button>
        )}
      </div>
      {write.error !== null && <ErrorNotice error={write.error} />}
    </form>
  );
}
