// @ts-check
/** What a package is, and under which licence. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * A package of a repository with many may keep its licence beside them only: then it is that
 * of the package it is named after. One that publishes no licence file has it in licences/,
 * copied from its repository.
 *
 * @param {string} folder of a package, relative to this repository
 * @returns {string} with line feeds, without blanks at its ends
 */
export function licenceOf(folder) {
  const scope = /^node_modules\/@([^/]+)\//.exec(folder)?.[1];
  const folders = [folder, ...(scope === undefined ? [] : [`node_modules/${scope}`])];
  const candidates = folders
    .filter((each) => existsSync(join(root, each)))
    .flatMap((each) =>
      readdirSync(join(root, each))
        .filter((name) => /^(licence|license|copying)([-.].*)?$/i.test(name))
        .map((name) => `${each}/${name}`),
    );
  const copied = `scripts/licences/${basename(folder)}.txt`;
  const file = candidates[0] ?? (existsSync(join(root, copied)) ? copied : undefined);
  if (file === undefined) throw new Error(`${folder} has no licence file`);
  return readFileSync(join(root, file), "utf8").replace(/\r\n/g, "\n").trim();
}

/**
 * @param {string} folder of a package, relative to this repository
 * @returns {{ name: string, version: string, license?: string, homepage?: string }}
 */
export function factsOf(folder) {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}
