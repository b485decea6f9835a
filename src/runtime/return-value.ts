/** Return values that a caller wants to have as errors. */
import { CimError } from "./error.ts";
import { labelOf } from "./label.ts";
import { describeReturnCode } from "./return-code.ts";
import type { CallOptions, ClassData, ClassDescriptor, Reference } from "./types.ts";
import type { ValuedName } from "./value-map.ts";

/** Which method's return value it is. */
export interface ReturnedBy {
  readonly cls: ClassData;
  readonly method: string;
}

/** What {@link ok} may be told. */
export interface OkOptions {
  /** Values that are no failure; 0 alone unless told. CIM's 4096 says that a job has been started. */
  readonly accept?: readonly number[];
}

/**
 * A method's return value that is not 0, thrown because the caller asked for it: the call itself
 * has succeeded.
 */
export class CimReturnError extends CimError {
  /** What the method returned. */
  readonly returnValue: number | bigint;
  /** Its name in the method's value map; otherwise that of the WBEM, WinRM or Win32 code. */
  declare readonly label?: string;

  /**
   * @param returnValue - What the method returned.
   * @param returnedBy - The method, when it is known.
   */
  constructor(returnValue: number | bigint, returnedBy?: ReturnedBy) {
    const { label, text } = describe(returnValue, returnedBy);
    const context = returnedBy && {
      operation: "invoke",
      className: returnedBy.cls.name,
      method: returnedBy.method,
    };
    super("return-value", `the method returned ${text}`, context);
    this.returnValue = returnValue;
    if (label !== undefined) this.label = label;
  }
}

function describe(
  value: number | bigint,
  returnedBy: ReturnedBy | undefined,
): { readonly label?: string; readonly text: string } {
  const own = returnedBy && labelIn(returnedBy, value);
  if (own !== undefined) return { label: own, text: `${value} (${own})` };
  const { name, text } = describeReturnCode(value);
  return name === undefined ? { text } : { label: name, text };
}

function labelIn({ cls, method }: ReturnedBy, value: number | bigint): string | undefined {
  // As: the name of a method of whatever contract the class has.
  const member = method as ValuedName<unknown>;
  return labelOf(cls as ClassDescriptor<unknown>, member, value);
}

/** A call, and the client that made it. */
export interface RememberedCall extends ReturnedBy {
  readonly client: CallingClient;
}

/** What a long job is followed with. */
export interface CallingClient {
  /** Fetches an instance. */
  get(cls: ClassData, reference: Reference<unknown>, options?: CallOptions): Promise<object>;
  /** Calls a method of an instance. */
  call(
    cls: ClassData,
    reference: Reference<unknown>,
    method: string,
    options?: CallOptions,
  ): Promise<unknown>;
}

/** Calls under way, so that `ok` can name the method of a promise. */
const calls = new WeakMap<Promise<unknown>, RememberedCall>();
/** Results that are objects know their method even after `await`. */
const results = new WeakMap<object, RememberedCall>();

/**
 * Remembers which method a promise is of.
 *
 * @param promise - The call's.
 * @param call - The method, and who called it.
 */
export function rememberCall(promise: Promise<unknown>, call: RememberedCall): void {
  calls.set(promise, call);
  promise.then(
    (result) => {
      if (typeof result === "object" && result !== null) results.set(result, call);
    },
    () => undefined,
  );
}

/**
 * The call that gave a result.
 *
 * @param result - What a method with output parameters gave.
 */
export function callOf(result: object): RememberedCall | undefined {
  return results.get(result);
}

/**
 * Passes on what a method returned, and throws if that is not 0. Of the promise of a call, and of
 * a result with output parameters, it knows the method and names the value by its value map;
 * a bare number has to be told whose it is.
 *
 * ```ts
 * await ok(session.Logoff());
 * ok(await session.Logoff(), Win32_VirtualDesktopSession, "Logoff");
 * ```
 *
 * @param result - The promise of a call, or what it gave.
 * @param options - See {@link OkOptions}.
 * @returns The result, unchanged.
 * @throws CimReturnError for a return value that is not accepted.
 */
export function ok<R>(result: Promise<R>, options?: OkOptions): Promise<R>;
export function ok<R>(result: R, options?: OkOptions): R;
/**
 * The same for a result whose method is stated.
 *
 * @param result - What the method returned.
 * @param cls - The class.
 * @param method - The method.
 * @param options - See {@link OkOptions}.
 */
export function ok<R, T, S>(
  result: R,
  cls: ClassDescriptor<T, string, S>,
  method: (keyof T | keyof S) & string,
  options?: OkOptions,
): R;
export function ok(
  result: unknown,
  second: ClassData | OkOptions = {},
  method?: string,
  options: OkOptions = {},
): unknown {
  const returnedBy = "format" in second ? { cls: second, method: method ?? "" } : undefined;
  const allowed = "format" in second ? options : second;
  if (result instanceof Promise) {
    const known = returnedBy ?? calls.get(result);
    return result.then((value: unknown) => okValue(value, known, allowed));
  }
  return okValue(result, returnedBy, allowed);
}

/**
 * Passes a result on, or throws.
 *
 * @param result - What a method returned: a number, or an object with `ReturnValue`.
 * @param returnedBy - The method, when it is known.
 * @param options - See {@link OkOptions}.
 * @throws CimReturnError for a return value that is not accepted.
 */
export function okValue<R>(result: R, returnedBy?: ReturnedBy, options: OkOptions = {}): R {
  const isObject = typeof result === "object" && result !== null;
  const value: unknown = isObject && "ReturnValue" in result ? result.ReturnValue : result;
  if (typeof value !== "number" && typeof value !== "bigint") return result;
  const accepted = options.accept ?? [0];
  if (accepted.some((each) => BigInt(each) === BigInt(value))) return result;
  throw new CimReturnError(value, returnedBy ?? (isObject ? results.get(result) : undefined));
}
