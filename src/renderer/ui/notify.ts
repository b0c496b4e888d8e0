import { notifications } from '@mantine/notifications';
import { describeError } from './describe-error.ts';

/** Says for a few seconds that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4_000, withBorder: true });
}

/** Says that something was not done, or not all of it, and why. */
export function notifyWarning(message: string): void {
  notifications.show({ message, color: 'yellow', autoClose: 10_000, withBorder: true });
}

/** Says that something went wrong which has no place of its own on the screen. */
export function notifyError(title: string, error: unknown): void {
  const { message } = describeError(error);
  notifications.show({ title, message, color: 'red', autoClose: 12_000, withBorder: true });
}
