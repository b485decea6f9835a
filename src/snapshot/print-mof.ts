import {
  type ClassDeclaration,
  type Declaration,
  type MofDocument,
  printDeclarations,
} from "../ast/index.ts";
import type { Schema } from "../model/index.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { snapshotOf } from "./snapshot-of.ts";
import { writeSnapshot } from "./write-snapshot.ts";

/**
 * Prints MOF 2.x. That of a schema means the same schema: every namespace is named, the
 * text of amendments stands at what it is about, and superclasses come before their
 * subclasses. That of a document is its declarations as they were written.
 */
export function printMof(input: Schema | MofDocument): string {
  return [...printDeclarations(declarationsOf(input))].join("");
}

function declarationsOf(input: Schema | MofDocument): readonly Declaration[] {
  if ("declarations" in input) return input.declarations;
  // By way of the snapshot: what it would lose would be lost here too, and nothing else.
  const text = writeSnapshot(snapshotOf(input));
  return superclassesFirst(readSnapshot({ name: "schema", text }).value.declarations);
}

/** Other compilers want a superclass before its subclasses; the rest of the order stays. */
function superclassesFirst(declarations: readonly Declaration[]): readonly Declaration[] {
  const ordered: Declaration[] = [];
  let classes: ClassDeclaration[] = [];
  const flush = (): void => {
    for (const each of withoutForwardReferences(classes)) ordered.push(each);
    classes = [];
  };
  for (const declaration of declarations) {
    if (declaration.kind === "class") {
      classes.push(declaration);
    } else {
      flush();
      ordered.push(declaration);
    }
  }
  flush();
  return ordered;
}

function withoutForwardReferences(classes: readonly ClassDeclaration[]): Set<ClassDeclaration> {
  const named = new Map(classes.map((each) => [each.name.text.toLowerCase(), each]));
  const ordered = new Set<ClassDeclaration>();
  for (const each of classes) {
    const chain = new Set<ClassDeclaration>();
    for (
      let next: ClassDeclaration | undefined = each;
      next && !ordered.has(next) && !chain.has(next);
      next = named.get(next.superclass?.text.toLowerCase() ?? "")
    ) {
      chain.add(next);
    }
    for (const step of [...chain].reverse()) ordered.add(step);
  }
  return ordered;
}
