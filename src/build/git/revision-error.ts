/** A revision cannot be read; the message is a sentence without a full stop that says what to do. */
export class RevisionError extends Error {
  override readonly name = "RevisionError";
  /** Whether the question is wrong, or cannot be answered here. */
  readonly kind: "usage" | "no-answer";
  constructor(kind: "usage" | "no-answer", message: string) {
    super(message);
    this.kind = kind;
  }
}
