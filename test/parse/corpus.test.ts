/**
 * Real files of others, which are not part of the project: where they are absent, what
 * they would show is skipped and says so.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeHost } from "../../src/build/index.ts";
import { hasErrors } from "../../src/diagnostics/index.ts";
import { analyse } from "../../src/model/index.ts";
import { load, parse } from "../../src/parse/index.ts";
import { decode } from "../../src/source/index.ts";

const root = fileURLToPath(new URL("../../../shared/data/mof/", import.meta.url));
const present = existsSync(root);
if (!present)
  console.warn(`test/parse/corpus.test.ts: skipped, there are no real files in ${root}`);

/** Never read: each has one error and no cascade. */
const unreadable = [
  // a mistake that is there on purpose
  "omi-tests/tests/mof/syntaxerror.mof: unterminated-string",
  // written for the C preprocessor
  "wmi-driver-samples/storage/iscsi/src/common.mof: preprocessor-directive",
  "wmi-driver-samples/storage/iscsi/src/config.mof: preprocessor-directive",
  "wmi-driver-samples/storage/iscsi/src/def.mof: preprocessor-directive",
  "wmi-driver-samples/storage/iscsi/src/mgmt.mof: preprocessor-directive",
];

describe.skipIf(!present)("real files", () => {
  test("CIM 2.41: 1,440 includes, 1,438 classes, nothing that cannot be understood", () => {
    const host = nodeHost(`${root}cim-schema-2.41`);
    const { value, diagnostics } = load(["cim_schema_2.41.0.mof"], host);
    expect(diagnostics).toEqual([]);
    expect(value.includes.size).toBe(1440);
    const resolved = analyse(value);
    expect(resolved.diagnostics).toEqual([]);
    expect(resolved.value.schema.classes.length).toBe(1438);
  }, 60_000);

  test("the others: all are read but those that need a preprocessor or a correction", () => {
    const files = readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => /\.(?:mof|mfl)$/i.test(path) && !path.startsWith("cim-schema-2.41/"))
      .sort();
    const unread = files.flatMap((name) => {
      const { text } = decode(readFileSync(root + name));
      const { diagnostics } = parse({ name, text });
      if (!hasErrors(diagnostics)) return [];
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      return [`${name}: ${errors.map(({ code }) => code).join(", ")}`];
    });
    expect(files.length).toBe(693);
    expect(unread).toEqual(unreadable);
  }, 60_000);
});
