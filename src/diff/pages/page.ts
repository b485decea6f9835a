/** What there is to know about a rule besides its levels. */
export interface RulePage {
  /** What has happened, in general: a sentence without a full stop. */
  readonly title: string;
  /** Whom it hurts and how. Whole sentences. */
  readonly why: string;
  /** How to get there without hurting anybody. Whole sentences. */
  readonly compatible: string;
  /** An example: MOF of before. */
  readonly old: string;
  /** MOF of now, whose only changes are what the page is about. */
  readonly new: string;
}

/** A page for each rule of a list. */
export type RulePages<L> = { readonly [R in keyof L]: RulePage };

/** Two texts of MOF. */
export interface Example {
  readonly old: string;
  readonly new: string;
}

/** Two pieces of MOF inside a class with a key. */
export function inClass(before: string, after: string): Example {
  return { old: classWith(before), new: classWith(after) };
}

/** Two lists of parameters of a method. */
export function inMethod(before: string, after: string): Example {
  return inClass(`uint32 Run(${before});`, `uint32 Run(${after});`);
}

/** Two lists of qualifiers, with what they stand in front of. */
export function qualified(before: string, after: string, element: string): Example {
  const written = (qualifiers: string): string =>
    qualifiers === "" ? element : `[${qualifiers}] ${element}`;
  return inClass(written(before), written(after));
}

/** Two lists of qualifiers of a class. */
export function onClass(before: string, after: string): Example {
  const written = (qualifiers: string): string =>
    `${qualifiers === "" ? "" : `[${qualifiers}]\n`}${classWith("uint32 Speed;")}`;
  return { old: written(before), new: written(after) };
}

/** `class CIM_Fan` with a key and something else. */
export function classWith(text: string): string {
  const lines = ["[Key] string Name;", ...text.split("\n")].filter((line) => line !== "");
  return `class CIM_Fan {\n${lines.map((line) => `  ${line}\n`).join("")}};\n`;
}

/** What is safe needs no other way. */
export const nothingToDo = "Nothing is to be done: nobody is hurt.";
