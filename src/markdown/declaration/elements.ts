import type { ClassOutline, ElementOutline } from "./outline.ts";

/** The members of classes, each followed by its parameters. */
export function elementsOf(classes: readonly ClassOutline[]): readonly ElementOutline[] {
  return classes.flatMap(({ members }) =>
    members.flatMap((member) => [member, ...(member.parameters ?? [])]),
  );
}
