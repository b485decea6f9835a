import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** How a command ended and what it printed. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script with this very Node, which is the same on every system. */
export function runNode(args: readonly string[], cwd: string = root): Promise<Finished> {
  return run(process.execPath, args, cwd);
}

/** Runs a script with another Node. */
export function runWith(node: string, args: readonly string[], cwd: string): Promise<Finished> {
  return run(node, args, cwd);
}

/** Runs `npm` or `npx`. */
export function runNpm(
  command: "npm" | "npx",
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const npm = process.env["npm_execpath"];
  return npm === undefined || !npm.endsWith("npm-cli.js")
    ? run(command, args, cwd, env)
    : run(process.execPath, [join(dirname(npm), `${command}-cli.js`), ...args], cwd, env);
}

/** Runs the TypeScript compiler of this repository. */
export function runTypeScript(args: readonly string[], cwd: string): Promise<Finished> {
  return runNode([join(root, "node_modules/typescript/bin/tsc"), ...args], cwd);
}

/** An empty folder, and what removes it again. */
export function makeFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "mof-codegen-test-"));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Runs any program. */
export function run(
  file: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const isScript = process.platform === "win32" && file !== process.execPath;
  return new Promise((resolve, reject) => {
    execFile(
      file,
      args,
      {
        cwd,
        encoding: "utf8",
        env: { ...environment(), ...env },
        maxBuffer: 1 << 26,
        shell: isScript,
      },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== "number") {
          reject(new Error(error.message, { cause: error }));
        } else {
          resolve({ code: Number(error?.code ?? 0), stdout, stderr });
        }
      },
    );
  });
}

/** That of this process, without what npm and Vitest tell their children about themselves. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(lifecycle|package|command)|npm_config_local_prefix|VITEST|NODE_ENV|NODE_OPTIONS|FORCE_COLOR)/.test(
        name,
      ),
  );
  return { ...Object.fromEntries(inherited), NO_COLOR: "1" };
}
