import { expect, it } from 'vitest';
import { initialForm } from '../query/query-form.ts';
import { createItemsSessions } from './items-sessions.ts';

const client = { query: { close: () => Promise.resolve({}) } } as never;
const options = (scope: string, incarnation = '1') => ({
  scope,
  incarnation,
  client,
  connectionId: 'c',
  connectionName: 'Live',
  rowKey: () => '',
  budget: () => ({ pages: 10 }),
});

it('keeps what was read and typed until the tab is closed', () => {
  const sessions = createItemsSessions();
  const books = sessions.open(options('Books'));
  books.form.setState({ kind: 'Query' });
  expect(sessions.open(options('Books'))).toBe(books);
  expect(sessions.open(options('Orders'))).not.toBe(books);
  sessions.keepOnly(new Set(['Books']));
  expect(sessions.open(options('Books')).form.getState().kind).toBe('Query');
  sessions.keepOnly(new Set());
  expect(sessions.open(options('Books'))).not.toBe(books);
});

it('begins anew for another table of the same name, and over another link', () => {
  const sessions = createItemsSessions();
  const before = sessions.open(options('Books'));
  const after = sessions.open(options('Books', '2'));
  expect(after).not.toBe(before);
  expect(
    sessions.open({ ...options('Books', '2'), client: { ...(client as object) } as never }),
  ).not.toBe(after);
});

it('fills a form in that comes back, in an open tab and in one that opens later', () => {
  const sessions = createItemsSessions();
  const form = { ...initialForm, limit: '5' };
  const books = sessions.open(options('Books'));
  sessions.putForm('Books', form);
  expect(books.form.getState()).toEqual(form);
  sessions.putForm('Orders', form);
  expect(sessions.open(options('Orders')).form.getState()).toEqual(form);
  sessions.putForm('Gone', form);
  sessions.keepOnly(new Set(['Books', 'Orders']));
  expect(sessions.open(options('Gone')).form.getState()).toEqual(initialForm);
});
