// @ts-check
/**
 * Writes THIRD-PARTY-NOTICES.md: the licences of the packages whose code the
 * last build copied into dist.
 *
 * node scripts/third-party-notices.mjs           writes the file
 * node scripts/third-party-notices.mjs --check   exits 1 if the file differs
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundledPackagesFile } from "./bundled-packages-plugin.mjs";
import { factsOf, licenceOf } from "./licence-of.mjs";

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
function line(folder) {
  const { name, version, license, homepage } = factsOf(folder);
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
    const text = licenceOf(folder);
    packages.set(text, [...(packages.get(text) ?? []), folder]);
  }
  return [...packages].map(
    ([text, group]) =>
      `---\n\n${[...new Set(group.map(line))].join("\n")}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`,
  );
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
