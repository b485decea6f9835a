import { generateFolder, type GenerateFolderReport, readSelection } from "../../build/index.ts";
import { explainNames } from "../../codegen/index.ts";
import { hasErrors } from "../../diagnostics/index.ts";
import { jsonText } from "../../diagnostics/json-text.ts";
import { commandLine } from "../command-line.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { namesText } from "../names-report.ts";
import { reasonData, reasonsText } from "../reasons.ts";
import { count, formatOf, report, say } from "../report.ts";
import { schemaOptions } from "../schema-options.ts";
import { selectionOptions } from "../selection-options.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/**
 * `codegen generate`: writes TypeScript for MOF files, or with `--check` compares; with `--why`
 * it tells what each class is generated for, with `--explain-names` which names differ.
 *
 * @throws UsageError when no folder is named that would be written or compared
 */
export async function generate(values: Values, io: Io): Promise<number> {
  const check = values.flag("check") ?? false;
  const asked = askedOf(values);
  if (asked.any && !check) return await printExplanations(asked, values, io);
  const out = values.text("out");
  if (out === undefined) throw new UsageError("--out <folder> is missing");
  const importExtension = values.text("import-extension");
  const runtime = values.text("runtime");
  const layout = values.text("layout");
  const templates = values.text("templates");
  const { value, diagnostics } = await generateFolder({
    ...schemaOptions(values, io),
    ...selectionOptions(values),
    out,
    check,
    explainNames: asked.names,
    prettier: values.flag("prettier") ?? true,
    ...(isLayout(layout) && { layout }),
    ...(templates !== undefined && { templates }),
    ...(isExtension(importExtension) && { importExtension }),
    ...(isRuntime(runtime) && { runtime }),
  });
  if (asked.any && value.result !== "invalid") explain(asked, value, values, io);
  await report(diagnostics, values, io, asked.any ? io.stderr : io.stdout);
  for (const line of summary(value, check)) say(line, values, io);
  if (value.result === "stale" && formatOf(values) === "text")
    io.stderr.write(`\n${howToUpdate(values)}\n`);
  return codeOf(value.result, check);
}

/** What is to be told beside, or instead of, what is done. */
interface Asked {
  readonly why: boolean;
  readonly names: boolean;
  readonly any: boolean;
}

function askedOf(values: Values): Asked {
  const why = values.flag("why") ?? false;
  const names = values.flag("explain-names") ?? false;
  return { why, names, any: why || names };
}

type Explanations = Pick<GenerateFolderReport, "reasons" | "names">;

async function printExplanations(asked: Asked, values: Values, io: Io): Promise<number> {
  const options = { ...schemaOptions(values, io), ...selectionOptions(values) };
  const { value, diagnostics } = await readSelection(options);
  const failed = hasErrors(diagnostics);
  await report(diagnostics, values, io);
  if (failed) return exitCode.findings;
  const { whole, schema, reasons } = value;
  const layout = values.text("layout");
  const names = asked.names
    ? explainNames(whole, schema.classes, isLayout(layout) ? layout : undefined)
    : [];
  explain(asked, { reasons, names }, values, io);
  return exitCode.done;
}

function explain(asked: Asked, { reasons, names }: Explanations, values: Values, io: Io): void {
  if (formatOf(values) === "json") {
    const classes = asked.why && { classes: reasons.map(reasonData) };
    io.stdout.write(jsonText({ version: 1, ...classes, ...(asked.names && { names }) }));
    return;
  }
  if (asked.why) io.stdout.write(reasonsText(reasons));
  if (asked.why && asked.names) io.stdout.write("\n");
  if (asked.names) io.stdout.write(namesText(names));
}

function isLayout(text: string | undefined): text is "class" | "single" {
  return text === "class" || text === "single";
}

function isExtension(text: string | undefined): text is "js" | "ts" | "none" {
  return text === "js" || text === "ts" || text === "none";
}

function isRuntime(text: string | undefined): text is "package" | "bundled" {
  return text === "package" || text === "bundled";
}

function summary(done: GenerateFolderReport, check: boolean): readonly string[] {
  const classes = count(done.classes, "class", "classes");
  const folder = done.folder.endsWith("/") ? done.folder : `${done.folder}/`;
  if (done.result === "current") {
    return [`${check ? "" : "Nothing to do: "}${folder} is up to date (${classes})`];
  }
  if (done.result !== "written") return [];
  const written = done.created.length + done.updated.length;
  const numbers = [
    `${count(written, "file")} written`,
    `${done.unchanged.length} unchanged`,
    `${done.removed.length} removed`,
  ];
  return [`Generated ${classes} into ${folder} (${numbers.join(", ")})`, ...nextStep(done, folder)];
}

/** Only somebody who generates for the first time needs to hear how to go on. */
function nextStep(done: GenerateFolderReport, folder: string): readonly string[] {
  const known = done.updated.length + done.unchanged.length + done.removed.length;
  // Neither an index nor a file of a bundled runtime has a class.
  const example = done.created.find((path) => !/index\.ts$|^runtime(?:_\d+)?\//.test(path));
  if (known > 0 || example === undefined) return [];
  return [`Next: import a class, such as the one in ${folder}${example}`];
}

function howToUpdate(values: Values): string {
  const line = commandLine("generate", values.stated ?? values);
  return line === undefined ? "To update, run it without --check." : `To update: ${line}`;
}

function codeOf(result: GenerateFolderReport["result"], check: boolean): number {
  switch (result) {
    case "written":
    case "current":
      return exitCode.done;
    case "stale":
    case "refused":
      return exitCode.findings;
    case "invalid":
      return check ? exitCode.noAnswer : exitCode.findings;
  }
}
