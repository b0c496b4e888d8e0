import { Button } from '@mantine/core';
import { IconBook2, IconBoxMultiple } from '@tabler/icons-react';
import { samples } from '../../../contract/sandbox.ts';
import type { Sample } from '../../../contract/sandbox.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useLoadSample } from './use-sandbox.ts';
import classes from './sandbox.module.css';

const icons: Readonly<Record<Sample, typeof IconBook2>> = {
  Books: IconBook2,
  AppData: IconBoxMultiple,
};
const explanations: Readonly<Record<Sample, string>> = {
  Books: 'The table of the boto3 tutorial',
  AppData: 'One table with an index and 2,000 items of every type',
};

type SampleButtonsProps = {
  /** The tables that are there: a sample among them is not offered again. */
  readonly present: readonly string[];
  readonly onLoaded: (tableName: string) => void;
};

/** Loads a sample table into the sandbox. */
export function SampleButtons({ present, onLoaded }: SampleButtonsProps) {
  const load = useLoadSample();
  // Only as long as the buttons are there: who went on to another table is left alone.
  const begin = (sample: Sample) =>
    load.mutate(sample, { onSuccess: ({ tableName }) => onLoaded(tableName) });
  const offered = samples.filter(
    (sample) => !present.includes(sample) || load.variables === sample,
  );
  return (
    <>
      {offered.map((sample) => {
        const Icon = icons[sample];
        return (
          <Button
            key={sample}
            leftSection={<Icon size={16} />}
            title={explanations[sample]}
            loading={load.isPending && load.variables === sample}
            disabled={load.isPending && load.variables !== sample}
            onClick={() => begin(sample)}
          >
            {`Load ${sample} sample`}
          </Button>
        );
      })}
      {load.error !== null && (
        <div className={classes.problem}>
          <ErrorNotice error={load.error} />
        </div>
      )}
    </>
  );
}
