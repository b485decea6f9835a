import type { Feature, MethodDeclaration, Name, ParameterDeclaration } from "../../ast/index.ts";
import { addTo } from "../add-to.ts";
import type { QualifierChanges } from "../qualifiers.ts";

/** What overlays change of the members of one class, by their names. */
export class OverlaidMembers {
  private readonly changes = new Map<string, QualifierChanges[]>();

  /** Adds a change of a member, or of a parameter of that method; a later one counts more. */
  add(
    member: Feature,
    parameter: ParameterDeclaration | undefined,
    change: QualifierChanges,
  ): void {
    addTo(this.changes, keyOf(member, parameter?.name), change);
  }

  /** What is changed of a property or a method. */
  of(member: Feature): QualifierChanges | undefined {
    return together(this.changes.get(keyOf(member)));
  }

  /** What is changed of a parameter. */
  ofParameter(
    method: MethodDeclaration,
    { name }: ParameterDeclaration,
  ): QualifierChanges | undefined {
    return together(this.changes.get(keyOf(method, name)));
  }
}

function keyOf({ kind, name }: Feature, parameter?: Name): string {
  const words = parameter ? [kind, name.text, parameter.text] : [kind, name.text];
  return words.join(" ").toLowerCase();
}

function together(changes: readonly QualifierChanges[] | undefined): QualifierChanges | undefined {
  return (
    changes &&
    ((qualifiers, find) => {
      for (const change of changes) change(qualifiers, find);
    })
  );
}
