// @ts-check
/**
 * Writes THIRD-PARTY-NOTICES.md: the licences of the packages whose code the
 * last build copied into dist.
 *
 * node scripts/third-party-notices.mjs           writes the file
 * node scripts/third-party-notices.mjs --check   exits 1 if the file differs
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundledPackagesFile } from "./bundled-packages-plugin.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = join(root, "THIRD-PARTY-NOTICES.md");

const introduction = `# Third-party notices

The files in \`dist\` contain code of the packages below, under the licences that follow. The
packages that npm installs beside this one bring their own.
`;

/**
 * @param {string} folder of a package, relative to the repository
 * @returns {string} a line of the list above its licence
 */
function facts(folder) {
  const { name, version, license, homepage } = JSON.parse(
    readFileSync(join(root, folder, "package.json"), "utf8"),
  );
  return `- ${[`**${name}** ${version}`, license, homepage && `<${homepage}>`].filter(Boolean).join(", ")}`;
}

/**
 * Packages with the same text share a section.
 *
 * @param {readonly string[]} folders of packages
 * @returns {string[]} sections
 */
function sections(folders) {
  /** @type {Map<string, string[]>} */
  const packages = new Map();
  for (const folder of folders) {
    const text = licenceText(folder);
    packages.set(text, [...(packages.get(text) ?? []), folder]);
  }
  return [...packages].map(
    ([text, group]) =>
      `---\n\n${[...new Set(group.map(facts))].join("\n")}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`,
  );
}

/**
 * A package of a repository with many may keep its licence beside them only:
 * then it is that of the package it is named after.
 *
 * @param {string} folder
 * @returns {string}
 */
function licenceText(folder) {
  const scope = /^node_modules\/@([^/]+)\//.exec(folder)?.[1];
  const folders = [folder, ...(scope === undefined ? [] : [`node_modules/${scope}`])];
  for (const candidate of folders.filter((each) => existsSync(join(root, each)))) {
    const file = readdirSync(join(root, candidate)).find((name) =>
      /^(licence|license|copying)([-.].*)?$/i.test(name),
    );
    if (file !== undefined) {
      return readFileSync(join(root, candidate, file), "utf8")
        .replace(/\r\n/g, "\n")
        .trim();
    }
  }
  throw new Error(`${folder} has no licence file`);
}

if (!existsSync(bundledPackagesFile)) {
  console.error("There is no build to describe; run: npm run build");
  process.exit(2);
}
/** @type {string[]} */
const folders = JSON.parse(readFileSync(bundledPackagesFile, "utf8"));
const notices = [introduction, ...sections(folders)].join("\n");

if (!process.argv.includes("--check")) {
  writeFileSync(target, notices);
} else if (!existsSync(target) || readFileSync(target, "utf8") !== notices) {
  console.error("THIRD-PARTY-NOTICES.md is out of date; run: npm run notices");
  process.exitCode = 1;
}
