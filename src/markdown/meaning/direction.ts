/** How a parameter is passed, which a signature and the list of parameters both say. */
import type { ParameterDeclaration, Qualifier } from "../../ast/index.ts";
import { diagnose, type Outcome } from "../../diagnostics/index.ts";
import type { Source } from "../../source/index.ts";
import type { Direction, ParameterEntry } from "../page.ts";
import { LISTED } from "./listed-qualifiers.ts";
import { identityOf } from "./name.ts";
import { qualifier, spanOf } from "./qualifiers.ts";

/**
 * A parameter with its direction. What the signature says counts; what it leaves out is read from
 * the list. DSP0004 5.6.3.18: a parameter of which nothing is said is an input.
 */
export function directed(
  source: Source,
  parameter: ParameterDeclaration,
  entry: ParameterEntry | undefined,
): Outcome<ParameterDeclaration> {
  const { name, qualifiers } = parameter;
  const declared = declaredDirection(qualifiers);
  const listed = entry?.direction;
  const location = { source, span: spanOf(name) };
  if (declared) {
    if (!listed || agree(declared, listed)) return { value: parameter, diagnostics: [] };
    const sentence = { name: name.text, declared: words(declared), listed: words(listed) };
    return {
      value: parameter,
      diagnostics: [diagnose("page-direction-differs", sentence, location)],
    };
  }
  if (listed && (listed.out || listed.optional)) {
    const sentence = { name: name.text, direction: words(listed) };
    return {
      value: { ...parameter, qualifiers: [...qualifiers, ...stated(listed, entry)] },
      diagnostics: [diagnose("page-direction-missing", sentence, location)],
    };
  }
  const foreign = listed ? undefined : qualifiers.find(isForeign);
  if (!foreign) return { value: parameter, diagnostics: [] };
  const sentence = { name: name.text, written: foreign.name.text };
  const at = { source, span: spanOf(foreign.name) };
  return { value: parameter, diagnostics: [diagnose("page-direction-missing", sentence, at)] };
}

/** @returns nothing when neither In nor Out is stated */
function declaredDirection(qualifiers: readonly Qualifier[]): Direction | undefined {
  const [input, output, optional] = ["in", "out", "optional"].map((name) =>
    qualifiers.find((each) => identityOf(each.name.text) === name),
  );
  if (!input && !output) return undefined;
  return { in: isTrue(input), out: isTrue(output), optional: isTrue(optional) };
}

function isTrue(qualifier: Qualifier | undefined): boolean {
  if (!qualifier) return false;
  return qualifier.value?.kind !== "boolean" || qualifier.value.value;
}

/** A list may leave out that a parameter is optional. */
function agree(declared: Direction, listed: Direction): boolean {
  const isSame = declared.in === listed.in && declared.out === listed.out;
  return isSame && (declared.optional || !listed.optional);
}

function words(direction: Direction): string {
  return (["in", "out", "optional"] as const).filter((word) => direction[word]).join(", ");
}

function stated(direction: Direction, { name }: ParameterEntry): readonly Qualifier[] {
  const names = [
    ...(direction.in ? ["In"] : []),
    ...(direction.out ? ["Out"] : []),
    ...(direction.optional ? ["Optional"] : []),
  ];
  return names.map((each) => qualifier(each, { start: name.start, end: name.start }));
}

const KNOWN = new Set(
  [...Object.keys(LISTED), "Optional", "Description", "ID", "CIMType", "Ref"].map(identityOf),
);

/** A word that is no qualifier of MOF, in the place where the direction stands. */
function isForeign({ name, value }: Qualifier): boolean {
  return value === undefined && !KNOWN.has(identityOf(name.text));
}
