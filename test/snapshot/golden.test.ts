/** Each folder of `fixtures/snapshot` is a sentence; its MOF must give its JSON and its MOF. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "../../src/parse/index.ts";
import { snapshotPieces } from "../../src/snapshot/index.ts";
import { expectGolden } from "../golden.ts";
import { allOf, inAllForms, jsonOf, schemaOf } from "./again.ts";
import { folderOf, inputOf, scenarios } from "./scenarios.ts";

describe.each(scenarios)("fixtures/snapshot/%s", (name) => {
  const schema = schemaOf(parse({ name: "input.mof", text: inputOf(name) }));
  const { json, mof, fromJson, fromMof } = inAllForms(schema);

  test("as JSON and as MOF", () => {
    expectGolden(join(folderOf(name), "expected"), { "schema.json": json, "schema.mof": mof });
  });

  test("is written in pieces as it is in one", () => {
    expect([...snapshotPieces(schema)].join("")).toBe(json);
  });

  test("means the same when it is read again", () => {
    expect(jsonOf(fromJson)).toBe(json);
    expect(jsonOf(fromMof)).toBe(json);
    expect(allOf(fromJson)).toBe(allOf(schema));
    expect(allOf(fromMof)).toBe(allOf(schema));
  });
});
