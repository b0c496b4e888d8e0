import { beforeEach, describe, expect, it } from 'vitest';
import {
  closeTable,
  forgetConnection,
  forgetTable,
  initialWorkspace,
  lastTableOf,
  openTable,
  showConnection,
  startWith,
  tabsOf,
  useWorkspace,
} from './workspace.ts';

const shown = () => useWorkspace.getState().activeTable;
const tabs = (connectionId: string) => tabsOf(useWorkspace.getState(), connectionId);

beforeEach(() => {
  useWorkspace.setState({ ...initialWorkspace, connectionId: 'sandbox' });
});

describe('the tabs of open tables', () => {
  it('open once, and show the table asked for', () => {
    openTable('Books');
    openTable('Orders');
    openTable('Books');
    expect(tabs('sandbox')).toEqual(['Books', 'Orders']);
    expect(shown()).toBe('Books');
  });

  it('show the neighbour of the one that closes', () => {
    for (const name of ['A', 'B', 'C']) openTable(name);
    openTable('B');
    closeTable('B');
    expect(shown()).toBe('C');
    closeTable('C');
    expect(shown()).toBe('A');
    closeTable('A');
    expect(shown()).toBeUndefined();
  });

  it('stay where they are when another one closes', () => {
    openTable('A');
    openTable('B');
    closeTable('A');
    expect(shown()).toBe('B');
    closeTable('never opened');
    expect(tabs('sandbox')).toEqual(['B']);
  });

  it('belong to their connection', () => {
    openTable('Books');
    showConnection('live');
    expect(shown()).toBeUndefined();
    openTable('Books');
    openTable('__proto__');
    showConnection('sandbox');
    expect(shown()).toBe('Books');
    expect(tabs('live')).toEqual(['Books', '__proto__']);
    closeTable('Books', 'live');
    expect(shown()).toBe('Books');
  });

  it('of the last session wait until they are asked for', () => {
    useWorkspace.setState({
      ...initialWorkspace,
      tabs: [{ connectionId: 'sandbox', tableName: 'Books' }],
    });
    startWith('sandbox', undefined);
    expect(shown()).toBeUndefined();
    startWith('sandbox', 'Books');
    expect(shown()).toBe('Books');
    expect(tabs('sandbox')).toEqual(['Books']);
  });

  it('begin with the one that was shown last, while it is one of them', () => {
    const books = { connectionId: 'sandbox', tableName: 'Books' };
    const state = { ...initialWorkspace, tabs: [books], lastTab: books };
    expect(lastTableOf(state, 'sandbox')).toBe('Books');
    expect(lastTableOf(state, 'live')).toBeUndefined();
    expect(lastTableOf({ ...state, tabs: [] }, 'sandbox')).toBeUndefined();
    expect(lastTableOf({ ...state, lastTab: undefined }, 'sandbox')).toBeUndefined();
  });

  it('go with a table that is gone, and show no other one instead', () => {
    openTable('A');
    openTable('B');
    forgetTable('live', 'B');
    expect(shown()).toBe('B');
    forgetTable('sandbox', 'B');
    expect(shown()).toBeUndefined();
    expect(tabs('sandbox')).toEqual(['A']);
  });

  it('go with a connection that is removed', () => {
    showConnection('live');
    openTable('Orders');
    forgetConnection('live', 'sandbox');
    expect(tabs('live')).toEqual([]);
    expect(useWorkspace.getState().connectionId).toBe('sandbox');
  });
});
