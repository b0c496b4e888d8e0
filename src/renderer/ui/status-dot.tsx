import classes from './status-dot.module.css';

export type DotColour = 'gray' | 'blue' | 'teal' | 'green' | 'yellow' | 'red';

/** A coloured dot. It is never alone: a word beside it says the same. */
export function StatusDot({ colour, pulse }: { colour: DotColour; pulse?: boolean | undefined }) {
  return <span className={classes.dot} data-colour={colour} data-pulse={pulse} aria-hidden />;
}
