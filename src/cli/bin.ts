#!/usr/bin/env node
/** The program: the only place that knows the process it runs in. */
import { run } from "./main.ts";
import { programName } from "./syntax/index.ts";

for (const stream of [process.stdout, process.stderr]) {
  // `codegen … | head` closes the pipe early; what is being written to disk is still wanted.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exitCode = 1;
  });
}

try {
  const { stdout, stderr, env } = process;
  // Never process.exit: it cuts off what a pipe has not taken yet.
  process.exitCode = await run(process.argv.slice(2), {
    stdout,
    stderr,
    // The stream is made when somebody asks for it, which takes time.
    get stdin() {
      return process.stdin;
    },
    get today() {
      const now = new Date();
      const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
      return parts.map((part) => String(part).padStart(2, "0")).join("-");
    },
    env,
    cwd: process.cwd(),
  });
} catch (error) {
  // Code 1, as Node itself has it: 2 to 4 tell a script that something else is to be put right.
  process.exitCode = 1;
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const plea = "this should not happen, please report it with what you did";
  process.stderr.write(`${programName}: ${message} (${plea})\n`);
  if (process.env["MOF_CODEGEN_DEBUG"] === "1") process.stderr.write(`${stack}\n`);
}
