import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/main.ts";
import { folderWith, type Contents } from "../build/folder.ts";

/** What a person sees of a run, and what a script does. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Io["env"];
  readonly today?: string;
  /** What comes through the pipe, in pieces. */
  readonly stdin?: readonly Uint8Array[] | Io["stdin"];
}

/** Runs a command line, its words separated by blanks, in a folder. */
export async function codegen(cwd: string, line: string, terminal: Terminal = {}): Promise<Ran> {
  const { isTTY = false, columns = 100, env = {}, today = "2026-01-01", stdin = [] } = terminal;
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    isTTY,
    columns,
    write: (text: string) => (written[name] += text),
  });
  const io: Io = {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    stdin: stdin instanceof Array ? ReadableStream.from(stdin) : stdin,
    cwd,
    today,
    env,
  };
  const code = await run(
    line.split(" ").filter((word) => word !== ""),
    io,
  );
  return { code, ...written };
}

/** A project folder with MOF files, gone when the test is over. */
export function project(contents: Contents): string {
  return folderWith(contents);
}
