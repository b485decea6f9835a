#!/usr/bin/env node
/** The program: the only place that knows the process it runs in. */
import type { Io } from "./io.ts";
import { run } from "./main.ts";

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
};

for (const stream of [process.stdout, process.stderr]) {
  // `codegen … | head` closes the pipe early; what is being written to disk is still wanted.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exitCode = 1;
  });
}

try {
  // Never process.exit: it cuts off what a pipe has not taken yet.
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  // Code 1, as Node itself has it: 2 to 4 tell a script that something else is to be put right.
  process.exitCode = 1;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`codegen: this is a mistake in mof-codegen, please report it: ${message}\n`);
  if (process.env["MOF_CODEGEN_DEBUG"] === "1" && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ""}\n`);
  }
}
