/** Frames for examples, so that each page shows what is different and little else. */

/** Two texts, one of before and one of now. */
export interface Example {
  readonly old: string;
  readonly new: string;
}

/** The class of most examples, with something more than its key. */
export function inClass(...members: readonly string[]): string {
  const lines = ["[Key] string Name;", ...members].map((line) => `  ${line}\n`);
  return `class ACME_Fan {\n${lines.join("")}};\n`;
}

/** One member of the class before and now. */
export function member(before: string, after: string): Example {
  return { old: inClass(before), new: inClass(after) };
}

/** Something was put before a member, as qualifiers are. */
export function qualified(before: string, after: string, declaration: string): Example {
  return member(prefixed(before, declaration), prefixed(after, declaration));
}

/** The same example in the other direction. */
export function reversed(example: Example): Example {
  return { old: example.new, new: example.old };
}

function prefixed(qualifiers: string, declaration: string): string {
  return qualifiers === "" ? declaration : `[${qualifiers}] ${declaration}`;
}

/** The ends of the associations of the examples. */
export const ends: string =
  "class ACME_Case { [Key] string Name; };\nclass ACME_Fan { [Key] string Name; };\n";

/** An association whose second reference is stated. */
export function associated(reference: string): string {
  return `${ends}[Association] class ACME_FanInCase {\n  [Key] ACME_Case REF Case;\n  ${reference}\n};\n`;
}
