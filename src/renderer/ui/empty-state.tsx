import classes from './empty-state.module.css';

type EmptyStateProps = {
  readonly icon?: React.ReactNode;
  /** One sentence. */
  readonly children: React.ReactNode;
  /** One button, or a few that belong together. */
  readonly action?: React.ReactNode;
};

/** What stands where there is nothing yet: a sentence, and what to do about it. */
export function EmptyState({ icon, children, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {icon !== undefined && <div className={classes.icon}>{icon}</div>}
      <p className={classes.sentence}>{children}</p>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
