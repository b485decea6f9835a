import { readSchema } from "../../build/index.ts";
import { hasErrors, type Diagnostic } from "../../diagnostics/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { count, report, say } from "../report.ts";
import { schemaOptions } from "../schema-options.ts";
import type { Values } from "../values.ts";

/** `codegen check`: says what is wrong with MOF files and writes nothing. */
export async function check(values: Values, io: Io): Promise<number> {
  const { value, diagnostics } = await readSchema(schemaOptions(values, io));
  await report(diagnostics, values, io, io.stdout);
  if (hasErrors(diagnostics)) return exitCode.findings;
  if (tooManyWarnings(diagnostics, values, io)) return exitCode.findings;
  const declared = value.schema.classes.filter((cls) => !cls.builtin);
  const what = `${count(declared.length, "class", "classes")} in ${count(value.files, "file")}`;
  say(`Checked ${what}: no errors`, values, io);
  return exitCode.done;
}

function tooManyWarnings(diagnostics: readonly Diagnostic[], values: Values, io: Io): boolean {
  const most = values.text("max-warnings");
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  if (most === undefined || warnings <= Number(most)) return false;
  io.stderr.write(`error: ${count(warnings, "warning")}, but --max-warnings allows ${most}\n`);
  return true;
}
