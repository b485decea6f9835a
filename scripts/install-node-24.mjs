// @ts-check
/**
 * Installs Node 24 into .cache/node-24, for tests of what an older one cannot do: run
 * TypeScript as it is. Where the running Node can, there is nothing to install.
 *
 * It comes as the package of this very platform. Its command is called by its path alone,
 * since a script of npm that finds another `node` would run with that.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = join(root, ".cache/node-24");
const isWindows = process.platform === "win32";

/** The command of the installed one. */
const command = join(
  folder,
  "node_modules",
  packageName(),
  isWindows ? "bin/node.exe" : "bin/node",
);

function packageName() {
  const isApple = process.platform === "darwin" && process.arch === "arm64";
  const system = isWindows ? "win" : process.platform;
  return `${isApple ? "node-bin" : "node"}-${system}-${process.arch}`;
}

/** @returns {string | undefined} */
export function findStrippingNode() {
  // Before 22.18 it is there, but has to be asked for, and is false.
  const { typescript } = /** @type {{ typescript?: string | false }} */ (process.features);
  if (typescript) return process.execPath;
  return existsSync(command) ? command : undefined;
}

function install() {
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund"];
  const { status, error } = spawnSync("npm", [...args, "--ignore-scripts", `${packageName()}@24`], {
    stdio: "inherit",
    shell: isWindows,
  });
  if (error !== undefined || status !== 0) throw new Error("npm could not install Node 24");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (findStrippingNode() === undefined) install();
  const found = findStrippingNode();
  const { stdout } = found ? spawnSync(found, ["--version"], { encoding: "utf8" }) : { stdout: "" };
  console.log(stdout ? `Node ${stdout.trim()} strips types` : "there is no Node that strips types");
  process.exitCode = stdout ? 0 : 1;
}
