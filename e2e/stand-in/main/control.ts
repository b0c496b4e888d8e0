import { EventEmitter } from 'node:events';

/** What the test asks of the stand-in, as a person at the machine would. */
export type Command =
  | { readonly kind: 'close-window' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'permission'; readonly permission: string }
  | { readonly kind: 'menu' }
  /** Presses the only button of the next dialog of this kind. */
  | { readonly kind: 'answer-dialog'; readonly dialog: string };

/** What the stand-in tells the test. */
export type Report =
  | { readonly kind: 'window'; readonly url: string; readonly options: unknown }
  | { readonly kind: 'window-shown' }
  | { readonly kind: 'window-focused' }
  | { readonly kind: 'dialog'; readonly dialog: string; readonly words: readonly string[] }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'refused'; readonly what: 'navigation' | 'window'; readonly url: string }
  | { readonly kind: 'permission'; readonly requested: boolean; readonly checked: boolean }
  | { readonly kind: 'menu'; readonly template: unknown };

const commands = new EventEmitter();
const answers: string[] = (process.env['STAND_IN_ANSWERS'] ?? '').split(',').filter(Boolean);

process.on('message', (command: Command) => {
  if (command.kind === 'answer-dialog') answers.push(command.dialog);
  else commands.emit(command.kind, command);
});
// The test's end must not keep an app alive that has ended its windows.
process.channel?.unref();

export function onCommand<Kind extends Command['kind']>(
  kind: Kind,
  listener: (command: Extract<Command, { kind: Kind }>) => void,
): void {
  commands.on(kind, listener);
}

export function report(event: Report): void {
  process.send?.(event);
}

/** Ends everything with words: what a test did not foresee must not pass for success. */
export function fail(words: string): never {
  process.stderr.write(`[stand-in] ${words}\n`);
  process.exit(70);
}

/** Tells the test of a dialog, which it must have answered beforehand. */
export function showDialog(dialog: string, words: readonly string[]): void {
  report({ kind: 'dialog', dialog, words });
  const index = answers.indexOf(dialog);
  if (index === -1) fail(`nobody answers the dialog ${dialog}: ${words.join(' / ')}`);
  answers.splice(index, 1);
}
