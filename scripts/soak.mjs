// @ts-check
/**
 * npm run soak                        ten thousand operations, or two minutes, whatever is over first
 * npm run soak -- --operations 100000 --minutes 30 --seed 7
 *
 * All kinds of operations at once over both protocols, with loops that are left, calls that are
 * aborted and time out, connections that break and servers that refuse. Afterwards nothing may be
 * left: no sockets, no contexts on the server, no rejections that nobody handles, and no more
 * memory than at half-time.
 */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { CimError, connect, select } from "../dist/runtime/index.js";
import { startServer } from "../dist/testing.js";

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "10000" },
    minutes: { type: "string", default: "2" },
    seed: { type: "string", default: String(randomInt(2 ** 31)) },
  },
});
const total = Number(values.operations);
const end = performance.now() + Number(values.minutes) * 60_000;
let state = Number(values.seed) >>> 0;

/** A sequence of numbers from 0 to below 1 that a seed repeats (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const namespace = "root/soak";
/** @type {any} */
const Thing = {
  format: 1,
  name: "Soak_Thing",
  namespace,
  keys: ["Id"],
  properties: {
    Id: "uint32",
    Text: { type: "string", write: true },
    Big: { type: "uint64", write: true },
  },
  methods: { Work: { in: { How: "string" }, returns: "uint32" } },
};
/** @type {any} */
const Alarm = {
  format: 1,
  name: "Soak_Alarm",
  namespace,
  indication: true,
  properties: { Text: "string" },
};

/** @type {unknown[]} */
const unhandled = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));

const server = await startServer({
  classes: [Thing, Alarm],
  instances: {
    Soak_Thing: Array.from({ length: 500 }, (_, Id) => ({
      Id,
      Text: `thing ${Id}`,
      Big: BigInt(Id),
    })),
  },
  maxEnvelopeSize: 65_536,
  handlers: {
    Soak_Thing: {
      /** @param {any} call */
      Work: ({ input, signal }) => {
        if (input.How === "fail") throw new CimError("access-denied", "no");
        if (input.How !== "slow") return 0;
        return new Promise((resolve) => {
          const timer = setTimeout(() => resolve(0), 50);
          signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
        });
      },
    },
  },
});
const clients = [server.url, server.cimXmlUrl].map((url) =>
  connect(url, {
    maxConnections: 8,
    maxObjectCount: 100,
    maxEnvelopeSize: 32_768,
    tracing: false,
    timeout: 10_000,
  }),
);

/** @typedef {ReturnType<typeof connect>} Client */

/** @param {Client} cim @param {number} Id @returns {any} a handle: what no class describes has no type */
function thing(cim, Id) {
  return cim.at(Thing, { Id });
}

/** @param {AsyncIterable<unknown>} items @param {(count: number) => unknown} [seen] leaves the loop when it is true */
async function drain(items, seen) {
  let count = 0;
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
      if (seen?.(++count) === true) break;
    }
  } finally {
    await iterator.return?.();
  }
}

/** @type {readonly ((cim: Client, id: number) => Promise<unknown>)[]} */
const work = [
  (cim, Id) => cim.get(Thing, { Id }),
  (cim, Id) => thing(cim, Id).Work({ How: "at once" }),
  (cim, Id) => thing(cim, Id).Work({ How: "slow" }, { signal: AbortSignal.timeout(10) }),
  (cim, Id) => thing(cim, Id).Work({ How: "slow" }, { timeout: 5 }),
  (cim, Id) => thing(cim, Id).Work({ How: "fail" }),
  (cim, Id) => cim.modify(Thing, cim.at(Thing, { Id }), /** @type {any} */ ({ Text: `now ${Id}` })),
  (cim) => drain(cim.enumerate(Thing)),
  (cim) => drain(cim.enumerate(Thing), (count) => count === 150),
  (cim) =>
    drain(cim.enumerate(Thing), () => {
      throw new CimError("failed", "the consumer throws");
    }),
  (cim) => {
    const abort = new AbortController();
    return drain(cim.enumerate(Thing, { signal: abort.signal }), (count) => {
      if (count === 120) abort.abort();
    });
  },
  (cim, Id) => drain(cim.query(/** @type {any} */ (select(Thing)).where("Id", "<", Id))),
  (cim, Id) => cim.get(Thing, { Id: Id + 100_000 }),
  async (cim, Id) => {
    const handle = await cim.create(
      Thing,
      /** @type {any} */ ({ Id: 1_000_000 + Id + Math.floor(random() * 1e9) }),
    );
    await cim.delete(handle);
  },
  (cim) => drain(cim.subscribe(Alarm, { signal: AbortSignal.timeout(20) })),
];

const expected = new Set([
  "aborted",
  "timeout",
  "access-denied",
  "not-found",
  "failed",
  "not-supported",
  "invalid-context",
]);
/** @type {Map<string, number>} */
const outcomes = new Map();

/** @param {string} name */
function count(name) {
  outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
}

let begun = 0;
/** @type {number | undefined} */
let early;

async function worker() {
  while (begun < total && performance.now() < end) {
    begun++;
    const cim = /** @type {Client} */ (clients[Math.floor(random() * clients.length)]);
    const act = /** @type {(typeof work)[number]} */ (work[Math.floor(random() * work.length)]);
    try {
      await act(cim, Math.floor(random() * 500));
      count("ok");
    } catch (error) {
      const { code, message } = CimError.from(error);
      if (!expected.has(code)) throw new Error(`unexpected: ${message}`, { cause: error });
      count(code);
    }
    if (random() < 0.05) server.events.publish(Alarm, /** @type {any} */ ({ Text: "now" }));
    if (early === undefined && begun >= total / 2) early = memory();
  }
}

/** @returns {number} bytes in use */
function memory() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

await Promise.all(Array.from({ length: 24 }, worker));
// What goes on in the background has to end by itself.
for (let wait = 0; server.openContexts > 0 && wait < 100; wait++) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const openContexts = server.openContexts;
for (const cim of clients) await cim.close();
await server.close();
await new Promise((resolve) => setTimeout(resolve, 100));
const late = memory();
const sockets = process
  .getActiveResourcesInfo()
  .filter((name) => /^(?:TCP|TLS|Timeout)/.test(name));

const growth = early === undefined ? 1 : late / early;
console.log(
  `${begun} operations, seed ${values.seed}: ${[...outcomes].map(([name, n]) => `${name} ${n}`).join(", ")}`,
);
console.log(
  `open contexts ${openContexts}, open sockets and timers ${sockets.length}, unhandled ${unhandled.length}, memory × ${growth.toFixed(2)}`,
);
const isRight =
  openContexts === 0 && sockets.length === 0 && unhandled.length === 0 && growth < 1.3;
if (!isRight) console.error("FAILED: something was left", sockets, unhandled);
process.exitCode = isRight ? 0 : 1;
