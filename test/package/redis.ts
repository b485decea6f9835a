/** A Redis server for the examples that want one. */
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

/** Whether the machine has one; tests that want it say so when they skip. */
export const haveRedis: boolean = spawnSync("redis-server", ["--version"]).status === 0;
if (!haveRedis) console.warn("no redis-server on this machine: its example is skipped");

export interface Redis {
  readonly url: string;
  stop(): void;
}

/** Starts one on a free port of the loopback, which keeps nothing. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  const options = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const server = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve, reject) => {
    server.once("exit", (code) => {
      reject(new Error(`redis-server ended with ${String(code)}`));
    });
    server.stdout.on("data", (piece: Buffer) => {
      if (piece.toString("utf8").includes("Ready to accept connections")) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => {
      server.kill();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      // As: a server that listens on TCP has an address with a port.
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
