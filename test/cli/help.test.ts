import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { codegen, project } from "./run.ts";

async function page(line: string): Promise<string> {
  const { code, stdout, stderr } = await codegen(project({}), line);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

const overview = `Turns MOF, the class language of WMI and CIM, into typed TypeScript.

Usage: codegen <command> [options]

Commands:
  generate  Write TypeScript for the classes that MOF files declare.
  check     Look for mistakes in MOF files. Writes nothing.

Options:
  -h, --help     Show this page, or that of a command.
      --version  Show the version.

Examples:
  codegen generate RDManagement.mof --out src/generated
  codegen check schemas

Exit codes:
  0  Done.
  1  Something has to be put right: in a source, or in the output.
  2  The command line is wrong.
  3  A comparison was asked for, but a source has errors.
  4  A server refused, or could not be reached.

More: codegen <command> --help, and the README of mof-codegen.
`;

const generate = `Write TypeScript for the classes that MOF files declare.

Usage: codegen generate <sources…> --out <folder> [options]

Arguments:
  sources  MOF files, or folders to search for them.

Output:
  -o, --out <folder>              Where the files go. Only files that codegen
                                  itself wrote there are ever replaced or
                                  removed.
      --check                     Write nothing; fail if anything would change.
      --import-extension <ext>    Ending of imported file names: js, ts or none.
                                  Default: js

Input:
  -I, --include <folder>          Search here too for what #pragma include
                                  names. Can be repeated.
      --default-namespace <name>  Namespace of classes that state none.
                                  Default: root/cimv2
      --locale <id>               Language of descriptions, such as de-DE or
                                  407.
                                  Default: en-US

Messages:
  -q, --quiet                     Print errors only.
      --no-color                  Do not colour messages. --color always does.
  -h, --help                      Show this page.

Examples:
  codegen generate RDManagement.mof --out src/generated   One file
  codegen generate schemas --out src/generated -I vendor  A folder
  codegen generate schemas --out src/generated --check    In CI

Exit codes:
  0  The folder is up to date.
  1  A source has errors, or the folder could not be written. Nothing was
     changed. With --check: the folder is not up to date.
  2  The command line is wrong.
  3  With --check: a source has errors, so there is nothing to compare.

More: codegen --help, and the README of mof-codegen.
`;

const check = `Look for mistakes in MOF files. Writes nothing.

Usage: codegen check <sources…> [options]

Arguments:
  sources  MOF files, or folders to search for them.

Input:
  -I, --include <folder>          Search here too for what #pragma include
                                  names. Can be repeated.
      --default-namespace <name>  Namespace of classes that state none.
                                  Default: root/cimv2
      --locale <id>               Language of descriptions, such as de-DE or
                                  407.
                                  Default: en-US

Messages:
  -q, --quiet                     Print errors only.
      --no-color                  Do not colour messages. --color always does.
  -h, --help                      Show this page.

Examples:
  codegen check RDManagement.mof   One file
  codegen check schemas -I vendor  A folder

Exit codes:
  0  No errors; there may be warnings.
  1  At least one error.
  2  The command line is wrong.

More: codegen --help, and the README of mof-codegen.
`;

test("the overview", async () => {
  expect(await page("--help")).toBe(overview);
});

test("the page of generate", async () => {
  expect(await page("generate --help")).toBe(generate);
});

test("the page of check", async () => {
  expect(await page("check --help")).toBe(check);
});

test("a page is found by every way that people ask for it", async () => {
  for (const line of ["-h", "help", "help nonsense", "--help --out x"]) {
    expect(await page(line), line).toBe(overview);
  }
  for (const line of ["generate -h", "--help generate", "help generate", "generate a.mof --help"]) {
    expect(await page(line), line).toBe(generate);
  }
});

test("a source is not taken for a topic", async () => {
  expect(await page("check generate --help")).toBe(check);
});

test("no page is wider than a terminal", () => {
  const lines = [overview, generate, check].flatMap((text) => text.split("\n"));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test("no command at all shows the overview as a mistake", async () => {
  expect(await codegen(project({}), "")).toEqual({ code: 2, stdout: "", stderr: overview });
});

test("the version is that of the package", async () => {
  expect(await page("--version")).toBe(`${packageJson.version}\n`);
  expect(await page("generate --version")).toBe(`${packageJson.version}\n`);
});
