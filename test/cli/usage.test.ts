// cspell:ignore frobnicate genrate ouut superclas
import { expect, test } from "vitest";
import { contentsOf } from "../build/folder.ts";
import { codegen, project } from "./run.ts";

const ofGenerate = `Usage: codegen generate <sources…> --out <folder> [options]
More:  codegen generate --help
`;
const ofCodegen = `Usage: codegen <command> [options]
More:  codegen --help
`;

test.each([
  ["genrate", "there is no command genrate. Did you mean generate?", ofCodegen],
  ["gen", "there is no command gen. Did you mean generate?", ofCodegen],
  ["frobnicate", "there is no command frobnicate", ofCodegen],
  ["--out", "there is no option --out", ofCodegen],
  ["generate", "no MOF file or folder is named", ofGenerate],
  ["generate --out gen", "no MOF file or folder is named", ofGenerate],
  ["generate a.mof", "--out <folder> is missing", ofGenerate],
  ["generate a.mof --why --check", "--out <folder> is missing", ofGenerate],
  ["generate a.mof --why --include", "--include needs a value: --include <pattern>", ofGenerate],
  ["generate a.mof --out", "--out needs a value: --out <folder>", ofGenerate],
  ["generate a.mof --out=", "--out needs a value: --out <folder>", ofGenerate],
  ["generate a.mof --no-out", "--out needs a value: --out <folder>", ofGenerate],
  ["generate a.mof --out --check", "--out needs a value: --out <folder>", ofGenerate],
  ["generate a.mof --out a --out b", "--out is given more than once", ofGenerate],
  [
    "generate a.mof -o a -I",
    "--include-folder needs a value: --include-folder <folder>",
    ofGenerate,
  ],
  [
    "generate a.mof --ouut gen",
    "codegen generate has no option --ouut. Did you mean --out?",
    ofGenerate,
  ],
  [
    "generate a.mof --out gen --import js",
    "codegen generate has no option --import. Did you mean --import-extension?",
    ofGenerate,
  ],
  ["generate a.mof --out gen --watch", "codegen generate has no option --watch", ofGenerate],
  ["generate a.mof --out gen -x", "codegen generate has no option -x", ofGenerate],
  [
    "generate a.mof --out gen --import-extension tss",
    "--import-extension is js, ts or none, not tss. Did you mean ts?",
    ofGenerate,
  ],
  [
    "generate a.mof --out gen --severity strict",
    "--severity is a code, = and a level, not strict",
    ofGenerate,
  ],
  [
    "generate a.mof --out gen --severity unknown-superclas=off",
    "--severity unknown-superclas=off: there is no code unknown-superclas. Did you mean unknown-superclass?",
    ofGenerate,
  ],
  [
    "generate a.mof --out gen --severity toString=off",
    "--severity toString=off: there is no code toString",
    ofGenerate,
  ],
  [
    "generate a.mof --out gen --severity unknown-superclass=warn",
    "--severity unknown-superclass=warn: a severity is off, info, warning or error, not warn. Did you mean warning?",
    ofGenerate,
  ],
  [
    "generate a.mof --out gen --severity unterminated-string=warning",
    "--severity unterminated-string=warning: unterminated-string is never less than an error: what is read depends on it",
    ofGenerate,
  ],
  ["generate a.mof --out gen --limit few", "--limit is a number or all, not few", ofGenerate],
  [
    "generate a.mof --out gen --format jsn",
    "--format is text, json, github or sarif, not jsn. Did you mean json?",
    ofGenerate,
  ],
  ["generate a.mof --out gen --config", "--config needs a value: --config <file>", ofGenerate],
  ["generate a.mof --out gen --check=no", "--check takes no value", ofGenerate],
  [
    "generate a.mof --out gen --locale klingon",
    "--locale klingon is no language; write it as en-US or 409",
    ofGenerate,
  ],
])("codegen %s", async (line, message, hint) => {
  const folder = project({ "a.mof": "class A { };\n" });
  expect(await codegen(folder, line)).toEqual({
    code: 2,
    stdout: "",
    stderr: `error: ${message}\n${hint}`,
  });
  expect(contentsOf(folder)).toEqual({ "a.mof": "class A { };\n" });
});

test("numbers and words behind -- are names of files", async () => {
  const folder = project({ "007": "class A { };\n", "-b.mof": "class B { };\n" });
  expect(await codegen(folder, "check 007 -- -b.mof")).toMatchObject({
    code: 0,
    stdout: "Checked 2 classes in 2 files: no errors\n",
  });
});
