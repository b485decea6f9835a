import { CimError } from "../../src/runtime/index.ts";

/** The `CimError` that an action throws or rejects with; a test error when it does neither. */
export async function caught(action: () => unknown): Promise<CimError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof CimError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** Its code and its sentence without the code. */
export async function failure(
  action: () => unknown,
): Promise<readonly [code: string, message: string]> {
  const { code, message } = await caught(action);
  return [code, message.slice(code.length + 2)];
}

/** Everything that an asynchronous loop gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What an error carries beside its message: its enumerable members. */
export function details(error: CimError): Record<string, unknown> {
  return Object.fromEntries(Object.entries(error));
}

/** The next item of an asynchronous loop; `undefined` at its end. */
export async function next<T>(items: AsyncIterator<T, unknown>): Promise<T | undefined> {
  const step = await items.next();
  return step.done === true ? undefined : step.value;
}
