import { expect, test } from "vitest";
import { CimError, forEachHost, type HostProgress } from "../../src/runtime/index.ts";
import { failure } from "./caught.ts";

test("each host is visited, some at a time, and failures keep nobody from going on", async () => {
  let running = 0;
  let most = 0;
  const progress: HostProgress<string>[] = [];
  const outcome = await forEachHost(
    ["a", "b", "c", "d", "e"],
    async (host) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (host === "c") throw new CimError("unreachable", "no way");
      if (host === "d") throw new TypeError("oops");
      return host.toUpperCase();
    },
    { concurrency: 2, onProgress: (each) => progress.push(each) },
  );
  expect(most).toBe(2);
  expect(outcome.results).toEqual([
    { host: "a", value: "A" },
    { host: "b", value: "B" },
    { host: "e", value: "E" },
  ]);
  expect(outcome.failures.map(({ host, error }) => [host, error.code])).toEqual([
    ["c", "unreachable"],
    ["d", "failed"],
  ]);
  expect(progress.map(({ done, failed, total }) => [done, failed, total]).at(-1)).toEqual([
    5, 2, 5,
  ]);
});

test("an abort reaches what is under way, and what has not begun does not begin", async () => {
  const abort = new AbortController();
  const begun: number[] = [];
  const outcome = await forEachHost(
    [1, 2, 3],
    (host, signal) => {
      begun.push(host);
      abort.abort();
      return signal.aborted
        ? Promise.reject(new CimError("aborted", "told"))
        : Promise.resolve(host);
    },
    { concurrency: 1, signal: abort.signal },
  );
  expect(begun).toEqual([1]);
  expect(outcome.failures.map(({ host, error }) => [host, error.code])).toEqual([
    [1, "aborted"],
    [2, "aborted"],
    [3, "aborted"],
  ]);
});

test("no host is no work, and no concurrency is none", async () => {
  expect(await forEachHost([], () => Promise.resolve(1))).toEqual({ results: [], failures: [] });
  expect(
    (await failure(() => forEachHost([1], () => Promise.resolve(1), { concurrency: 0 })))[0],
  ).toBe("configuration");
});
