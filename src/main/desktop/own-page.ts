import { isOwnUrl } from './own-url.ts';

type Frame = { readonly url: string; readonly parent: unknown };

/** The frame that sent a message, where it is our own page and no frame within one; else throws. */
export function ownPage<Sender extends Frame>(event: {
  readonly senderFrame: Sender | null;
}): Sender {
  const frame = event.senderFrame;
  // A frame that has gone meanwhile is null.
  if (frame === null || frame.parent !== null || !isOwnUrl(frame.url)) {
    throw new Error('Refused: only the page of Sortkey itself may ask for this.');
  }
  return frame;
}
