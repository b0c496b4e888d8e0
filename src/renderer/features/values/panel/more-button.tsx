import { fullCount } from '../../../ui/numbers.ts';
import classes from './value-reader.module.css';

type MoreButtonProps = {
  /** How many are not shown; nothing is drawn where there are none. */
  left: number;
  what: string;
  onMore: () => void;
};

/** Shows what was held back. */
export function MoreButton({ left, what, onMore }: MoreButtonProps) {
  if (left <= 0) return null;
  return (
    <button type="button" className={classes.link} onClick={onMore}>
      {`Show ${fullCount(left)} more ${what}`}
    </button>
  );
}
