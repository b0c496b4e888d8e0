import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** What jsdom lacks and Mantine asks for. */
function fillIn(): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const listener = { addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(window, {
    matchMedia: (media: string) => ({ matches: false, media, ...listener }),
  });
  Object.assign(document, { fonts: listener });
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

/** A place to show a component in jsdom. */
export function createStage() {
  fillIn();
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const show = (content: ReactNode) =>
    act(() => root.render(<MantineProvider env="test">{content}</MantineProvider>));
  const close = () => {
    act(() => root.unmount());
    container.remove();
  };
  return { show, close };
}

/** The control with this name given as its aria-label. */
export function named(name: string): HTMLElement {
  const labelled = [...document.querySelectorAll<HTMLElement>('[aria-label]')];
  const found = labelled.find((element) => element.getAttribute('aria-label') === name);
  if (found === undefined) throw new Error(`no control named ${name}`);
  return found;
}

/** The button with this text. */
export function button(text: string): HTMLElement {
  const buttons = [...document.querySelectorAll('button')];
  const found = buttons.find((candidate) => candidate.textContent === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  return found;
}

export function click(element: HTMLElement): void {
  act(() => element.click());
}

/** Replaces the text of an input, as typing does. */
export function type(input: HTMLElement, text: string): void {
  act(() => {
    // React watches the property of the instance: a change counts only past it.
    const prototype = Object.getPrototypeOf(input) as object;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
