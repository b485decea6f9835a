/** What can be said about what declarations mean together. */
import type { Catalogue, Named, Member } from "../sentence.ts";
import { circle } from "./circle.ts";

export interface ModelSentences {
  readonly "unknown-superclass": Named & { readonly superclass: string };
  readonly "too-many-superclasses": Named & { readonly limit: number };
  readonly "superclass-cycle": { readonly chain: readonly string[] };
  readonly "duplicate-class": Named & { readonly namespace: string };
  readonly "duplicate-property": Member;
  readonly "repeated-property": Member;
  readonly "duplicate-method": Member;
  readonly "duplicate-parameter": Member & { readonly method: string };
  readonly "parameter-named-return-value": { readonly className: string; readonly method: string };
  readonly "unknown-type": Member & { readonly type: string };
  readonly "misspelt-type": Member & { readonly type: string; readonly meant: string };
  readonly "unknown-reference-target": Member & { readonly target: string };
  readonly "amendment-without-class": Named & { readonly namespace: string };
  readonly "value-map-mismatch": Member & { readonly values: number; readonly labels: number };
  readonly "unknown-alias": { readonly alias: string };
  readonly "amendment-without-member": Member;
  readonly "nothing-to-delete": Named & { readonly namespace: string };
}

export const modelSentences: Catalogue<ModelSentences> = {
  "unknown-superclass": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ name, superclass }) => `${name} extends ${superclass}, which no source declares`,
    help: ({ superclass }) =>
      `Add the file that declares ${superclass}; its members are missing from the output.`,
  },
  "too-many-superclasses": {
    severity: "error",
    message: ({ name, limit }) => `more than ${limit} superclasses stand above ${name}`,
    help: ({ name }) => `What ${name} inherits is missing from the output.`,
  },
  "superclass-cycle": {
    severity: "error",
    message: ({ chain }) => `classes extend each other in a circle: ${circle(chain)}`,
  },
  "duplicate-class": {
    severity: "error",
    message: ({ name, namespace }) => `${name} is declared more than once in ${namespace}`,
    help: () => "Keep one of the declarations, or give each its own namespace.",
  },
  "duplicate-property": {
    severity: "error",
    message: ({ className, name }) =>
      `${className} declares the property ${name} twice, with different types`,
  },
  "repeated-property": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ className, name }) => `${className} declares the property ${name} twice`,
  },
  "duplicate-method": {
    severity: "error",
    message: ({ className, name }) => `${className} declares the method ${name} twice`,
  },
  "duplicate-parameter": {
    severity: "error",
    message: ({ className, method, name }) =>
      `${className}.${method} has two parameters named ${name}`,
  },
  "parameter-named-return-value": {
    severity: "warning",
    adjustable: true,
    message: ({ className, method }) =>
      `${className}.${method} has a parameter with the name of its return value, which is left out`,
    help: () => "Give the parameter another name, or make the method void.",
  },
  "unknown-type": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ className, name, type }) =>
      `${className}.${name} has the type ${type}, which is neither a CIM type nor a declared class`,
    help: () => "It is generated as an embedded instance of any class.",
  },
  "misspelt-type": {
    severity: "error",
    adjustable: true,
    absence: true,
    message: ({ className, name, type }) =>
      `${className}.${name} has the type ${type}, which CIM does not have`,
    help: ({ meant }) => `Did you mean ${meant}?`,
  },
  "unknown-reference-target": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ className, name, target }) =>
      `${className}.${name} refers to ${target}, which no source declares`,
    help: () => "It is generated as a reference to any class.",
  },
  "amendment-without-class": {
    severity: "warning",
    adjustable: true,
    absence: true,
    message: ({ name, namespace }) =>
      `the amendment of ${name} has no class in ${namespace} to amend`,
    help: () => "Add the MOF file that declares the class.",
  },
  "value-map-mismatch": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ className, name, values, labels }) =>
      `${className}.${name} has ${values} ValueMap entries but ${labels} Values; the first ${Math.min(values, labels)} are paired`,
  },
  "unknown-alias": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ alias }) => `no instance or class has the alias ${alias}`,
  },
  "amendment-without-member": {
    severity: "warning",
    absence: true,
    adjustable: true,
    message: ({ className, name }) =>
      `the amendment of ${className} speaks of ${name}, which the class does not have`,
    help: () => "Amendments add texts, never members.",
  },
  "nothing-to-delete": {
    severity: "warning",
    absence: true,
    adjustable: true,
    message: ({ name, namespace }) => `nothing declares ${name} in ${namespace} before this line`,
    help: () => "Add NOFAIL if it need not be there.",
  },
};
