import { writeAst } from "../../ast/index.ts";
import { readDocuments, readSelection } from "../../build/index.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/index.ts";
import { seen } from "../../diagnostics/json-text.ts";
import { mofPieces, snapshotPieces } from "../../snapshot/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Io, TextStream } from "../io.ts";
import { report } from "../report.ts";
import { schemaOptions } from "../schema-options.ts";
import { selectionOptions } from "../selection-options.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/**
 * `codegen parse`: prints what sources say, or with errors nothing.
 *
 * @throws UsageError when some classes of files are to be printed as they were written
 */
export async function parse(values: Values, io: Io): Promise<number> {
  const { diagnostics, pieces } = await read(values, io);
  await report(diagnostics, values, io);
  if (hasErrors(diagnostics)) return exitCode.findings;
  let waiting = "";
  for (const piece of pieces()) {
    // The printed MOF escapes within its strings itself.
    waiting += values.text("emit") === "mof" ? piece : seen(piece);
    if (waiting.length < enough) continue;
    if (!(await isTaken(waiting, io.stdout))) return exitCode.done;
    waiting = "";
  }
  if (waiting !== "") io.stdout.write(waiting);
  return exitCode.done;
}

/** So much is worth a call to the system. */
const enough = 64 * 1024;

/** Waits for a slow reader, or all that is to be printed would pile up; `false` when nobody reads any more. */
function isTaken(text: string, stream: TextStream): Promise<boolean> {
  return new Promise((resolve) => {
    if (stream.write(text, (error) => resolve(!error)) !== false) resolve(true);
  });
}

/** What there is to say about the sources, and their text in the form that was asked for. */
interface Read {
  readonly diagnostics: readonly Diagnostic[];
  readonly pieces: () => Iterable<string>;
}

async function read(values: Values, io: Io): Promise<Read> {
  const options = schemaOptions(values, io);
  const form = values.text("emit");
  if (form === "ast") {
    if (isSelective(values.stated ?? values)) {
      throw new UsageError("--emit ast prints files as a whole, so no classes can be selected");
    }
    const { value, diagnostics } = await readDocuments(options);
    return { diagnostics, pieces: () => writeAst(value) };
  }
  const { value, diagnostics } = await readSelection({ ...options, ...selectionOptions(values) });
  const inPieces = form === "mof" ? mofPieces : snapshotPieces;
  return { diagnostics, pieces: () => inPieces(value.schema) };
}

/** What a configuration selects is for other forms. */
function isSelective(values: Values): boolean {
  return Object.values(selectionOptions(values)).some(({ length }) => length > 0);
}
