/** The command line is wrong; the message is a sentence without a full stop. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
