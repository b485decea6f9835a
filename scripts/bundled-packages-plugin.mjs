// @ts-check
/**
 * Writes down which packages of node_modules a build has copied into dist:
 * .cache/bundled-packages.json, from which third-party-notices.mjs works.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { packageFolder } from "./package-folder.mjs";

export const bundledPackagesFile = new URL("../.cache/bundled-packages.json", import.meta.url);

/** @type {import("./bundled-packages-plugin.mjs").bundledPackages} */
export function bundledPackages(moreModules) {
  return {
    name: "bundled-packages",
    async generateBundle(_options, bundle) {
      const modules = Object.values(bundle)
        .flatMap((chunk) => Object.entries(chunk.modules ?? {}))
        .filter(([, module]) => module.renderedLength > 0)
        .map(([path]) => path);
      const folders = [...modules, ...(await moreModules())]
        .map((path) => packageFolder(path))
        .filter((folder) => folder !== undefined);
      await mkdir(new URL("./", bundledPackagesFile), { recursive: true });
      await writeFile(
        bundledPackagesFile,
        `${JSON.stringify([...new Set(folders)].sort(), undefined, 2)}\n`,
      );
    },
  };
}
