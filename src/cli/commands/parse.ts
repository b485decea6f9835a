import { writeAst } from "../../ast/index.ts";
import { readDocuments, readSchema } from "../../build/index.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/index.ts";
import { mofPieces, snapshotPieces } from "../../snapshot/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { report } from "../report.ts";
import { schemaOptions } from "../schema-options.ts";
import type { Values } from "../values.ts";

type Write = (text: string) => void;

/** `codegen parse`: prints what sources say, or with errors nothing. */
export async function parse(values: Values, io: Io): Promise<number> {
  const { diagnostics, print } = read(values, io);
  await report(diagnostics, values, io);
  if (hasErrors(diagnostics)) return exitCode.findings;
  let waiting = "";
  print((text) => {
    waiting += text;
    if (waiting.length < enough) return;
    io.stdout.write(waiting);
    waiting = "";
  });
  if (waiting !== "") io.stdout.write(waiting);
  return exitCode.done;
}

/** So much is worth a call to the system. */
const enough = 64 * 1024;

/** What there is to say about the sources, and a way to print them in the form that was asked for. */
function read(
  values: Values,
  io: Io,
): { readonly diagnostics: readonly Diagnostic[]; readonly print: (write: Write) => void } {
  const options = schemaOptions(values, io);
  const form = values.text("emit");
  if (form === "ast") {
    const { value, diagnostics } = readDocuments(options);
    return { diagnostics, print: (write) => writeAst(value, write) };
  }
  const { value, diagnostics } = readSchema(options);
  const pieces = form === "mof" ? mofPieces : snapshotPieces;
  return {
    diagnostics,
    print: (write) => {
      for (const piece of pieces(value.schema)) write(piece);
    },
  };
}
