import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom: the table of ARCHITECTURE.md for a machine, with the folders that are to come.
 *
 * `folders` are those of src/ (and grammar/), `packages` come from npm, and
 * `system` allows Node's built-in modules: the stages between bytes and text
 * of TypeScript are functions and reach nothing outside.
 */
interface Permission {
  readonly folders: readonly string[];
  readonly packages?: readonly string[];
  readonly system?: true;
}

const permissions: Readonly<Record<string, Permission>> = {
  source: { folders: [] },
  diagnostics: { folders: ["source"], packages: ["picocolors"] },
  ast: { folders: ["source"] },
  grammar: { folders: ["ast", "source"], packages: ["chevrotain"] },
  parse: { folders: ["grammar", "ast", "source", "diagnostics"] },
  markdown: {
    folders: ["parse", "ast", "source", "diagnostics"],
    packages: ["markdown-it", "yaml"],
  },
  overlay: { folders: ["ast", "source", "diagnostics"], packages: ["yaml"] },
  model: { folders: ["ast", "source", "diagnostics"] },
  snapshot: { folders: ["model", "ast", "source", "diagnostics"] },
  diff: {
    folders: ["model", "snapshot", "source", "diagnostics"],
    packages: ["diff", "picocolors", "semver"],
  },
  bundled: { folders: [], system: true },
  codegen: {
    folders: ["model", "bundled", "source", "diagnostics"],
    packages: ["handlebars", "get-east-asian-width"],
  },
  build: {
    folders: [
      "parse",
      "markdown",
      "overlay",
      "model",
      "snapshot",
      "diff",
      "codegen",
      "live",
      "ast",
      "source",
      "diagnostics",
    ],
    packages: ["lilconfig", "tinyglobby"],
    system: true,
  },
  plugin: { folders: ["build"], packages: ["unplugin"], system: true },
  runtime: { folders: [], packages: ["@opentelemetry/api", "saxes"], system: true },
  live: { folders: ["runtime", "model"], system: true },
  simulator: { folders: ["model", "runtime"], system: true },
  cli: {
    folders: [
      "source",
      "diagnostics",
      "parse",
      "markdown",
      "ast",
      "model",
      "snapshot",
      "diff",
      "codegen",
      "build",
      "runtime",
      "live",
      "simulator",
    ],
    packages: ["picocolors", "yargs"],
    system: true,
  },
};

/** Built-in modules that compute and reach nothing. */
const pure = new Set(["node:crypto"]);

/** Where a package's names end, if that is narrower than its folder. */
const homes: Readonly<Record<string, RegExp>> = {
  "@opentelemetry/api": /^src\/runtime\/tracing\.ts$/,
  chevrotain: /^grammar\//,
  "get-east-asian-width": /^src\/codegen\/text-width\.ts$/,
  diff: /^src\/diff\/html\/page\/word-changes\.ts$/,
  handlebars: /^src\/codegen\/(render\.ts$|templates\/)/,
  lilconfig: /^src\/build\/configuration-file\.ts$/,
  "markdown-it": /^src\/markdown\/blocks\//,
  picocolors: /^src\/(diagnostics|cli|diff\/formats)\//,
  tinyglobby: /^src\/build\/files-matching\.ts$/,
  semver: /^src\/diff\/judge\/needed-version\.ts$/,
  saxes: /^src\/runtime\/xml\//,
  yaml: /^src\/(markdown\/front-matter-yaml\.ts$|overlay\/)/,
  yargs: /^src\/cli\/main\.ts$/,
};

const root = fileURLToPath(new URL("../", import.meta.url));

/** A source file and what it imports: by `import`, `export from`, `import()`, as values or types. */
interface Module {
  readonly path: string;
  readonly text: string;
  /** The folder whose row of the table applies; empty for src/index.ts. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly packages: readonly string[];
  readonly builtins: readonly string[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"))
    .sort();
}

function folderOf(path: string): string {
  const parts = path.split("/");
  return parts[0] === "grammar" ? "grammar" : parts.length > 2 ? (parts[1] ?? "") : "";
}

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), "utf8");
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  const relative = specifiers.filter((specifier) => specifier.startsWith("."));
  const bare = specifiers.filter((specifier) => !specifier.startsWith("."));
  return {
    path,
    text,
    folder: folderOf(path),
    files: relative.map((specifier) => posix.join(posix.dirname(path), specifier)),
    packages: bare.filter((specifier) => !isBuiltin(specifier)).map(packageOf),
    builtins: bare.filter((specifier) => isBuiltin(specifier)),
  };
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** The groups of names that lead back to themselves (Tarjan's strongly connected components). */
function cycles(graph: ReadonlyMap<string, Iterable<string>>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];

