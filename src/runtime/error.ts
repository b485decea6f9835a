/** Every failure that the runtime reports, as one class with a closed set of codes. */
import { type Advice, adviceFor } from "./advice.ts";
import { hasBrand } from "./brand.ts";
import type { CimErrorCode } from "./error-code.ts";

/** Which call failed; added by the layer that knows it. */
export interface CimErrorContext {
  /** For example `"get"`, `"enumerate"`, `"invoke"`. */
  readonly operation?: string;
  readonly className?: string;
  readonly method?: string;
}

/** An instance of `CIM_Error` or of a vendor's subclass, as a server sent it. */
export interface CimErrorInstance {
  readonly className: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What is known about a failure beside its code and its sentence. */
export interface CimErrorDetails extends CimErrorContext {
  /** CIM status code as the server sent it (DSP0200 5.2.3). */
  readonly cimStatus?: number;
  /** Unsigned 32-bit HRESULT or Win32 code as the server sent it. */
  readonly hresult?: number;
  /** Symbolic name of {@link hresult}, for example `WBEM_E_ACCESS_DENIED`. */
  readonly hresultName?: string;
  /** Local name of the SOAP subcode, for example `AccessDenied`. */
  readonly subcode?: string;
  /** URI of the `wsman:FaultDetail` (DSP0226 14). */
  readonly faultDetail?: string;
  readonly httpStatus?: number;
  /** Schemes that the server offered to authenticate with, in lower case. */
  readonly schemes?: readonly string[];
  /** Whether the request went over `http:`. */
  readonly isPlain?: boolean;
  /** Whether the same request may succeed in a moment: the connection failed, or the server is busy. */
  readonly isTransient?: boolean;
  /** The server's own words. */
  readonly reason?: string;
  /** The instances of `CIM_Error` that came with it (DSP0200 5.2.3, DSP0227 16.3). */
  readonly errors?: readonly CimErrorInstance[];
  readonly cause?: unknown;
}

/** Details in which a server's own words stand. */
const serverTexts = ["subcode", "faultDetail", "reason", "errors", "schemes"] as const;

/**
 * The only error that the runtime throws or rejects with. Its message begins
 * with the code: `not-found: CIM_Thing.Start: no such instance`.
 */
export class CimError extends Error {
  /** @internal */
  static readonly brand: string = "mof-codegen.CimError";

  override readonly name: string = "CimError";
  readonly code: CimErrorCode;
  declare readonly operation?: string;
  declare readonly className?: string;
  declare readonly method?: string;
  declare readonly cimStatus?: number;
  declare readonly hresult?: number;
  declare readonly hresultName?: string;
  declare readonly subcode?: string;
  declare readonly faultDetail?: string;
  declare readonly httpStatus?: number;
  declare readonly isTransient?: boolean;
  declare readonly schemes?: readonly string[];
  declare readonly isPlain?: boolean;
  declare readonly reason?: string;
  declare readonly errors?: readonly CimErrorInstance[];
  /** The sentence without code and context, for a copy that knows more. */
  readonly #sentence: string;
  readonly #details: CimErrorDetails;

  /**
   * @param code - What went wrong.
   * @param sentence - What to tell a person. Never with credentials in it.
   * @param details - What else is known.
   */
  constructor(code: CimErrorCode, sentence: string, details: CimErrorDetails = {}) {
    const { cause, ...known } = details;
    super(compose(code, sentence, details), cause === undefined ? undefined : { cause });
    Object.defineProperty(this, "name", { enumerable: false });
    this.code = code;
    this.#sentence = sentence;
    this.#details = details;
    Object.assign(this, known);
  }

  /** What usually causes this failure and what helps, if it is one of those that people meet first. */
  get advice(): Advice | undefined {
    return adviceFor(this);
  }

