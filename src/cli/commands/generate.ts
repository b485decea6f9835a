import { generateFolder, type GenerateFolderReport } from "../../build/index.ts";
import { commandLine } from "../command-line.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { count, formatOf, report, say } from "../report.ts";
import { schemaOptions } from "../schema-options.ts";
import type { Values } from "../values.ts";

/** `codegen generate`: writes TypeScript for MOF files, or with `--check` compares. */
export async function generate(values: Values, io: Io): Promise<number> {
  const check = values.flag("check") ?? false;
  const importExtension = values.text("import-extension");
  const runtime = values.text("runtime");
  const { value, diagnostics } = generateFolder({
    ...schemaOptions(values, io),
    out: values.text("out") ?? "",
    check,
    ...(isExtension(importExtension) && { importExtension }),
    ...(isRuntime(runtime) && { runtime }),
  });
  await report(diagnostics, values, io, io.stdout);
  for (const line of summary(value, check)) say(line, values, io);
  if (value.result === "stale" && formatOf(values) === "text")
    io.stderr.write(`\n${howToUpdate(values)}\n`);
  return codeOf(value.result, check);
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
  const example = done.created.find((path) => !path.endsWith("index.ts"));
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
