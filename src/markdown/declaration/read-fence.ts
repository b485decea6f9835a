/** Declarations of a fenced block, read by MOF's grammar, with their places on the page. */
import type { ClassDeclaration } from "../../ast/index.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/index.ts";
import { parse } from "../../parse/index.ts";
import type { Source } from "../../source/index.ts";
import type { Fence } from "../page.ts";
import type { PageFacts } from "./damage.ts";
import { EditedText } from "./edited-text.ts";
import { mapSpans } from "./map-spans.ts";
import { repair } from "./repair.ts";

/** The classes that a block declares. */
export function readClasses(
  source: Source,
  fence: Fence,
  facts: PageFacts,
): Outcome<readonly ClassDeclaration[]> {
  return read(source, EditedText.of(source, fence), facts);
}

/**
 * The class of a block that holds the signature of a method and nothing around it.
 *
 * @param className - an identifier of MOF
 */
export function readSignature(
  source: Source,
  fence: Fence,
  className: string,
  facts: PageFacts,
): Outcome<readonly ClassDeclaration[]> {
  const signature = EditedText.of(source, fence);
  const end = signature.text.length;
  const wrapped = signature.with([
    { start: 0, end: 0, text: `class ${className} {\n` },
    { start: end, end, text: "\n};" },
  ]);
  return read(source, wrapped, facts);
}

function read(
  source: Source,
  damaged: EditedText,
  facts: PageFacts,
): Outcome<readonly ClassDeclaration[]> {
  const { text, diagnostics } = repair(damaged, source, facts);
  const parsed = parse({ name: source.name, text: text.text }, { dialect: "wmi" });
  const classes = parsed.value.declarations.filter((node) => node.kind === "class");
  return {
    value: classes.map((node) => mapSpans(node, (span) => text.original(span))),
    diagnostics: [...diagnostics, ...parsed.diagnostics.map((each) => onPage(each, source, text))],
  };
}

/** A message about the text that was parsed as one about the page. */
function onPage(diagnostic: Diagnostic, source: Source, text: EditedText): Diagnostic {
  const { location, related } = diagnostic;
  return {
    ...diagnostic,
    ...(location && { location: { source, span: text.original(location.span) } }),
    related: related.map(({ message, location: { span } }) => ({
      message,
      location: { source, span: text.original(span) },
    })),
  };
}
