import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isEndless, kindOf } from "../kind-of.ts";
import { isUnusual } from "./usual-style.ts";

/** What of Prettier's configuration applies to a folder, as far as that can be seen without Prettier. */
export interface FoundConfiguration {
  /** The file that configures Prettier itself; `.editorconfig` is not one. */
  readonly file?: string;
  /** Whether files of TypeScript could be laid out otherwise than by default; only Prettier knows for sure. */
  readonly mayDiffer: boolean;
  /** The nearest `.prettierignore`. */
  readonly ignoreFile?: string;
}

/** In the order in which Prettier looks for them. */
const names: readonly string[] = [
  "package.json",
  "package.yaml",
  ".prettierrc",
  ...[".json", ".yml", ".yaml", ".json5"].map((ending) => `.prettierrc${ending}`),
  ...[".js", ".ts", ".mjs", ".mts", ".cjs", ".cts"].flatMap((ending) => [
    `.prettierrc${ending}`,
    `prettier.config${ending}`,
  ]),
  ".prettierrc.toml",
];

/** Looks in a folder, which need not be there, and further up. */
export function findConfiguration(folder: string): FoundConfiguration {
  const folders = upwards(folder);
  const file = first(folders, names, configures);
  const ignoreFile = first(folders, [".prettierignore"], () => true);
  return {
    ...(file !== undefined && { file }),
    mayDiffer: (file !== undefined && fileMayDiffer(file)) || editorMayDiffer(folders),
    ...(ignoreFile !== undefined && { ignoreFile }),
  };
}

function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

function first(
  folders: readonly string[],
  wanted: readonly string[],
  accepts: (path: string) => boolean,
): string | undefined {
  for (const folder of folders) {
    for (const name of wanted) {
      const path = join(folder, name);
      if (isFile(path) && accepts(path)) return path;
    }
  }
  return undefined;
}

/** A package says something about Prettier, or does not. */
function configures(path: string): boolean {
  if (basename(path) === "package.json") return Boolean(ofPackage(path));
  return basename(path) !== "package.yaml" || /^["']?prettier["']?\s*:/m.test(textOf(path));
}

function fileMayDiffer(path: string): boolean {
  const name = basename(path);
  // Others are programs, or in languages that Prettier reads and we do not.
  if (!["package.json", ".prettierrc", ".prettierrc.json"].includes(name)) return true;
  const options = name === "package.json" ? ofPackage(path) : jsonOf(path);
  if (!isObject(options) || "overrides" in options) return true;
  return isUnusual(options);
}

function ofPackage(path: string): unknown {
  const manifest = jsonOf(path);
  return isObject(manifest) ? manifest["prettier"] : undefined;
}

/** What `.editorconfig` says of the layout, and the values that are Prettier's defaults or say nothing. */
const editorDefaults: Readonly<Record<string, readonly string[]>> = {
  indent_style: ["space", "unset"],
  indent_size: ["2", "unset"],
  tab_width: ["2", "unset"],
  max_line_length: ["80", "unset"],
  quote_type: ["double", "auto", "unset"],
  end_of_line: ["lf", "unset"],
};

/** Whether any section, for whatever files, asks for something else than Prettier does by default. */
function editorMayDiffer(folders: readonly string[]): boolean {
  for (const folder of folders) {
    const path = join(folder, ".editorconfig");
    const text = isFile(path) ? textOf(path) : "";
    const entries = [
      ...text.toLowerCase().matchAll(/^[ \t]*([a-z_]+)[ \t]*[=:][ \t]*([^\s;#]*)/gm),
    ];
    const differs = entries.some(([, name = "", value = ""]) => {
      const defaults = Object.hasOwn(editorDefaults, name) ? editorDefaults[name] : undefined;
      return defaults !== undefined && !defaults.includes(value);
    });
    if (differs) return true;
    if (entries.some(([, name, value]) => name === "root" && value === "true")) return false;
    // Prettier looks no further than the repository.
    if (kindOf(join(folder, ".git")) !== undefined) return false;
    if (kindOf(join(folder, ".hg")) === "folder") return false;
  }
  return false;
}

/** A pipe would keep us waiting. */
function isFile(path: string): boolean {
  return kindOf(path) === "file" && !isEndless(path);
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(textOf(path).replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** What cannot be read is Prettier's to complain about. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
