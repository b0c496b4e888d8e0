// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { button, click, createStage } from '../features/values/testing/stage.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage = createStage();
  // React tells of every error that a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  stage.close();
  vi.restoreAllMocks();
});

let broken = true;

function View() {
  if (broken) throw new Error('rows is not iterable');
  return <p>all is well</p>;
}

it('says what failed, keeps what stands beside it, and shows the view again when asked', () => {
  stage.show(
    <>
      <p>beside</p>
      <ErrorBoundary>
        <View />
      </ErrorBoundary>
    </>,
  );
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('rows is not iterable');
  expect(document.body.textContent).toContain('beside');
  broken = false;
  click(button('Show it again'));
  expect(document.body.textContent).toContain('all is well');
});
