import { writeAst } from "../../ast/index.ts";
import { readDocuments, readSchema } from "../../build/index.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/index.ts";
import { printMof, snapshotOf, writeSnapshot } from "../../snapshot/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { report } from "../report.ts";
import { schemaOptions } from "../schema-options.ts";
import type { Values } from "../values.ts";

/** `codegen parse`: prints what sources say, or with errors nothing. */
export async function parse(values: Values, io: Io): Promise<number> {
  const options = schemaOptions(values, io);
  if (values.text("emit") === "ast") {
    const { value, diagnostics } = readDocuments(options);
    return await print(diagnostics, () => writeAst(value), values, io);
  }
  const { value, diagnostics } = readSchema(options);
  const asMof = values.text("emit") === "mof";
  const text = (): string =>
    asMof ? printMof(value.schema) : writeSnapshot(snapshotOf(value.schema));
  return await print(diagnostics, () => [text()], values, io);
}

/** Joined until they are worth a call to the system. */
const enough = 64 * 1024;

async function print(
  diagnostics: readonly Diagnostic[],
  pieces: () => Iterable<string>,
  values: Values,
  io: Io,
): Promise<number> {
  await report(diagnostics, values, io);
  if (hasErrors(diagnostics)) return exitCode.findings;
  let waiting = "";
  for (const piece of pieces()) {
    waiting += piece;
    if (waiting.length < enough) continue;
    io.stdout.write(waiting);
    waiting = "";
  }
  if (waiting !== "") io.stdout.write(waiting);
  return exitCode.done;
}
