import { ejectTemplates } from "../../build/eject-templates.ts";
import { viewVersion } from "../../codegen/index.ts";
import { ownTemplates } from "../../codegen/templates/own-templates.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { count, report, say } from "../report.ts";
import { programName } from "../syntax/index.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/**
 * `codegen templates`: says which templates there are, or writes them into a folder.
 *
 * @throws UsageError for `--force` without a folder
 */
export async function templates(values: Values, io: Io): Promise<number> {
  const eject = values.text("eject");
  const force = values.flag("force") ?? false;
  if (eject === undefined) {
    if (force) throw new UsageError("--force needs --eject <folder>");
    io.stdout.write(list());
    return exitCode.done;
  }
  const { value, diagnostics } = ejectTemplates(eject, { workingFolder: io.cwd, force });
  await report(diagnostics, values, io);
  if (!value) return exitCode.findings;
  const folder = value.folder.endsWith("/") ? value.folder : `${value.folder}/`;
  if (value.written.length === 0) {
    say(`Nothing to do: the templates are in ${folder} as they are here`, values, io);
    return exitCode.done;
  }
  const number = count(value.written.length, "template");
  say(`Wrote ${number} into ${folder} (${value.written.join(", ")})`, values, io);
  say(`Next: ${programName} generate <sources…> --templates ${value.folder}`, values, io);
  return exitCode.done;
}

function list(): string {
  const width = Math.max(...ownTemplates.map(({ name }) => name.length));
  const lines = ownTemplates.map(
    ({ name, about }) => `  ${`${name}.hbs`.padEnd(width + 4)}  ${about}`,
  );
  return `Templates, which are given version ${viewVersion} of the view:

${lines.join("\n")}

To change some, write them into a folder with ${programName} templates --eject <folder>,
delete those that stay as they are, and name the folder with --templates.
`;
}
