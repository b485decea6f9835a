import { expect, test } from "vitest";
import { codegen, project } from "./run.ts";

const mof = `#pragma namespace ("root/a")
class A {
  [Key] uint32 Id = 1;
};
`;

const snapshot = `{
  "$schema": "urn:mof-codegen:schemas:snapshot-1",
  "version": 1,
  "classes": [
    {
      "name": "A",
      "namespace": "root/a",
      "superclass": null,
      "qualifiers": [],
      "properties": [
        {
          "name": "Id",
          "type": "uint32",
          "array": false,
          "key": true,
          "default": 1,
          "qualifiers": [
            {
              "name": "Key",
              "type": "boolean",
              "value": true
            }
          ]
        }
      ],
      "methods": []
    }
  ],
  "instances": [],
  "qualifierTypes": []
}
`;

const printed = `#pragma namespace ("root/a")

class A {
  [Key]
  uint32 Id = 1;
};
`;

test.each([
  ["parse a.mof", snapshot],
  ["parse a.mof --emit schema", snapshot],
  ["parse a.mof --emit mof", printed],
  ["parse a.json", snapshot],
  ["parse a.json --emit mof", printed],
])("%s", async (line, stdout) => {
  const folder = project({ "a.mof": mof, "a.json": snapshot });
  expect(await codegen(folder, line)).toEqual({ code: 0, stdout, stderr: "" });
});

test("--emit ast: documents, what they include, and where everything stands", async () => {
  const folder = project({
    "a.mof": '#pragma include ("b.mof")\n',
    "b.mof": "instance of A as $A {\n  Big = 18446744073709551615;\n};\n",
  });
  expect(await codegen(folder, "parse a.mof --emit ast")).toEqual({
    code: 0,
    stderr: "",
    stdout: `{
  "documents": [
    {
      "source": "a.mof",
      "declarations": [
        {
          "kind": "pragma",
          "start": 0,
          "end": 25,
          "line": 1,
          "column": 1,
          "name": { "kind": "name", "start": 8, "end": 15, "line": 1, "column": 9, "text": "include" },
          "parameters": [{ "kind": "string", "start": 17, "end": 24, "line": 1, "column": 18, "value": "b.mof" }],
          "includes": "b.mof"
        }
      ]
    },
    {
      "source": "b.mof",
      "declarations": [
        {
          "kind": "instance",
          "start": 0,
          "end": 54,
          "line": 1,
          "column": 1,
          "className": { "kind": "name", "start": 12, "end": 13, "line": 1, "column": 13, "text": "A" },
          "alias": { "kind": "name", "start": 17, "end": 19, "line": 1, "column": 18, "text": "$A" },
          "qualifiers": [],
          "assignments": [
            {
              "kind": "assignment",
              "start": 24,
              "end": 51,
              "line": 2,
              "column": 3,
              "name": { "kind": "name", "start": 24, "end": 27, "line": 2, "column": 3, "text": "Big" },
              "value": {
                "kind": "integer",
                "start": 30,
                "end": 50,
                "line": 2,
                "column": 9,
                "value": "18446744073709551615"
              },
              "qualifiers": []
            }
          ]
        }
      ]
    }
  ]
}
`,
  });
});

test.each(["schema", "mof", "ast"])(
  "with errors --emit %s prints nothing, and says what is wrong",
  async (form) => {
    const folder = project({ "a.mof": "class A { };\n", "b.mof": "class { };\n" });
    const { code, stdout, stderr } = await codegen(folder, `parse a.mof b.mof --emit ${form}`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("\n1 error\n");
  },
);

test("warnings go to standard error", async () => {
  const folder = project({ "a.mof": "class A : B { };\n" });
  const { code, stdout, stderr } = await codegen(folder, "parse a.mof --emit mof");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: '#pragma namespace ("root/cimv2")\n\nclass A : B {};\n',
  });
  expect(stderr).toContain("\n1 warning\n");
});

test("a form that there is not", async () => {
  const { code, stderr } = await codegen(project({}), "parse a.mof --emit schemas");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `error: --emit is schema, mof or ast, not schemas. Did you mean schema?
Usage: codegen parse <sources…> [options]
More:  codegen parse --help
`,
  });
});

test("a damaged snapshot is reported where it is damaged", async () => {
  const folder = project({ "a.json": '{\n  "version": 1,\n  "classes": oh\n}\n' });
  expect(await codegen(folder, "check a.json")).toEqual({
    code: 1,
    stdout: "",
    stderr: `error snapshot-damaged: a.json is no snapshot of a schema: here a value is expected
 --> a.json:3:14
  |
3 |   "classes": oh
  |              ^^
help: Write it again with codegen parse --emit schema.

1 error
`,
  });
});

test.each(["schema", "mof"])("what --emit %s prints is read from standard input", async (form) => {
  const folder = project({ "a.mof": mof });
  const { stdout } = await codegen(folder, `parse a.mof --emit ${form}`);
  const stdin = [...Buffer.from(stdout)].map((byte) => Uint8Array.of(byte));
  expect(await codegen(folder, "parse -", { stdin })).toEqual({
    code: 0,
    stdout: snapshot,
    stderr: "",
  });
});

test("a folder is searched for MOF, not for snapshots", async () => {
  const folder = project({ "a.mof": mof, "b.json": snapshot });
  const { stdout } = await codegen(folder, "check .");
  expect(stdout).toBe("Checked 1 class in 1 file: no errors\n");
});

test("a snapshot stands beside MOF files, and they may extend its classes", async () => {
  const folder = project({
    "a.json": snapshot,
    "b.mof": '#pragma namespace ("root/a")\nclass B : A { };\n',
  });
  expect(await codegen(folder, "parse b.mof a.json --emit mof")).toEqual({
    code: 0,
    stdout: `${printed}\nclass B : A {};\n`,
    stderr: "",
  });
});

test("an alias that several files declare is another in each, so that what is printed can be read", async () => {
  const text = (id: number, alias: string): string => `#pragma namespace("root/a")
instance of A as ${alias} { Id = ${id}; };
instance of B { Of = ${alias}; };
`;
  const folder = project({
    "0.mof": `#pragma namespace("root/a")
class A { [Key] uint32 Id; };
class B { [Key] A ref Of; };
`,
    "1.mof": text(1, "$P1"),
    "2.mof": text(2, "$p1"),
    "3.mof": text(3, "$P1_2"),
  });
  const { stdout } = await codegen(folder, "parse . --emit mof");
  expect(stdout.match(/\$\w+/g)).toEqual(["$P1", "$P1", "$p1_3", "$p1_3", "$P1_2", "$P1_2"]);
  const again = project({ "merged.mof": stdout });
  expect(await codegen(again, "check merged.mof")).toMatchObject({ code: 0 });
  expect(await codegen(again, "parse merged.mof --emit mof")).toMatchObject({ stdout });
});

test.each(["schema", "ast", "mof"])("%s holds nothing that a terminal would obey", async (form) => {
  const text = String.raw`class A { string x = "\x009B2J\x202E\x007F"; };`;
  const folder = project({ "a.mof": text });
  const { code, stdout } = await codegen(folder, `parse a.mof --emit ${form}`);
  expect(code).toBe(0);
  expect(stdout).toMatch(form === "mof" ? /\\x009B/ : /"\\u009b2J\\u202e\\u007f"/);
  expect(stdout).not.toMatch(/[^\n -~]/);
});