  /**
   * Whether a value is one, whichever copy of the runtime made it.
   *
   * @param value - Anything.
   */
  static override [Symbol.hasInstance](value: unknown): value is CimError {
    // A class that extends this one has instances of its own.
    if (this !== CimError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return hasBrand(value, CimError.brand);
  }

  /**
   * Turns whatever was caught into a `CimError`: the only such conversion.
   *
   * A `CimError` stays itself, unless `context` knows something it does not; an
   * abort becomes `"aborted"`, anything else `"failed"`.
   *
   * @param caught - The value of a `catch` clause or a rejection.
   * @param context - The call during which it happened.
   */
  static from(caught: unknown, context: CimErrorContext = {}): CimError {
    if (caught instanceof CimError) return CimError.#own(caught).#within(context);
    const name = caught instanceof Error ? caught.name : "";
    if (name === "AbortError") {
      return new CimError("aborted", "the call was aborted", { ...context, cause: caught });
    }
    if (name === "TimeoutError") {
      return new CimError("timeout", "the call took too long", { ...context, cause: caught });
    }
    const sentence = caught instanceof Error ? caught.message : String(caught);
    return new CimError("failed", sentence, { ...context, cause: caught });
  }

  /**
   * The same failure with its texts, its causes' included, passed through a
   * function; the very same object when that changes none of them.
   *
   * @internal
   * @param caught - What was thrown.
   * @param rewrite - For example hides credentials.
   */
  static rewrite(caught: unknown, rewrite: (text: string) => string): unknown {
    if (caught instanceof CimError) return CimError.#own(caught).#rewritten(rewrite);
    if (!(caught instanceof Error)) return caught;
    const { message, stack = "", cause } = caught;
    const newCause = CimError.rewrite(cause, rewrite);
    if (rewrite(message) === message && rewrite(stack) === stack && newCause === cause)
      return caught;
    const copy = new Error(rewrite(message), newCause === undefined ? {} : { cause: newCause });
    copy.stack = rewrite(stack);
    return copy;
  }

  /**
   * The same failure, its sentence beginning with the place where it happened.
   *
   * @internal
   * @param caught - What was thrown.
   * @param place - For example the name of a property.
   */
  static at(caught: unknown, place: string): unknown {
    if (!(caught instanceof CimError)) return caught;
    const own = CimError.#own(caught);
    return own.#copy(`${place}: ${own.#sentence}`, own.#details);
  }

  /** An error of another copy of the runtime keeps its fields to itself: what it shows is taken over. */
  static #own(caught: CimError): CimError {
    const shown: Error = caught;
    if (#sentence in shown) return shown;
    // As: it shows its code and its details.
    const { code, ...details } = Object.fromEntries(Object.entries(shown)) as unknown as Shown;
    const { message, stack, cause } = shown;
    const start = compose(code, "", details);
    const sentence = message.startsWith(start) ? message.slice(start.length) : message;
    const own = new CimError(code, sentence, { ...details, cause });
    if (stack !== undefined) own.stack = stack;
    return own;
  }

  #rewritten(rewrite: (text: string) => string): CimError {
    const sentence = rewrite(this.#sentence);
    const cause = CimError.rewrite(this.cause, rewrite);
    const changed = serverTexts.flatMap((name) => {
      const told = this.#details[name];
      const rewritten = rewriteWithin(told, rewrite);
      return rewritten === told ? [] : [[name, rewritten] as const];
    });
    if (sentence === this.#sentence && cause === this.cause && changed.length === 0) return this;
    const details = { ...this.#details, ...Object.fromEntries(changed), cause };
    return this.#copy(sentence, details);
  }

  #within(context: CimErrorContext): CimError {
    const known = this.operation ?? this.className ?? this.method;
    const offered = context.operation ?? context.className ?? context.method;
    if (offered === undefined) return this;
    if (known === undefined) return this.#copy(this.#sentence, { ...context, ...this.#details });
    const { operation } = context;
    if (this.operation !== undefined || operation === undefined) return this;
    return this.#copy(this.#sentence, { operation, ...this.#details });
  }

  #copy(sentence: string, details: CimErrorDetails): CimError {
    const copy = new CimError(this.code, sentence, details);
    // A message may have lines of its own that look like frames.
    const end = (this.stack?.indexOf(this.message) ?? -1) + this.message.length;
    const frames = this.stack?.indexOf("\n    at ", end) ?? -1;
    // The frames of the place that failed, not of this copy.
    if (frames >= 0) copy.stack = `CimError: ${copy.message}${this.stack?.slice(frames) ?? ""}`;
    return copy;
  }
}

/** What a {@link CimError} shows of itself. */
type Shown = CimErrorDetails & { readonly code: CimErrorCode };

/** Texts in lists and instances, too; the very same value when none of them changes. */
function rewriteWithin(value: unknown, rewrite: (text: string) => string): unknown {
  if (typeof value === "string") return rewrite(value);
  if (typeof value !== "object" || value === null) return value;
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return value;
  const before = Object.entries(value);
  const after = before.map(([name, each]): [string, unknown] => [
    name,
    rewriteWithin(each, rewrite),
  ]);
  if (after.every(([, each], index) => each === before[index]?.[1])) return value;
  return isList ? after.map(([, each]) => each) : Object.fromEntries(after);
}

function compose(code: CimErrorCode, sentence: string, details: CimErrorDetails): string {
  const { className, method } = details;
  const place =
    className === undefined ? method : method === undefined ? className : `${className}.${method}`;
  return place === undefined ? `${code}: ${sentence}` : `${code}: ${place}: ${sentence}`;
}
