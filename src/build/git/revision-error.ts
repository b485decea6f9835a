/** A revision that cannot be read, one sentence without a full stop that says what to do. */
export class RevisionError extends Error {
  override readonly name = "RevisionError";
  /** Whether something else is to be asked for, or there is no answer. */
  readonly kind: "usage" | "no-answer";

  constructor(kind: RevisionError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
