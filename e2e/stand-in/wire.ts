/** What the page's end of the stand-in and its main end say to each other over their WebSocket. */
export type ToMain =
  | { readonly kind: 'hello'; readonly url: string; readonly mainFrame: boolean }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: unknown[];
    }
  | { readonly kind: 'port'; readonly port: number; readonly value: unknown }
  | { readonly kind: 'port-closed'; readonly port: number }
  | { readonly kind: 'navigate'; readonly url: string }
  | { readonly kind: 'open-window'; readonly url: string };

export type ToPage =
  | {
      readonly kind: 'reply';
      readonly id: number;
      readonly value?: unknown;
      readonly error?: string;
    }
  | {
      readonly kind: 'message';
      readonly channel: string;
      readonly value: unknown;
      readonly ports: readonly number[];
    }
  | { readonly kind: 'port'; readonly port: number; readonly value: unknown }
  | { readonly kind: 'port-closed'; readonly port: number };

/** Paths of the stand-in's own, beside those of the app. */
export const standInPaths = {
  preload: '/__stand-in__/preload.js',
  link: '/__stand-in__/link',
  file: '/__stand-in__/file',
};

function fitsJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(fitsJson);
  if (typeof value !== 'object') return false;
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every(fitsJson);
}

/**
 * A value as it arrives on the other side. The clone refuses what Electron refuses (functions,
 * proxies, DOM nodes); what Electron would carry and JSON cannot is refused too, so that it is
 * never changed in silence.
 */
export function carried(value: unknown): unknown {
  const clone: unknown = structuredClone(value);
  if (clone === undefined || fitsJson(clone)) return clone;
  throw new Error(
    'The stand-in for Electron carries JSON only; teach it more if the app needs it.',
  );
}
