import { join } from "node:path";
import { ensureBuilt } from "../../scripts/build.mjs";
import { root, runNpm } from "./run.ts";

/** The tarball that somebody would install. */
export interface Packed {
  /** Where it is. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

/** Builds the package and packs it into a folder. */
export async function pack(folder: string): Promise<Packed> {
  await ensureBuilt();
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await runNpm("npm", args, root);
  // As: npm documents what it prints, one entry for each package.
  const [packed] = JSON.parse(stdout) as [Omit<Packed, "path"> & { readonly filename: string }];
  return { ...packed, path: join(folder, packed.filename) };
}

/** Arguments of npm that install something without asking the registry for more than needed. */
export const install: readonly string[] = [
  "install",
  "--prefer-offline",
  "--no-audit",
  "--no-fund",
];
