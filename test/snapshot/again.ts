import type { MofDocument } from "../../src/ast/index.ts";
import { type Outcome, renderText } from "../../src/diagnostics/index.ts";
import { resolve, type Schema } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { printMof, readSnapshot, snapshotOf, writeSnapshot } from "../../src/snapshot/index.ts";

/** What a document means that stands alone and has no errors. */
export function schemaOf({ value, diagnostics }: Outcome<MofDocument>): Schema {
  const resolved = resolve({ roots: [value], includes: new Map() });
  const errors = [...diagnostics, ...resolved.diagnostics].filter(
    ({ severity }) => severity === "error",
  );
  if (errors.length > 0) throw new Error(renderText(errors));
  return resolved.value;
}

/** A schema in its forms, and what is read from each of them. */
export interface Forms {
  readonly json: string;
  readonly mof: string;
  readonly fromJson: Schema;
  readonly fromMof: Schema;
}

export function inAllForms(schema: Schema): Forms {
  const json = jsonOf(schema);
  const mof = printMof(schema);
  return {
    json,
    mof,
    fromJson: schemaOf(readSnapshot({ name: "snapshot.json", text: json })),
    fromMof: schemaOf(parse({ name: "printed.mof", text: mof })),
  };
}

export function jsonOf(schema: Schema): string {
  return writeSnapshot(snapshotOf(schema));
}

/** All of a schema but where things stand in the sources: what is inherited, too. */
export function allOf(schema: Schema): string {
  const plain = (key: string, value: unknown): unknown => {
    if (key === "location") return undefined;
    if (key === "superclass") return (value as { readonly name: string }).name;
    if (typeof value === "bigint") return `${value}n`;
    return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
  };
  return JSON.stringify(schema, plain, 1);
}
