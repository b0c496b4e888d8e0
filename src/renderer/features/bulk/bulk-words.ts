import type { BulkPlan, BulkProgress } from '../../../contract/bulk.ts';
import type { Connection } from '../../../contract/connections.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';
import { count } from '../../ui/amounts.ts';
import { fullCount } from '../../ui/numbers.ts';
import type { BulkRows } from './bulk-rows.ts';

export const actNames: Readonly<Record<BulkAct['kind'], string>> = {
  set: 'Set attribute',
  remove: 'Remove attribute',
  'delete-elements': 'Delete elements from a set',
  delete: 'Delete items',
};

/** More deletions than this want the table's name typed. */
export const fewItems = 10;

/** Why nothing can be changed over a connection; undefined where it can. */
export function whyNotWrite(connection: Pick<Connection, 'guard' | 'name'>): string | undefined {
  if (connection.guard !== 'read-only') return undefined;
  return `${connection.name} is a read-only connection.`;
}

/** What the rows to choose from are called. */
export function rowChoices({ selected, rowCount, filtered, complete }: BulkRows) {
  const chosen = count(selected.rowCount, 'selected row');
  const all = filtered
    ? `All ${count(rowCount, 'row')} that pass the filters`
    : `All ${count(rowCount, complete ? 'row' : 'loaded row')}`;
  return [
    ...(selected.rowCount > 0 ? [{ value: 'selected' as const, label: chosen }] : []),
    { value: 'all' as const, label: all },
  ];
}

/** What the button says that begins to write: `Change 1,204 items`. */
export function runName(kind: BulkAct['kind'], changeCount: number): string {
  return `${kind === 'delete' ? 'Delete' : 'Change'} ${count(changeCount, 'item')}`;
}

/** The facts of a dry run, one a line. */
export function planFacts(plan: BulkPlan, kind: BulkAct['kind']): string[] {
  const { changeCount, unchangedCount, writeCapacity } = plan;
  const facts = [`${count(changeCount, 'item')} would be ${doneTo(kind)}.`];
  if (unchangedCount > 0) facts.push(`${count(unchangedCount, 'item')} already as wanted.`);
  if (changeCount > 0) facts.push(capacityInWords(writeCapacity, plan.capacityFrom));
  return facts;
}

function capacityInWords(units: number, from: BulkPlan['capacityFrom']): string {
  const amount = count(units, 'write unit');
  if (from === 'least') {
    return `At least ${amount}: the table does not tell how large its items are.`;
  }
  const basis = from === 'mean-item-size' ? 'the mean size of its items' : 'the sizes of the items';
  return `About ${amount} by ${basis}, indexes not counted.`;
}

/** What else is to be known before it runs. */
export function planNotes(plan: BulkPlan): string[] {
  const notes: string[] = [];
  if (plan.readAnewCount > 0) {
    notes.push(`${count(plan.readAnewCount, 'item')} read whole again, to be exact.`);
  }
  if (plan.readCapacity !== undefined) {
    notes.push(`The dry run itself took ${count(plan.readCapacity, 'read unit')}.`);
  }
  if (plan.partlyComparedCount > 0) {
    notes.push(
      `${count(plan.partlyComparedCount, 'item')} with more attributes than a condition can ` +
        'compare: changes to the others would not be seen.',
    );
  }
  return notes;
}

const doneTo = (kind: BulkAct['kind']) => (kind === 'delete' ? 'deleted' : 'changed');

/** What a run did: `1,204 items changed, 2 changed by somebody else and left`. */
export function resultText(progress: BulkProgress, kind: BulkAct['kind']): string {
  const { written, unchanged, conflicts, failed, itemCount, state } = progress;
  const parts = [`${count(written, 'item')} ${doneTo(kind)}`];
  if (unchanged > 0) parts.push(`${fullCount(unchanged)} done by somebody else`);
  if (conflicts > 0) parts.push(`${fullCount(conflicts)} changed by somebody else and left`);
  if (failed > 0) parts.push(`${fullCount(failed)} failed`);
  const notTried = itemCount - triedOf(progress);
  if (notTried > 0) parts.push(`${fullCount(notTried)} not tried`);
  const before =
    state === 'cancelled' ? 'Cancelled: ' : state === 'stopped' ? 'Stopped by an error: ' : '';
  return before + parts.join(', ');
}

export function triedOf({ written, unchanged, conflicts, failed }: BulkProgress): number {
  return written + unchanged + conflicts + failed;
}

// A rate measured over less than this is noise.
const soonestRateMs = 300;

/** How far a run is, and how long it will take at the rate so far. */
export function paceOf(progress: BulkProgress) {
  const { itemCount, elapsedMs } = progress;
  const tried = triedOf(progress);
  const fraction = itemCount === 0 ? 1 : tried / itemCount;
  if (elapsedMs < soonestRateMs || tried === 0) return { fraction };
  const rate = (tried / elapsedMs) * 1000;
  return { fraction, rate, millisecondsLeft: ((itemCount - tried) / rate) * 1000 };
}
