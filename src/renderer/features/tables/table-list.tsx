import { IconTable } from '@tabler/icons-react';
import { useDebouncedCallback } from '@mantine/hooks';
import { memo, useState } from 'react';
import type { UIEvent } from 'react';
import { TableCount } from './table-count.tsx';
import classes from './table-list.module.css';

const rowHeight = 28;
// Rows ask once the list rests, so that a scroll over a thousand tables asks for a few.
const restMs = 150;

type TableListProps = {
  readonly connectionId: string;
  readonly names: readonly string[];
  readonly activeTable: string | undefined;
  readonly hrefOf: (name: string) => string;
  /** The table that is shown was chosen once more. */
  readonly onAgain: () => void;
};

/**
 * A real link for every table. A few thousand of them are cheap, since the browser skips what is
 * out of sight (`content-visibility`); only rows in sight ask for their table's size.
 */
export function TableList(props: TableListProps) {
  const { connectionId, names, activeTable, hrefOf, onAgain } = props;
  const [seen, setSeen] = useState({ first: 0, last: 40 });
  const setSeenSoon = useDebouncedCallback(setSeen, restMs);
  const follow = ({ currentTarget }: UIEvent<HTMLElement>) => {
    const first = Math.floor(currentTarget.scrollTop / rowHeight);
    setSeenSoon({ first, last: first + Math.ceil(currentTarget.clientHeight / rowHeight) });
  };
  return (
    <nav className={classes.list} aria-label="Tables" onScroll={follow}>
      {names.map((name, index) => (
        <TableLink
          key={name}
          connectionId={connectionId}
          name={name}
          href={hrefOf(name)}
          active={name === activeTable}
          onAgain={onAgain}
          seen={index >= seen.first && index <= seen.last}
        />
      ))}
    </nav>
  );
}

type TableLinkProps = {
  readonly connectionId: string;
  readonly name: string;
  readonly href: string;
  readonly active: boolean;
  readonly onAgain: () => void;
  readonly seen: boolean;
};

const TableLink = memo(function TableLink(props: TableLinkProps) {
  const { connectionId, name, href, active, onAgain, seen } = props;
  return (
    <a
      className={classes.link}
      href={href}
      aria-current={active ? 'page' : undefined}
      title={name}
      draggable={false}
      onClick={active ? onAgain : undefined}
    >
      <IconTable size={15} stroke={1.6} aria-hidden />
      <span className={classes.name}>{name}</span>
      {seen && <TableCount connectionId={connectionId} tableName={name} />}
    </a>
  );
});
