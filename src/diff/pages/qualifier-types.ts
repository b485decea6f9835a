import type { QualifierRules } from "../catalogue/qualifiers.ts";
import { inClass, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

const type = "Qualifier Colour : string = null, Scope(property);\n";
const added: Example = { old: inClass(), new: type + inClass() };

/** Pages for declarations of qualifiers. */
export const qualifierTypePages: RulePages<
  Pick<QualifierRules, Extract<keyof QualifierRules, `qualifier-type-${string}`>>
> = {
  "qualifier-type-added": {
    title: "A qualifier type was added",
    why: "A qualifier can be used that could not be used before. Nobody is hurt.",
    compatible: "Nothing is to be done.",
    ...added,
  },
  "qualifier-type-removed": {
    title: "A qualifier type was removed",
    why: "A schema of others that uses the qualifier cannot be loaded beside the new one. Generated code and clients that read its values find them no longer.",
    compatible: "Keep the declaration; it costs nothing.",
    ...reversed(added),
  },
  "qualifier-type-type-changed": {
    title: "A qualifier type has another type",
    why: "A schema of others states values of the old type, which do not fit any more. Whoever reads the values has to expect another type.",
    compatible: "Declare a qualifier under another name.",
    old: type,
    new: "Qualifier Colour : uint32 = null, Scope(property);\n",
  },
  "qualifier-type-default-changed": {
    title: "A qualifier type has another default",
    why: "The default holds for every element that does not state the qualifier, in the schemas of others too. What they say changes without a change in their files.",
    compatible: "Leave the default as it is, and state the value where it is meant.",
    old: type,
    new: 'Qualifier Colour : string = "grey", Scope(property);\n',
  },
  "qualifier-type-scope-changed": {
    title: "A qualifier type has another scope",
    why: "The scope says what the qualifier may stand at. Where it gets smaller, a schema of others that uses the qualifier elsewhere is refused.",
    compatible: "Let the scope grow only.",
    old: type,
    new: "Qualifier Colour : string = null, Scope(class, property);\n",
  },
  "qualifier-type-flavor-changed": {
    title: "A qualifier type has other flavors",
    why: "Flavors say whether subclasses inherit the qualifier and whether they may state another value. Elements below one that states it may have another value now, in the schemas of others too.",
    compatible: "Leave the flavors as they are, or declare a qualifier under another name.",
    old: type,
    new: "Qualifier Colour : string = null, Scope(property), Flavor(DisableOverride);\n",
  },
};
