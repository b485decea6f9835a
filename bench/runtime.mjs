// @ts-check
/**
 * What the runtime costs beside what cannot be avoided, as JSON: ratios of times within one round,
 * and of memory. Run by `npm run bench -- --only runtime`.
 */
import { fork } from "node:child_process";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { SaxesParser } from "saxes";
import { connect, windows } from "../dist/runtime/index.js";
import { median } from "./median.mjs";
import { Service, soap, Wide } from "./runtime-world.mjs";

const runs = Number(process.argv[2] ?? 7);
const server = fork(fileURLToPath(new URL("runtime-server.mjs", import.meta.url)));
/** @type {{ canned: string, embedded: string }} */
const urls = await new Promise((resolve, reject) => {
  server.once("message", resolve);
  server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
});

/** @param {string} url @param {string} body @param {Agent} agent @returns {Promise<string>} */
function post(url, body, agent) {
  return new Promise((resolve, reject) => {
    const headers = {
      "Content-Type": "application/soap+xml;charset=UTF-8",
      "Content-Length": Buffer.byteLength(body),
    };
    const outgoing = request(url, { method: "POST", agent, headers }, (incoming) => {
      incoming.setEncoding("utf8");
      let text = "";
      incoming.on("data", (piece) => (text += piece));
      incoming.on("end", () => resolve(text));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const count = 10_000;

/** @param {(text: string) => void} use - is given the text of each answer */
async function fetchAll(use) {
  const agent = new Agent({ keepAlive: true });
  for (let from = 0; from < count; from += 250) {
    const context = from === 0 ? "" : `<n:EnumerationContext>${from}</n:EnumerationContext>`;
    const text = await post(
      `${urls.canned}/${count}`,
      `<a:MessageID>1</a:MessageID>${context}`,
      agent,
    );
    use(text);
  }
  agent.destroy();
}

/** The texts of all answers, fetched and read by the XML parser that the runtime uses, and nothing else. */
async function parseBare() {
  let elements = 0;
  await fetchAll((text) => {
    const parser = new SaxesParser({ xmlns: true, position: false });
    parser.on("opentag", () => {
      elements++;
    });
    parser.on("text", () => undefined);
    parser.write(text).close();
  });
  if (elements < count * 30) throw new Error("not all has been read");
}

/** The same without the network: what an answer costs the parser alone. */
function parseBareInMemory() {
  for (const text of texts) {
    const parser = new SaxesParser({ xmlns: true, position: false });
    parser.on("opentag", () => undefined);
    parser.on("text", () => undefined);
    parser.write(text).close();
  }
}
const texts = Array.from({ length: count / 250 }, (_, index) => soap("1", index * 250, 250, false));

/** @param {number} total @param {(done: number) => void} [seen] */
async function enumerate(total, seen) {
  const cim = connect(`${urls.canned}/${total}`, { dialect: windows, tracing: false });
  let found = 0;
  // As: what no class describes has no type.
  for await (const instance of cim.enumerate(/** @type {any} */ (Wide))) {
    if (instance["Property1"] === undefined) throw new Error("a property is missing");
    seen?.(++found);
  }
  await cim.close();
}

const calls = 1000;
const connections = 50;

async function invoke() {
  const cim = connect(urls.embedded, {
    dialect: windows,
    maxConnections: connections,
    tracing: false,
  });
  const service = /** @type {any} */ (cim.at(/** @type {any} */ (Service), { Name: "s" }));
  await Promise.all(Array.from({ length: calls }, () => service.Ping()));
  await cim.close();
}

/** One request of the runtime, as text. */
async function recordedRequest() {
  let body = "";
  const cim = connect(urls.embedded, { dialect: windows, tracing: false });
  const { createServer } = await import("node:http");
  const spy = createServer((incoming, response) => {
    incoming.on("data", (piece) => (body += piece));
    incoming.on("end", () => response.writeHead(500).end());
  });
  await new Promise((resolve) => spy.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = spy.address();
  const port = typeof address === "object" ? address?.port : 0;
  const other = connect(`http://127.0.0.1:${port}/wsman`, { dialect: windows, tracing: false });
  const service = /** @type {any} */ (other.at(/** @type {any} */ (Service), { Name: "s" }));
  await service.Ping().catch(() => undefined);
  await other.close();
  await cim.close();
  spy.close();
  return body;
}

const body = await recordedRequest();

async function postBare() {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  await Promise.all(Array.from({ length: calls }, () => post(urls.embedded, body, agent)));
  agent.destroy();
}

/** @param {() => unknown} action @returns {Promise<number>} milliseconds */
async function time(action) {
  const begin = performance.now();
  await action();
  return performance.now() - begin;
}

/**
 * Pairs two pieces of work in each round, so that a slow moment is slow for both.
 *
 * @param {() => unknown} ours
 * @param {() => unknown} bare
 */
async function ratio(ours, bare) {
  // Until both are compiled.
  for (let run = 0; run < 10; run++) {
    await ours();
    await bare();
  }
  const ratios = [];
  for (let run = 0; run < runs; run++) ratios.push((await time(ours)) / (await time(bare)));
  return median(ratios);
}

/** @returns {Promise<number>} what decoding takes of the runtime's time, as a multiple of the parser's alone */
async function decodingRatio() {
  const ratios = [];
  // The first ten until all is compiled.
  for (let run = -10; run < runs; run++) {
    const ours = await time(() => enumerate(count));
    const fetching = await time(() => fetchAll(() => undefined));
    const bare = await time(parseBareInMemory);
    if (run >= 0) ratios.push((ours - fetching) / bare);
  }
  return median(ratios);
}

/** @param {number} total @returns {Promise<number>} the most memory in use while they come, in bytes */
async function peak(total) {
  let most = 0;
  globalThis.gc?.();
  await enumerate(total, (done) => {
    if (done % 2500 !== 0) return;
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  });
  return most;
}

const results = [
  {
    name: `runtime: ${count} instances of 30 properties`,
    value: await ratio(() => enumerate(count), parseBare),
    limit: 2,
    unit: "× fetching and parsing them and nothing else",
  },
  {
    name: `runtime: ${count} instances, less what fetching takes`,
    value: await decodingRatio(),
    limit: 2,
    unit: "× the XML parser alone, without a network",
  },
  {
    name: "runtime: memory for ten times the instances",
    value: (await peak(100_000)) / (await peak(10_000)),
    limit: 1.2,
    unit: "× memory for 10,000",
  },
  {
    name: `runtime: ${calls} invokes over ${connections} connections`,
    value: await ratio(invoke, postBare),
    limit: 1.5,
    unit: "× the bare HTTP client",
  },
];
console.log(JSON.stringify(results));
server.disconnect();
