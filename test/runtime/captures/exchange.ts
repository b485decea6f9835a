/** How a recorded exchange is told: a call of the client, what it gives, and how its request compares. */
import { expect } from "vitest";
import {
  basic,
  CimDateTime,
  CimError,
  CimInterval,
  type Client,
  connect,
  type ConnectOptions,
  formatPath,
  pathOf,
} from "../../../src/runtime/index.ts";
import { isReference } from "../../../src/runtime/reference.ts";
import { caught } from "../caught.ts";
import { difference, type Difference } from "./meaning.ts";
import { messageIdOf, recordedRequest, replay } from "./replay.ts";

/** One or more recorded exchanges that a single call of the client goes through. */
export interface Recorded {
  /** Names of the exchanges, in the order in which the call needs them. */
  readonly names: readonly string[];
  readonly call: (cim: Client) => Promise<unknown>;
  /** What the call gives, in the form of {@link plain}. */
  readonly gives?: unknown;
  /** What the error has that it fails with: `code`, `cimStatus`, `hresult`, `httpStatus` … */
  readonly fails?: Readonly<Record<string, unknown>>;
  /**
   * `same`: our requests mean what the recorded ones mean. Otherwise what differs, by the name of
   * the exchange, and why that is right.
   */
  readonly request:
    | "same"
    | { readonly because: string; readonly differs: Readonly<Record<string, Difference>> }
    /** The recorded request is one that a correct client does not send; only the answer counts. */
    | { readonly notOurs: string };
  readonly options?: ConnectOptions;
}

/** Values in a form that can be written down: references as paths, times and octets as text. */
function plain(value: unknown): unknown {
  if (value instanceof CimDateTime || value instanceof CimInterval)
    return `time ${value.toString()}`;
  if (value instanceof Uint8Array) return `octets ${Buffer.from(value).toString("hex")}`;
  if (isReference(value) && Object.keys(value).length === 0) {
    return `reference ${formatPath(pathOf(value))}`;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

/** Runs a call against the recorded answers and holds it to what is expected. */
export async function check(
  server: string,
  path: string,
  { names, call, gives, fails, request, options }: Recorded,
): Promise<void> {
  const ids = names.map((name) => messageIdOf(server, name));
  const { port, requests } = await replay(server, names);
  const cim = connect(`http://127.0.0.1:${port}${path}`, {
    // The id of the recorded request, because the recorded answer refers to it.
    createMessageId: () => ids.shift() ?? "none",
    auth: basic({ username: "cimtest", password: "…" }),
    retry: { attempts: 1 },
    mismatch: "ignore",
    ...options,
  });
  try {
    if (fails === undefined) expect(plain(await call(cim))).toEqual(gives);
    else {
      const error = await caught(() => call(cim));
      expect(error).toBeInstanceOf(CimError);
      expect(Object.fromEntries(Object.entries(error))).toMatchObject(fails);
    }
    expect(requests).toHaveLength(names.length);
    if (typeof request === "object" && "notOurs" in request) return;
    const differences = names.flatMap((name, index) => {
      const own = requests[index];
      if (own === undefined) throw new Error(`no request for ${name}`);
      const found = difference(recordedRequest(server, name), own);
      return found.recorded.length + found.ours.length === 0 ? [] : [[name, found] as const];
    });
    expect(Object.fromEntries(differences)).toEqual(request === "same" ? {} : request.differs);
  } finally {
    await cim.close();
  }
}
