/** What the amendments of a class say of its members. */
import type {
  ClassDeclaration,
  Feature,
  MethodDeclaration,
  ParameterDeclaration,
  PropertyDeclaration,
  Qualifier,
} from "../ast/index.ts";
import { addTo } from "./add-to.ts";

type Lists = readonly (readonly Qualifier[])[];

const NO_LISTS: Lists = [];

/** Finds the qualifiers that amendments give to a member, the most wanted last. */
export class AmendedMembers {
  private readonly features = new Map<string, Feature[]>();

  constructor(amendments: readonly ClassDeclaration[]) {
    for (const feature of amendments.flatMap((amendment) => amendment.features)) {
      addTo(this.features, keyOf(feature), feature);
    }
  }

  /** The qualifiers of a property or of a method. */
  of(node: PropertyDeclaration | MethodDeclaration): Lists {
    if (this.features.size === 0) return NO_LISTS;
    return this.features.get(keyOf(node))?.map(({ qualifiers }) => qualifiers) ?? NO_LISTS;
  }

  /** The qualifiers of a parameter. */
  ofParameter(method: MethodDeclaration, { name: { text } }: ParameterDeclaration): Lists {
    if (this.features.size === 0) return NO_LISTS;
    const name = text.toLowerCase();
    const amended = this.features.get(keyOf(method)) ?? [];
    return amended.flatMap((feature) =>
      feature.kind === "method"
        ? feature.parameters
            .filter((parameter) => parameter.name.text.toLowerCase() === name)
            .map(({ qualifiers }) => qualifiers)
        : [],
    );
  }

  /** One feature for each name that is spoken of. */
  all(): readonly Feature[] {
    return [...this.features.values()].flatMap(([first]) => first ?? []);
  }
}

function keyOf({ kind, name }: Feature): string {
  return `${kind} ${name.text.toLowerCase()}`;
}
