/** The same work on many hosts, some at a time. */
import { abortedError } from "./aborted.ts";
import { CimError } from "./error.ts";

/** What may be said about the work. */
export interface ForEachHostOptions<H> {
  /** Hosts at a time; 10 unless told. */
  readonly concurrency?: number;
  /** Ends the work: what is under way is told by its signal, what has not begun fails with `"aborted"`. */
  readonly signal?: AbortSignal;
  /** Is told of each host that has ended. */
  readonly onProgress?: (progress: HostProgress<H>) => void;
}

/** One host has ended. */
export interface HostProgress<H> {
  readonly host: H;
  /** Absent when it succeeded. */
  readonly error?: CimError;
  /** Hosts that have ended, this one included. */
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

/** What came of it, host by host in the order in which they were named. */
export interface HostsOutcome<H, R> {
  readonly results: readonly { readonly host: H; readonly value: R }[];
  readonly failures: readonly { readonly host: H; readonly error: CimError }[];
}

/**
 * Does the same on each host. One that fails keeps no other from going on, and nothing is thrown
 * for it.
 *
 * ```ts
 * const { failures } = await forEachHost(hosts, async (host, signal) => {
 *   await using cim = connect(`https://${host}:5986/wsman`, { auth });
 *   return (await cim.get(Win32_OperatingSystem, undefined, { signal })).Version;
 * });
 * ```
 *
 * @param hosts - Names, or whatever says where a host is.
 * @param work - What is done; it gets a signal to pass on.
 * @param options - See {@link ForEachHostOptions}.
 * @throws CimError `"configuration"` for a concurrency that is none.
 */
export async function forEachHost<H, R>(
  hosts: Iterable<H>,
  work: (host: H, signal: AbortSignal) => Promise<R>,
  options: ForEachHostOptions<H> = {},
): Promise<HostsOutcome<H, R>> {
  const { concurrency = 10, signal = new AbortController().signal, onProgress } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new CimError("configuration", "concurrency must be an integer from 1 on");
  }
  const all = [...hosts];
  const ends = new Map<number, End<R>>();
  let next = 0;
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) {
      // As: the index is one of the list.
      const host = all[index] as H;
      const end = await attempt(() => work(host, signal), signal);
      ends.set(index, end);
      if ("error" in end) failed++;
      onProgress?.({
        host,
        ...("error" in end && { error: end.error }),
        done: ends.size,
        failed,
        total: all.length,
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, all.length) }, worker));
  return sorted(all, ends);
}

type End<R> = { readonly value: R } | { readonly error: CimError };

async function attempt<R>(action: () => Promise<R>, signal: AbortSignal): Promise<End<R>> {
  if (signal.aborted) return { error: abortedError(signal) };
  try {
    return { value: await action() };
  } catch (error) {
    return { error: CimError.from(error) };
  }
}

function sorted<H, R>(hosts: readonly H[], ends: ReadonlyMap<number, End<R>>): HostsOutcome<H, R> {
  const told = hosts.map((host, index) => ({ host, end: ends.get(index) }));
  return {
    results: told.flatMap(({ host, end }) =>
      end !== undefined && "value" in end ? [{ host, value: end.value }] : [],
    ),
    failures: told.flatMap(({ host, end }) =>
      end !== undefined && "error" in end ? [{ host, error: end.error }] : [],
    ),
  };
}
