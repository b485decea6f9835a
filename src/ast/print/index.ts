import type { Declaration } from "../nodes.ts";
import { declarationLines } from "./declaration.ts";

/**
 * Prints declarations as MOF, one after the other. Parsing the text gives them again,
 * but for the places and for how numbers and strings were spelled.
 */
export function* printDeclarations(declarations: Iterable<Declaration>): Generator<string> {
  let above: Declaration["kind"] | undefined;
  for (const declaration of declarations) {
    const apart = above !== undefined && (above !== "pragma" || declaration.kind !== "pragma");
    above = declaration.kind;
    yield `${apart ? "\n" : ""}${declarationLines(declaration).join("\n")}\n`;
  }
}
