// @vitest-environment jsdom
import { Notifications, notifications } from '@mantine/notifications';
import { act } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createStage } from '../values/testing/stage.tsx';
import { ImportDropTarget } from './drop-target.tsx';

let stage: ReturnType<typeof createStage>;
let taken: string[];

beforeEach(() => {
  // Only so many are shown at once: those of other files would keep back what is said here.
  notifications.clean();
  notifications.cleanQueue();
  taken = [];
  stage = createStage();
  stage.show(
    <>
      <Notifications />
      <ImportDropTarget tableName="Books" onFile={(file) => taken.push(file.name)}>
        <p id="inside">items</p>
        {createPortal(<p id="dialog">a dialog of the table</p>, document.body)}
      </ImportDropTarget>
      <p id="outside">tables</p>
    </>,
  );
});
afterEach(() => stage.close());

/** Sends a drag event to an element; answers whether the page took it. */
function drag(kind: string, on: string, names: readonly string[], types = ['Files']): boolean {
  const files = names.map((name) => new File(['[]'], name));
  const event = new Event(kind, { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types, files, dropEffect: 'none' } });
  act(() => {
    document.querySelector(on)?.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

const text = () => document.body.textContent ?? '';

it('says what a drop would do, while a file hangs over anything in it', () => {
  expect(drag('dragenter', '#inside', [])).toBe(true);
  drag('dragenter', '#inside', []);
  drag('dragleave', '#inside', []);
  expect(text()).toContain('Drop to import into Books');
  drag('dragleave', '#inside', []);
  expect(text()).not.toContain('Drop to import');
});

it('takes a file', () => {
  drag('dragenter', '#inside', []);
  expect(drag('dragover', '#inside', [])).toBe(true);
  expect(drag('drop', '#inside', ['data.json'])).toBe(true);
  expect(taken).toEqual(['data.json']);
  expect(text()).not.toContain('Drop to import');
});

it('takes the first of several files, and says so', () => {
  drag('drop', '#inside', ['a.json', 'b.json', 'c.json']);
  expect(taken).toEqual(['a.json']);
  expect(text()).toContain('a.json is taken, the 2 other files are left out');
});

it('leaves dragged text alone', () => {
  expect(drag('dragover', '#inside', [], ['text/plain'])).toBe(false);
  expect(drag('drop', '#inside', [], ['text/plain'])).toBe(false);
  expect(taken).toEqual([]);
});

it('keeps a file that is dropped elsewhere from replacing the app', () => {
  for (const place of ['#outside', '#dialog']) {
    drag('dragenter', place, []);
    expect(text()).not.toContain('Drop to import');
    expect(drag('dragover', place, [])).toBe(true);
    expect(drag('drop', place, ['data.json'])).toBe(true);
  }
  expect(taken).toEqual([]);
});
