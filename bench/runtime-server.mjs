// @ts-check
/**
 * Servers for bench/runtime.mjs, in a process of their own: one with answers that were made
 * beforehand, so that its own work is small, and the embedded server.
 */
import { createServer } from "node:http";
import { startServer } from "../dist/testing.js";
import { classes, instanceXml, soap } from "./runtime-world.mjs";

/** Instances in one answer, as an envelope of 512 kB holds. */
const batch = 250;

const canned = createServer((request, response) => {
  let body = "";
  request.on("data", (piece) => (body += piece));
  request.on("end", () => {
    const total = Number(/\/(\d+)$/.exec(request.url ?? "")?.[1] ?? 0);
    const id = /MessageID>([^<]*)</.exec(body)?.[1] ?? "";
    const from = Number(/EnumerationContext>(\d+)</.exec(body)?.[1] ?? 0);
    const text = soap(id, from, Math.min(batch, total - from), from + batch >= total);
    response.writeHead(200, {
      "Content-Type": "application/soap+xml;charset=UTF-8",
      "Content-Length": Buffer.byteLength(text),
    });
    response.end(text);
  });
});

// What is measured is reading: the texts are there before.
instanceXml(0);
canned.listen(0, "127.0.0.1", async () => {
  const embedded = await startServer({
    classes,
    instances: { Bench_Service: [{ Name: "s" }] },
    handlers: { Bench_Service: { Ping: () => 0 } },
  });
  const address = canned.address();
  const port = typeof address === "object" ? address?.port : 0;
  process.send?.({ canned: `http://127.0.0.1:${port}`, embedded: embedded.url });
});
process.on("disconnect", () => process.exit());
