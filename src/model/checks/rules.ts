/** Every check, in one list. */
import { aliases } from "./aliases.ts";
import { ambiguousClass } from "./ambiguous-class.ts";
import { associationReferences } from "./association-references.ts";
import { changedSignature } from "./changed-signature.ts";
import { classNameWithoutSchema } from "./class-name-without-schema.ts";
import { conflictingQualifierType } from "./conflicting-qualifier-type.ts";
import { duplicateInstance } from "./duplicate-instance.ts";
import { duplicateMapLabel } from "./duplicate-map-label.ts";
import { duplicateQualifier } from "./duplicate-qualifier.ts";
import { flavors } from "./flavors.ts";
import { instanceClass } from "./instance-class.ts";
import { instanceProperties } from "./instance-properties.ts";
import { keyInSubclass } from "./key-in-subclass.ts";
import { namedElements } from "./named-elements.ts";
import { overrideTarget } from "./override-target.ts";
import { parameterWithoutDirection } from "./parameter-without-direction.ts";
import { pragmas } from "./pragmas.ts";
import { punitSyntax } from "./punit-syntax.ts";
import { qualifierNotOverridable } from "./qualifier-not-overridable.ts";
import { qualifierOnAnotherType } from "./qualifier-on-another-type.ts";
import { qualifierScope } from "./qualifier-scope.ts";
import { qualifierValueType } from "./qualifier-value-type.ts";
import { redeclaredMember } from "./redeclared-member.ts";
import { retypedProperty } from "./retyped-property.ts";
import { superclassOfAnotherKind } from "./superclass-of-another-kind.ts";
import { terminalSuperclass } from "./terminal-superclass.ts";
import { undeclaredQualifier } from "./undeclared-qualifier.ts";
import { unknownScope } from "./unknown-scope.ts";
import { unsuitableKey } from "./unsuitable-key.ts";
import { valueLimits } from "./value-limits.ts";
import { valueMapKeys } from "./value-map-keys.ts";
import { valueOfItsType } from "./value-of-its-type.ts";
import { versionSyntax } from "./version-syntax.ts";
import { voidProperty } from "./void-property.ts";
import type { Rule } from "./walk/rule.ts";

export const rules: readonly Rule[] = [
  aliases,
  ambiguousClass,
  associationReferences,
  changedSignature,
  classNameWithoutSchema,
  conflictingQualifierType,
  duplicateInstance,
  duplicateMapLabel,
  duplicateQualifier,
  flavors,
  instanceClass,
  instanceProperties,
  keyInSubclass,
  namedElements,
  overrideTarget,
  parameterWithoutDirection,
  pragmas,
  punitSyntax,
  qualifierNotOverridable,
  qualifierOnAnotherType,
  qualifierScope,
  qualifierValueType,
  redeclaredMember,
  retypedProperty,
  superclassOfAnotherKind,
  terminalSuperclass,
  undeclaredQualifier,
  unknownScope,
  unsuitableKey,
  valueLimits,
  valueMapKeys,
  valueOfItsType,
  versionSyntax,
  voidProperty,
];
