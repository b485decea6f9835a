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
   * Waits for what comes next.
   *
   * @returns The piece; `undefined` when there is no more, at the end or because it broke off.
   * @throws The error of the stream.
   */
  async next(): Promise<Buffer | undefined> {
    for (;;) {
      // As: without an encoding, a message's pieces are buffers.
      const piece = this.#incoming.read() as Buffer | null;
      if (piece !== null) return piece;
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#isOver) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
