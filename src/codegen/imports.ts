/** What a generated file imports, gathered while its text is made. */
import type { CimClass } from "../model/index.ts";
import { startedSafely } from "./identifiers.ts";
import type { Names } from "./names.ts";
import { stringLiteral } from "./identifiers.ts";
import type { GenerateOptions } from "./options.ts";
import { fits } from "./text-width.ts";
import { UniqueNames } from "./unique-names.ts";

/** Gathers the imports of one file. */
export class Imports {
  private readonly runtime = new Set<string>();
  /** By path, what each name is called here. */
  private readonly siblings = new Map<string, Map<string, string>>();
  private readonly aliases = new UniqueNames();
  private readonly cls: CimClass | undefined;
  private readonly names: Names;
  private readonly options: GenerateOptions;

  /** @param cls - the class whose file it is; none for the one file of all classes */
  constructor(cls: CimClass | undefined, names: Names, options: GenerateOptions) {
    this.cls = cls;
    this.names = names;
    this.options = options;
  }

  /** A type of the runtime. */
  runtimeType(name: string): string {
    this.runtime.add(`type ${name}`);
    return name;
  }

  /** A function of the runtime. */
  runtimeValue(name: string): string {
    this.runtime.add(name);
    return name;
  }

  /** The interface of a class, as a type. */
  classType(cls: CimClass): string {
    return this.declaredIn(cls, this.names.of(cls).name);
  }

  /** Something that a class's file declares, as a type: its name, or what it is called here. */
  declaredIn(cls: CimClass, name: string): string {
    if (this.cls === undefined || cls === this.cls) return name;
    const path = this.pathTo(cls);
    const imported = this.siblings.get(path) ?? new Map<string, string>();
    const local = imported.get(name) ?? this.localName(cls, name);
    imported.set(name, local);
    this.siblings.set(path, imported);
    return local;
  }

  /**
   * A name that several namespaces declare is imported from another one with the namespace in
   * front, and with dollar signs, which no name of MOF has. What else the file imports does
   * not matter.
   */
  private localName(cls: CimClass, name: string): string {
    const { folder } = this.names.of(cls);
    if (folder === this.folder() || !this.names.isShared(name)) return name;
    return this.aliases.claim(startedSafely(`${folder.replaceAll("/", "$")}$${name}`));
  }

  /** The import statements, the runtime first, then siblings by path. */
  statements(): string[] {
    const runtime = statement("import", [...this.runtime], this.runtimeModule());
    const siblings = [...this.siblings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, names]) => statement("import type", [...names].map(specifier), path));
    return [runtime, ...siblings];
  }

  private runtimeModule(): string {
    const { runtime = "package" } = this.options;
    if (runtime === "package") return "mof-codegen/runtime";
    if (runtime !== "bundled") return runtime.module;
    const folder = relativeFolder(this.folder(), this.names.runtimeFolder);
    return `${folder}index${extension(this.options)}`;
  }

  private folder(): string {
    return this.cls === undefined ? "" : this.names.of(this.cls).folder;
  }

  private pathTo(cls: CimClass): string {
    const to = this.names.of(cls);
    const path = relativeFolder(this.folder(), to.folder);
    return `${path}${to.file}${extension(this.options)}`;
  }
}

/** What stands behind a path in an import. */
export function extension({ importExtension = "js" }: GenerateOptions): string {
  return importExtension === "none" ? "" : `.${importExtension}`;
}

function relativeFolder(from: string, to: string): string {
  const here = from === "" ? [] : from.split("/");
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  const up = "../".repeat(here.length - shared) || "./";
  return (
    up +
    there
      .slice(shared)
      .map((part) => `${part}/`)
      .join("")
  );
}

function specifier([name, local]: readonly [string, string]): string {
  return name === local ? name : `${name} as ${local}`;
}

function statement(keyword: string, names: readonly string[], path: string): string {
  const bare = (name: string) => name.replace(/^type | as .*$/g, "");
  const sorted = [...names].sort((a, b) => compare(bare(a), bare(b)));
  const from = `from ${stringLiteral(path)};`;
  const line = `${keyword} { ${sorted.join(", ")} } ${from}`;
  if (fits(line) || sorted.length === 1) return line;
  return `${keyword} {\n${sorted.map((name) => `  ${name},\n`).join("")}} ${from}`;
}

function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return a < b ? -1 : 1;
  return left < right ? -1 : 1;
}
