/** What `codegen explain` says of a code, and its list of all codes. */
import { createColors } from "picocolors";
import { areas } from "../../diagnostics/catalogue/areas.ts";
import { catalogue, type Code, type Severity } from "../../diagnostics/index.ts";
import { pages, type Page } from "../../diagnostics/pages/index.ts";
import { template } from "../../diagnostics/template.ts";
import { indented, wrapped } from "./sheet.ts";

/** A code as data: `--format json` prints it. */
export interface CodeExplanation extends Partial<Page> {
  readonly version: 1;
  readonly code: Code;
  readonly area: string;
  readonly severity: Severity;
  readonly strictSeverity: Severity;
  /** Whether it can be lowered and silenced. */
  readonly adjustable: boolean;
  readonly message: string;
  readonly help?: string;
}

/** All that is known of a code. */
export function explainCode(code: Code): CodeExplanation {
  const { severity, strict = severity, adjustable = false } = catalogue[code];
  const area = areas.find(({ codes }) => codes.includes(code));
  return {
    version: 1,
    code,
    area: area?.title ?? "",
    severity,
    strictSeverity: strict,
    adjustable,
    ...template(code),
    ...pages[code],
  };
}

export function codeText(explanation: CodeExplanation, colour: boolean): string {
  const { bold, cyan } = createColors(colour);
  const { code, message, help, why, wrong, right } = explanation;
  const shown = help === undefined ? message : `${message}\nhelp: ${help}`;
  const blocks = [
    bold(`${code}, ${severityText(explanation)}`),
    wrapped(shown, 78)
      .map((line) => `  ${line}`)
      .join("\n"),
    why && wrapped(why, 80).join("\n"),
    wrong !== undefined && `${bold(wrongTitle(explanation))}\n\n${cyan(indented(wrong))}`,
    right !== undefined && `${bold("Right:")}\n\n${cyan(indented(right))}`,
    silenceText(explanation),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function severityText({ severity, strictSeverity }: CodeExplanation): string {
  const usual = nouns[severity];
  return strictSeverity === severity ? usual : `${usual}; ${nouns[strictSeverity]} with --strict`;
}

const nouns: Readonly<Record<Severity, string>> = {
  error: "an error",
  warning: "a warning",
  info: "a note",
};

function wrongTitle({ dialect, strict }: CodeExplanation): string {
  const options = [dialect && `--dialect ${dialect}`, strict && "--strict"].filter(Boolean);
  return options.length === 0 ? "Wrong:" : `Wrong, with ${options.join(" ")}:`;
}

function silenceText({ code, adjustable }: CodeExplanation): string {
  if (!adjustable) return "It cannot be silenced: what is read or written depends on it.";
  // Comments of MOF are none on a page.
  if (/^(?:page|documentation)-/.test(code)) {
    return `To silence it: --severity ${code}=off, or in mof-codegen.config.json:

  { "severity": { "${code}": "off" } }`;
  }
  return `To silence it at one place, put this on the line above:

  // codegen-disable-next-line ${code} -- reason

or everywhere: --severity ${code}=off, or in mof-codegen.config.json:

  { "severity": { "${code}": "off" } }`;
}

/** Every code with its severity and its sentence, by area. */
export function codeList(colour: boolean): string {
  const { bold } = createColors(colour);
  const width = Math.max(...areas.flatMap(({ codes }) => codes.map((code) => code.length)));
  const blocks = areas.map(({ title, codes }) => {
    const lines = codes.map(
      (code) =>
        `  ${code.padEnd(width)}  ${catalogue[code].severity.padEnd(7)}  ${template(code).message}`,
    );
    return [bold(`${title}:`), ...lines].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}
