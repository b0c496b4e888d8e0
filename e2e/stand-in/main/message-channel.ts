import { EventEmitter } from 'node:events';
import type { MessagePortMain } from 'electron';

type Face = Pick<MessagePortMain, 'close' | 'postMessage' | 'start'>;

/** Where a port's messages go once it has been handed to a page. */
export type Remote = { readonly deliver: (value: unknown) => void; readonly close: () => void };

/** One end of a channel; messages wait until it is started, as in Electron. */
export class StandInPort extends EventEmitter implements Face {
  #other: StandInPort | undefined;
  #remote: Remote | undefined;
  #waiting: unknown[] = [];
  #started = false;
  #closed = false;

  /** Makes two ports into one channel. */
  static join(one: StandInPort, two: StandInPort): void {
    one.#other = two;
    two.#other = one;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (this.#remote !== undefined) throw new Error('The port was handed over.');
    if (transfer.length > 0) throw new Error('The stand-in does not pass ports over ports.');
    const clone: unknown = structuredClone(message);
    setImmediate(() => this.#other?.receive(clone));
  }

  start(): void {
    this.#started = true;
    const waiting = this.#waiting.splice(0);
    for (const message of waiting) this.receive(message);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close');
    this.#remote?.close();
    const other = this.#other;
    setImmediate(() => other?.close());
  }

  /** A message of the other end, or of the page that holds it. */
  receive(message: unknown): void {
    if (this.#closed) return;
    if (this.#remote !== undefined) this.#remote.deliver(message);
    else if (this.#started) this.emit('message', { data: message, ports: [] });
    else this.#waiting.push(message);
  }

  /** Hands this end to a page: from now on, it lives there. Answers what the page's messages reach. */
  handOver(remote: Remote): { readonly receive: (value: unknown) => void } {
    this.#remote = remote;
    for (const message of this.#waiting.splice(0)) remote.deliver(message);
    return { receive: (value) => this.#other?.receive(value) };
  }
}

export class MessageChannelMain {
  readonly port1 = new StandInPort();
  readonly port2 = new StandInPort();

  constructor() {
    StandInPort.join(this.port1, this.port2);
  }
}
