/** The pieces of a message's body as they arrive, one asked for at a time. */
import type { IncomingMessage } from "node:http";

/**
 * Takes a body out of Node's hands. Node's own iterator does the same for more than a short
 * answer's parsing costs.
 */
export class Pieces {
  readonly #incoming: IncomingMessage;
  #isOver = false;
  #failure: Error | undefined;
  #wake: () => void = () => undefined;

  /** @param incoming - The message; nobody else reads it. */
  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
    const over = (): void => {
      this.#isOver = true;
      this.#wake();
    };
    incoming.on("readable", () => {
      this.#wake();
    });
    incoming.on("end", over);
    incoming.on("close", over);
    incoming.on("error", (error) => {
      this.#failure ??= error;
      over();
    });
  }

  /**
   * What has come and not been taken yet.
   *
   * @throws The error of the stream.
   */
  take(): Buffer | undefined {
    // As: without an encoding, a message's pieces are buffers.
    const piece = this.#incoming.read() as Buffer | null;
    if (piece !== null) return piece;
    if (this.#failure !== undefined) throw this.#failure;
    return undefined;
  }

  /** Whether nothing more comes: it has ended, and its connection is free, or it broke off. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Waits until something happens. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/**
 * Whether a message has come as a whole and been read: its end is a matter of moments.
 *
 * @param incoming - The message.
 */
export function isTaken(incoming: IncomingMessage): boolean {
  return incoming.complete && incoming.readableLength === 0;
}
