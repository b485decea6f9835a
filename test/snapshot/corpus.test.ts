/**
 * Real files of others, which are not part of the project: where they are absent, what
 * they would show is skipped and says so.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { nodeHost, readSchema } from "../../src/build/index.ts";
import { hasErrors } from "../../src/diagnostics/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { decode } from "../../src/source/index.ts";
import snapshotSchema from "../../schemas/snapshot-1.schema.json" with { type: "json" };
import { allOf, inAllForms, jsonOf } from "./again.ts";

const root = fileURLToPath(new URL("../../../shared/data/mof/", import.meta.url));
const present = existsSync(root);
if (!present)
  console.warn(`test/snapshot/corpus.test.ts: skipped, there are no real files in ${root}`);

const ajv = new Ajv2020({ strictTypes: false, strictRequired: false });
const isValid = ajv.compile(snapshotSchema);

describe.skipIf(!present)("real files mean the same when their schema is read again", () => {
  test("each by itself, as JSON and as MOF", () => {
    const files = readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => /\.(?:mof|mfl)$/i.test(path))
      .sort();
    let accepted = 0;
    const different = files.filter((name) => {
      const { text } = decode(readFileSync(root + name));
      const parsed = parse({ name, text });
      const resolved = resolve({ roots: [parsed.value], includes: new Map() });
      if (hasErrors([...parsed.diagnostics, ...resolved.diagnostics])) return false;
      accepted += 1;
      const { json, fromJson, fromMof } = inAllForms(resolved.value);
      const all = allOf(resolved.value);
      return (
        !isValid(JSON.parse(json)) ||
        jsonOf(fromJson) !== json ||
        jsonOf(fromMof) !== json ||
        allOf(fromJson) !== all ||
        allOf(fromMof) !== all
      );
    });
    expect(different).toEqual([]);
    expect(accepted).toBeGreaterThan(2000);
  }, 120_000);

  test("CIM 2.41 as a whole", async () => {
    const host = nodeHost(`${root}cim-schema-2.41`);
    const { value, diagnostics } = await readSchema({ sources: ["cim_schema_2.41.0.mof"] }, host);
    expect(hasErrors(diagnostics)).toBe(false);
    const { json, fromJson, fromMof } = inAllForms(value.schema);
    isValid(JSON.parse(json));
    expect(isValid.errors).toBe(null);
    expect(jsonOf(fromJson) === json).toBe(true);
    expect(jsonOf(fromMof) === json).toBe(true);
  }, 120_000);
});