  function visit(node: string): number {
    const index = order.size;
    order.set(node, index);
    lowest.set(node, index);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      const reached = order.has(next)
        ? stack.includes(next)
          ? order.get(next)
          : index
        : visit(next);
      lowest.set(node, Math.min(lowest.get(node) ?? index, reached ?? index));
    }
    if (lowest.get(node) === index) {
      const group = stack.splice(stack.indexOf(node)).sort();
      if (group.length > 1 || [...(graph.get(node) ?? [])].includes(node)) {
        found.push(group);
      }
    }
    return lowest.get(node) ?? index;
  }

  for (const node of graph.keys()) {
    if (!order.has(node)) {
      visit(node);
    }
  }
  return found;
}

/** Lines on which a file uses the name `process` for Node's global. */
function usesOfProcess(module: Module): string[] {
  if (!module.text.includes("process")) {
    return [];
  }
  const uses: string[] = [];
  const source = ts.createSourceFile(module.path, module.text, ts.ScriptTarget.Latest, true);
  function visit(node: ts.Node): void {
    if (ts.isIdentifier(node) && node.text === "process" && !isMemberName(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      uses.push(`${module.path}:${String(line + 1)}`);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return uses;
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent)
  );
}

const modules = ["src", "grammar"]
  .flatMap(filesBelow)
  .filter((path) => path.endsWith(".ts"))
  .map(readModule);
const paths = new Set(modules.map((module) => module.path));

test("the sources are there to be read", () => {
  expect(modules.length).toBeGreaterThan(50);
  expect(modules.find((module) => module.path === "src/source/index.ts")?.files).toContain(
    "src/source/source.ts",
  );
});

/** Rows of the page's table: the folder, and the names of what it may import. */
function documented(): Map<string, string[]> {
  const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const rows = page.matchAll(/^\| *`(?:src\/)?(\w+)` *\|[^|]*\| *([^|]*?) *\|$/gm);
  return new Map(
    [...rows].map(([, folder = "", names = ""]) => [folder, names.split(/, /).toSorted()]),
  );
}

describe("imports", () => {
  test("the table is that of ARCHITECTURE.md", () => {
    const present = new Set(modules.map((module) => module.folder).filter((name) => name !== ""));
    const rows = documented();
    // These two rows are in words: "public entries", and "itself, saxes, Node".
    const inWords = ["cli", "runtime"];
    const expected = [...present]
      .filter((folder) => !inWords.includes(folder))
      .map((folder) => {
        const { folders = [], packages = [] } = permissions[folder] ?? {};
        const names = [...folders.filter((name) => present.has(name)), ...packages];
        return [folder, names.length === 0 ? ["–"] : names.toSorted()];
      });
    expect(Object.fromEntries(expected)).toEqual(
      Object.fromEntries(expected.map(([folder]) => [folder, rows.get(String(folder)) ?? []])),
    );
  });

  test("every folder has a row in the table", () => {
    const folders = new Set(modules.map((module) => module.folder).filter((name) => name !== ""));
    expect([...folders].filter((name) => !(name in permissions))).toEqual([]);
  });

  test("src/ holds folders and the library's surface, nothing else", () => {
    const loose = modules.filter(
      (module) => module.folder === "" && module.path !== "src/index.ts",
    );
    expect(loose.map((module) => module.path)).toEqual([]);
  });

  test("a folder imports only the folders that its row names", () => {
    const violations = modules
      .filter((module) => module.folder !== "")
      .flatMap((module) =>
        module.files
          .filter((file) => file.endsWith(".ts") && folderOf(file) !== module.folder)
          .filter((file) => !permissions[module.folder]?.folders.includes(folderOf(file)))
          .map((file) => `${module.path} imports ${file}: ${module.folder} may not`),
      );
    expect(violations).toEqual([]);
  });

  test("a folder imports only the packages that its row names, and only where they belong", () => {
    const violations = modules.flatMap((module) =>
      module.packages
        .filter(
          (name) =>
            !permissions[module.folder]?.packages?.includes(name) ||
            !homes[name]?.test(module.path),
        )
        .map((name) => `${module.path} imports ${name}`),
    );
    expect(violations).toEqual([]);
  });

  test("only what meets the outside world imports Node's modules", () => {
    const violations = modules.flatMap((module) =>
      module.builtins
        .filter((name) => !permissions[module.folder]?.system && !pure.has(name))
        .map((name) => `${module.path} imports ${name}`),
    );
    expect(violations).toEqual([]);
  });

  test("Node's modules are named with their prefix", () => {
    const violations = modules.flatMap((module) =>
      module.builtins
        .filter((name) => !name.startsWith("node:"))
        .map((name) => `${module.path} imports ${name}`),
    );
    expect(violations).toEqual([]);
  });

  test("every import names a file that exists, by its own extension", () => {
    const violations = modules.flatMap((module) =>
      module.files
        .filter((file) => !paths.has(file) && !/^templates\/.+\.hbs(?:\?text)?$/.test(file))
        // The script of a page is imported as a text.
        .filter((file) => !paths.has(file.replace(/^(src\/diff\/html\/.+)\?page$/, "$1")))
        .map((file) => `${module.path} imports ${file}`),
    );
    expect(violations).toEqual([]);
  });

  test("the script of a page knows nothing but itself and the types of its data", () => {
    const page = "src/diff/html/page/";
    const types = ["src/diff/html/page-data.ts", "src/diff/rule.ts"];
    const violations = modules
      .filter((module) => module.path.startsWith(page))
      .flatMap((module) =>
        module.files
          .filter((file) => !file.startsWith(page) && !types.includes(file))
          .map((file) => `${module.path} imports ${file}`),
      );
    expect(violations).toEqual([]);
  });

  test("only codegen imports templates", () => {
    const violations = modules
      .filter((module) => module.folder !== "codegen")
      .flatMap((module) =>
        module.files
          .filter((file) => /\.hbs(?:\?text)?$/.test(file))
          .map((file) => `${module.path} imports ${file}`),
      );
    expect(violations).toEqual([]);
  });
});

describe("cycles", () => {
  test("no file leads back to itself, by types neither", () => {
    const graph = new Map(modules.map((module) => [module.path, module.files]));
    expect(cycles(graph).map((group) => group.join(" ↔ "))).toEqual([]);
  });

  test("no folder leads back to itself", () => {
    const graph = new Map<string, Set<string>>();
    for (const { folder, files } of modules) {
      const others = files
        .filter((file) => file.endsWith(".ts"))
        .map(folderOf)
        .filter((name) => name !== folder);
      graph.set(folder, new Set([...(graph.get(folder) ?? []), ...others]));
    }
    expect(cycles(graph).map((group) => group.join(" ↔ "))).toEqual([]);
  });

  test("nor would it if every row of the table were used", () => {
    const graph = new Map(
      Object.entries(permissions).map(([folder, { folders }]) => [folder, folders]),
    );
    expect(cycles(graph)).toEqual([]);
  });

  test("a cycle would be found", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b", "d"]],
      ["d", ["d"]],
    ]);
    expect(cycles(graph)).toEqual([["d"], ["b", "c"]]);
  });
});

describe("the rest of the house", () => {
  test("`process` is used in src/cli/bin.ts, for the number that a lock needs and what git inherits, and to warn", () => {
    const allowed = ["src/cli/bin.ts", "src/build/running-process.ts", "src/runtime/mismatch.ts"];
    const violations = modules
      .filter((module) => !allowed.includes(module.path))
      .flatMap((module) => [
        ...usesOfProcess(module),
        ...module.builtins.filter((name) => name === "node:process").map(() => module.path),
      ]);
    expect(violations).toEqual([]);
  });

  test("no folder is a drawer for what has no home", () => {
    const drawer = /^(common|helpers?|lib|misc|shared|utils?|utilities)$/i;
    const folders = new Set(modules.map((module) => dirname(module.path)));
    expect([...folders].filter((folder) => drawer.test(basename(folder)))).toEqual([]);
  });

  test("templates/ holds templates", () => {
    expect(filesBelow("templates").filter((path) => !path.endsWith(".hbs"))).toEqual([
      "templates/hbs.d.ts",
    ]);
  });
});
