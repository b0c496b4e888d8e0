import { Button } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import type { Arrangement } from '../../../contract/query.ts';
import { filterInWords } from './row-filter-words.ts';
import classes from './row-filters.module.css';

type RowFiltersProps = {
  filters: Arrangement['filters'];
  onRemove: (place: number) => void;
  onClear: () => void;
};

/** The filters over the loaded rows, each of which can be taken away. */
export function RowFilters({ filters, onRemove, onClear }: RowFiltersProps) {
  if (filters.length === 0) return null;
  return (
    <fieldset className={classes.bar} aria-label="Filters of the loaded rows">
      <IconFilter size={14} aria-hidden="true" />
      <span className={classes.about}>Of the loaded rows, those where</span>
      {filters.map((filter, place) => {
        const words = filterInWords(filter);
        return (
          <span key={words} className={classes.chip}>
            <span className={classes.words} title={words}>
              {words}
            </span>
            <button
              type="button"
              className={classes.remove}
              aria-label={`Remove filter ${words}`}
              onClick={() => onRemove(place)}
            >
              <IconX size={12} aria-hidden="true" />
            </button>
          </span>
        );
      })}
      <Button variant="subtle" onClick={onClear}>
        Show all rows
      </Button>
    </fieldset>
  );
}
