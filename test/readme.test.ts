import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../scripts/build.mjs";
import { makeFolder, root, runNode, runTypeScript } from "./package/run.ts";

/** What the README shows is held against what the package does. */
const readme = readFileSync(join(root, "README.md"), "utf8").replaceAll("\r\n", "\n");
const cli = join(root, "dist/cli/bin.js");

/** A fenced block, and the line of its first line. */
interface Snippet {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

function snippetsOf(markdown: string): Snippet[] {
  return [...markdown.matchAll(/^( *)(`{3,})(\w*)[^\n]*\n(.*?)^\1\2 *$/gms)].map((match) => ({
    language: match[3] ?? "",
    text: match[4] ?? "",
    line: markdown.slice(0, match.index).split("\n").length + 1,
  }));
}

const snippets = snippetsOf(readme);

/** A snippet that imports nothing goes on where the one before it stopped. */
function programs(): Map<string, string> {
  const files = new Map<string, string>();
  let name = "";
  for (const { text, line } of snippets.filter(({ language }) => language === "ts")) {
    if (name === "" || /^import /m.test(text)) {
      name = `line-${String(line)}.ts`;
    }
    files.set(name, `${files.get(name) ?? ""}${text}`);
  }
  return files;
}

/** Commands as they are typed, without the prompt and without what they print. */
function commandLines(): { command: string; line: number }[] {
  return snippets
    .filter(({ language }) => ["console", "sh", "shell", "bash"].includes(language))
    .flatMap(({ language, text, line }) =>
      text
        .replace(/\\\n\s*/g, " ".repeat(2))
        .split("\n")
        .map((command, index) => ({ command: command.trim(), line: line + index }))
        .filter(({ command }) => command !== "" && !command.startsWith("#"))
        .filter(({ command }) => language !== "console" || command.startsWith("$ "))
        .flatMap(({ command, line: at }) =>
          command
            .replace(/^\$ /, "")
            .split(/ && | \| |; /)
            .map((part) => ({ command: part.replace(/\s+#.*$/, "").trim(), line: at })),
        ),
    );
}

let overview = "";
const help = new Map<string, string>();

beforeAll(async () => {
  await ensureBuilt();
  overview = (await runNode([cli, "--help"])).stdout;
  for (const name of commandsOf(overview)) {
    help.set(name, (await runNode([cli, name, "--help"])).stdout);
  }
});

/** Names below the line `Commands:` of a help page. */
function commandsOf(page: string): string[] {
  const section = /^Commands:\n((?: +.*\n)+)/m.exec(page)?.[1] ?? "";
  return [...section.matchAll(/^ {2}([a-z][\w-]*)/gm)].map((match) => match[1] ?? "");
}

function optionsOf(page: string): Set<string> {
  return new Set(page.match(/(?<=^|[\s,])--?[a-zA-Z][\w-]*/g) ?? []);
}

describe("a ts snippet", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);

  beforeAll(async () => {
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    symlinkSync(root, join(folder, "node_modules/mof-codegen"), "junction");
    const fixture = join(root, "fixtures/RDManagement.mof");
    const out = join(folder, "generated");
    expect(await runNode([cli, "generate", fixture, "--out", out])).toMatchObject({ code: 0 });
  });

  test("compiles, all of them together", async () => {
    for (const [name, text] of programs()) {
      const isModule = /^(import|export) /m.test(text);
      writeFileSync(join(folder, name), isModule ? text : `${text}\nexport {};\n`);
    }
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          target: "ES2023",
          lib: ["ES2023", "ESNext.Disposable"],
          module: "NodeNext",
          typeRoots: [join(root, "node_modules/@types")],
          types: ["node"],
          outDir: "compiled",
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          verbatimModuleSyntax: true,
        },
        include: ["*.ts"],
      }),
    );
    const { stdout } = await runTypeScript(["-p", "tsconfig.json", "--pretty", "false"], folder);
    expect(stdout.split("\n").filter((line) => line !== "")).toEqual([]);
  }, 120_000);

  test("runs, unless it needs a server of one's own", async () => {
    copyFileSync(join(root, "fixtures/RDManagement.mof"), join(folder, "RDManagement.mof"));
    const runnable = [...programs()].filter(([, text]) => !text.includes(".example"));
    expect(runnable).not.toEqual([]);
    for (const [name] of runnable) {
      const finished = await runNode([join("compiled", name.replace(/ts$/, "js"))], folder);
      expect({ name, ...finished }).toMatchObject({ name, code: 0, stderr: "" });
    }
  });

  test("is what the generator writes, where it says so", () => {
    const generated = snippets.filter(({ text }) => text.startsWith("// @generated"));
    const differing = generated.filter(({ text }) => {
      const name = /^export interface (\w+)/m.exec(text)?.[1] ?? "";
      const file = join(folder, "generated/root/cimv2/rdms", `${name}.ts`);
      return !existsSync(file) || !readFileSync(file, "utf8").startsWith(text.trimEnd());
    });
    expect(differing.map(({ line }) => `README.md:${String(line)}`)).toEqual([]);
  });
});

describe("a command", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };

  test("of npm exists", () => {
    const missing = commandLines()
      .map(({ command, line }) => {
        const name = /^npm (?:run (?:-\S+ )*)?(\S+)/.exec(command)?.[1] ?? "ci";
        const isBuiltIn = ["ci", "install", "i", "exec"].includes(name);
        return isBuiltIn || name in scripts ? "" : `README.md:${String(line)}: ${command}`;
      })
      .filter((complaint) => complaint !== "");
    expect(missing).toEqual([]);
  });

  test("of the package and its options are those that its help names", () => {
    const complaints = commandLines().flatMap(({ command, line }) => {
      const words = /^(?:npx (?:-\S+ )*)?(?:mof-)?codegen(?= |$)(.*)/.exec(command)?.[1];
      if (words === undefined) return [];
      const [name = "", ...rest] = words.trim().split(/\s+/);
      const page = name.startsWith("-") ? overview : help.get(name);
      const where = `README.md:${String(line)}`;
      if (page === undefined) return [`${where}: there is no command ${name}`];
      const options = [name, ...rest].filter((word) => /^--?[a-zA-Z]/.test(word));
      return options
        .map((option) => option.replace(/=.*/, ""))
        .filter((option) => !optionsOf(page).has(option))
        .map((option) => `${where}: ${name} has no option ${option}`);
    });
    expect(complaints).toEqual([]);
  });

  test("stands in the table of commands if the program has it, and only then", () => {
    const rows = readme.matchAll(/^\| *`(?:codegen )?([a-z][\w-]*)(?: [^`]*)?` *\|/gm);
    const listed = [...rows].map((match) => match[1] ?? "");
    const known = commandsOf(overview);
    expect(known).not.toEqual([]);
    expect(listed.filter((name) => known.includes(name)).sort()).toEqual([...known].sort());
  });
});

describe("a link", () => {
  const targets = [...readme.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map((match) => match[1] ?? "");

  test("to a file of the repository leads somewhere", () => {
    const files = targets.filter((target) => !/^(https?:|mailto:|#)/.test(target));
    const missing = files.filter(
      (target) => !existsSync(join(dirname(join(root, "README.md")), target.replace(/#.*/, ""))),
    );
    expect(missing).toEqual([]);
  });

  test("to a section leads somewhere", () => {
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map((match) =>
      (match[1] ?? "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
    const sections = targets.filter((target) => target.startsWith("#"));
    expect(sections.filter((target) => !headings.includes(target.slice(1)))).toEqual([]);
  });
});

test("the two commands that set everything up are named", () => {
  expect(readme).toContain("npm ci && npm start");
  expect(readme).toContain("npm ci && npm test");
});
