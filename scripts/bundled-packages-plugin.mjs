// @ts-check
/**
 * Writes down which packages of node_modules a build has copied into dist:
 * .cache/bundled-packages.json, from which third-party-notices.mjs works.
 */
import { mkdir, writeFile } from "node:fs/promises";

export const bundledPackagesFile = new URL("../.cache/bundled-packages.json", import.meta.url);

/**
 * @param {string} module a module's path
 * @returns {string | undefined} the folder of its package, relative to the repository
 */
function packageFolder(module) {
  const match = /^.*?\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(
    module.replaceAll("\\", "/"),
  );
  return match?.[1];
}

/** @type {import("./bundled-packages-plugin.mjs").bundledPackages} */
export function bundledPackages() {
  return {
    name: "bundled-packages",
    async generateBundle(_options, bundle) {
      const folders = Object.values(bundle)
        .flatMap((chunk) => Object.entries(chunk.modules ?? {}))
        .filter(([, module]) => module.renderedLength > 0)
        .map(([path]) => packageFolder(path))
        .filter((folder) => folder !== undefined);
      await mkdir(new URL("./", bundledPackagesFile), { recursive: true });
      await writeFile(
        bundledPackagesFile,
        `${JSON.stringify([...new Set(folders)].sort(), undefined, 2)}\n`,
      );
    },
  };
}
