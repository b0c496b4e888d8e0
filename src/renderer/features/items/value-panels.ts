import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { GridRowSource } from '../grid/grid-source.ts';
import type { ValueMemory } from '../values/panel/use-value-editor.ts';

export type ValuePanelState = {
  readonly opened: boolean;
  /** Another number each time a value is to be changed in the panel. */
  readonly editKey: number;
  readonly row: GridRowSource | undefined;
  /** The attribute; the last one that had the focus where a row's number has it now. */
  readonly name: string | undefined;
};

export type ValuePanelOfTable = {
  /** A store of its own: going through the grid by keyboard draws the panel again, not the grid. */
  readonly store: StoreApi<ValuePanelState>;
  /** What is typed in the panel: it outlives a change to the tab of another table. */
  readonly memory: ValueMemory;
  /** The focus of the grid came to a cell. */
  readonly follow: (row: GridRowSource, name: string | undefined) => void;
  readonly inspect: (row: GridRowSource, name: string, edit: boolean) => void;
  readonly close: () => void;
};

const panels = new Map<string, ValuePanelOfTable>();

/** The value panel of a table's tab. */
export function valuePanelOf(scope: string): ValuePanelOfTable {
  const known = panels.get(scope);
  if (known !== undefined) return known;
  const panel = createValuePanel();
  panels.set(scope, panel);
  return panel;
}

/** Makes the state of a panel that is closed. */
export function createValuePanel(): ValuePanelOfTable {
  const store = createStore<ValuePanelState>(() => ({
    opened: false,
    editKey: 0,
    row: undefined,
    name: undefined,
  }));
  return {
    store,
    memory: createStore(() => ({ held: undefined, editKey: 0 })),
    follow: (row, name) => store.setState((before) => ({ row, name: name ?? before.name })),
    inspect: (row, name, edit) =>
      store.setState(({ editKey }) => ({
        opened: true,
        row,
        name,
        editKey: edit ? editKey + 1 : editKey,
      })),
    close: () => store.setState({ opened: false }),
  };
}
