/** What may be said about a client. */
import type { Interceptor } from "../intercept.ts";
import type { Log } from "../log.ts";
import type { MismatchPolicy } from "../mismatch.ts";
import type { ClassData } from "../types.ts";

/** What may be said about a client that is given its transport. */
export interface ClientOptions {
  /** CIM namespace with slashes, instead of the one that each class states. */
  readonly namespace?: string;
  /**
   * Classes that may be referenced or come embedded where the schema does not say which one:
   * subclasses, and what stands in an `object`. Of those that are not listed, what no class
   * declares stays text.
   */
  readonly classes?: readonly ClassData[];
  /** Milliseconds for each exchange with the server; `Infinity` waits for ever. */
  readonly timeout?: number;
  /** What happens when the server answers with null where the schema rules it out; `"warn"` unless stated. */
  readonly mismatch?: MismatchPolicy;
  /**
   * `"throw"` turns a return value other than 0 into a `CimReturnError`; `"data"`, the default,
   * leaves it to the caller.
   */
  readonly returnValues?: "data" | "throw";
  /** Is told of each operation when it has ended; passwords and the like are hidden. */
  readonly log?: Log;
  /** Whether operations become spans where `@opentelemetry/api` is installed; `true` unless told. */
  readonly tracing?: boolean;
  /** Outermost first. */
  readonly interceptors?: readonly Interceptor[];
}
