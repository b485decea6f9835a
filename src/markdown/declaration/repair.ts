/** What is wrong with the declarations of pages and can be read nevertheless, as one table. */
import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Source } from "../../source/index.ts";
import type { Damage, PageFacts, Repair } from "./damage.ts";
import type { EditedText } from "./edited-text.ts";
import { outline } from "./outline.ts";
import { otherCharacters } from "./repair-characters.ts";
import { emptyDefaults, unquotedDefaults } from "./repair-defaults.ts";
import { missingMarks, placeholders, superfluousCommas } from "./repair-marks.ts";
import { missingTypes, referencesByMark, referencesToValues } from "./repair-types.ts";
import { cutOffSuperclasses } from "./repair-superclass.ts";
import { tokensOf } from "./tokens.ts";
import { isWhole } from "./whole-signature.ts";

/** One after the other: each sees what those before it have put right. */
const REPAIRS: readonly ((damage: Damage) => readonly Repair[])[] = [
  otherCharacters,
  placeholders,
  superfluousCommas,
  cutOffSuperclasses,
  referencesByMark,
  referencesToValues,
  missingTypes,
  emptyDefaults,
  unquotedDefaults,
  missingMarks,
];

/** A text that MOF's grammar may understand, and what had to be changed for that. */
export interface Repaired {
  readonly text: EditedText;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts right what is often wrong in the declarations of pages. What nobody can know stays as
 * it is, for the parser to report.
 *
 * @param source - the page that the text is taken from
 * @param facts - what other parts of the page say
 */
export function repair(damaged: EditedText, source: Source, facts: PageFacts): Repaired {
  const diagnostics: Diagnostic[] = [];
  if (isWhole(damaged.text)) return { text: damaged, diagnostics };
  let text = damaged;
  let damage = damageOf(text.text, facts);
  for (const find of REPAIRS) {
    const repairs = find(damage);
    // Most have nothing to repair, and most blocks are whole.
    if (repairs.length === 0) continue;
    for (const { at, say } of repairs) diagnostics.push(say({ source, span: text.original(at) }));
    text = text.with(repairs.flatMap(({ edits }) => edits));
    damage = damageOf(text.text, facts);
  }
  return { text, diagnostics };
}

function damageOf(text: string, facts: PageFacts): Damage {
  const tokens = tokensOf(text);
  return { text, tokens, classes: outline(tokens), facts };
}
