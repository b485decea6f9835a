/** Edits of a schema, each with what it has to be found as. */
import {
  findQualifierType,
  usualFlavors,
  type CimClass,
  type CimConstant,
  type CimMethod,
} from "../../src/model/index.ts";
import type {
  CimParameter,
  CimProperty,
  QualifierValue,
  Qualifiers,
} from "../../src/model/index.ts";
import type { RuleId } from "../../src/diff/index.ts";

/** An edit of something that a class declares itself. */
export interface Edit<T> {
  readonly rule: RuleId;
  /** The rule that finds the way back. */
  readonly back: RuleId;
  readonly applies: (element: T) => boolean;
  /** The element afterwards; nothing when it is gone. */
  readonly apply: (element: T) => T | undefined;
}

const nothing = { classes: [], instances: [], qualifierTypes: [] };

function qualifier(name: string, value: CimConstant): QualifierValue {
  const array = Array.isArray(value);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const type =
    typeof first === "bigint" ? "uint32" : typeof first === "boolean" ? "boolean" : "string";
  const standard = findQualifierType(nothing, "", name);
  return { name, value, type, array, flavors: standard?.flavors ?? usualFlavors };
}

function having<T extends { readonly qualifiers: Qualifiers }>(
  element: T,
  name: string,
  value: CimConstant,
): T {
  const qualifiers = new Map(element.qualifiers);
  qualifiers.set(name.toLowerCase(), qualifier(name, value));
  return { ...element, qualifiers };
}

function lacks(element: { readonly qualifiers: Qualifiers }, ...names: readonly string[]): boolean {
  return names.every((name) => !element.qualifiers.has(name.toLowerCase()));
}

function typed<T extends CimProperty | CimParameter>(element: T, name: string): T {
  return { ...element, declaredType: { ...element.declaredType, name } };
}

function isPlain(
  { declaredType, qualifiers }: CimProperty | CimParameter,
  ...names: readonly string[]
): boolean {
  const { name, array, reference } = declaredType;
  const encoded = ["octetstring", "embeddedobject", "embeddedinstance", "subtype"];
  return (
    !reference &&
    array === false &&
    names.includes(name) &&
    encoded.every((each) => !qualifiers.has(each))
  );
}

/** A qualifier that is set where it was not, for a rule of each kind. */
function marked<T extends { readonly qualifiers: Qualifiers }>(
  rule: RuleId,
  back: RuleId,
  name: string,
  value: CimConstant = true,
  applies: (element: T) => boolean = () => true,
): Edit<T> {
  return {
    rule,
    back,
    applies: (element) => lacks(element, name) && applies(element),
    apply: (element) => having(element, name, value),
  };
}

type Text = (element: { readonly qualifiers: Qualifiers }, name: string) => readonly string[];
const texts: Text = ({ qualifiers }, name) => {
  const value = qualifiers.get(name)?.value;
  return Array.isArray(value) ? value.map(String) : [];
};

const isUnreadable = (property: CimProperty): boolean => !property.readable;
const isNamed = (property: CimProperty): boolean => {
  const [keys, labels] = [texts(property, "valuemap"), texts(property, "values")];
  return (
    keys.length > 1 &&
    keys.length === labels.length &&
    isPlain(property, "uint8", "uint16", "uint32")
  );
};

/** Without a number in front that could be a key, and only once. */
const firstUnique = (property: CimProperty): number => {
  const [keys, labels] = [texts(property, "valuemap"), texts(property, "values")];
  return labels.findIndex(
    (label, index) =>
      labels.indexOf(label) === labels.lastIndexOf(label) && !keys[index]?.includes(".."),
  );
};

/** Edits of properties whose values only go out of the provider. */
export const propertyEdits: readonly Edit<CimProperty>[] = [
  {
    rule: "property-removed",
    back: "property-added",
    applies: (each) => !each.key && !(each.required && each.writable),
    apply: () => undefined,
  },
  {
    rule: "property-removed-key",
    back: "property-added-key",
    applies: (each) => each.key,
    apply: () => undefined,
  },
  {
    rule: "property-type-widened",
    back: "property-type-changed",
    applies: (each) => isPlain(each, "uint8", "uint16") && each.default === undefined,
    apply: (each) => typed(each, "uint32"),
  },
  {
    rule: "property-type-widened-to-64-bit",
    back: "property-type-changed",
    applies: (each) => isPlain(each, "uint8", "uint16", "uint32") && each.default === undefined,
    apply: (each) => typed(each, "uint64"),
  },
  {
    rule: "property-type-changed",
    back: "property-type-changed",
    applies: (each) =>
      isPlain(each, "uint32", "datetime", "boolean") &&
      each.default === undefined &&
      lacks(each, "ValueMap", "Values", "BitMap"),
    apply: (each) => typed(each, "string"),
  },
  {
    rule: "property-arrayness-changed",
    back: "property-arrayness-changed",
    applies: (each) => isPlain(each, "string", "uint16", "uint32") && each.default === undefined,
    apply: (each) => ({ ...each, declaredType: { ...each.declaredType, array: true } }),
  },
  {
    rule: "property-name-case-changed",
    back: "property-name-case-changed",
    applies: (each) => /[a-z]/u.test(each.name),
    apply: (each) => ({ ...each, name: each.name.toUpperCase() }),
  },
  marked(
    "key-added",
    "key-removed",
    "Key",
    true,
    (each) => !each.key && isPlain(each, "string", "uint32"),
  ),
  marked(
    "required-added-output",
    "required-removed-output",
    "Required",
    true,
    (each) => !each.writable && !each.key,
  ),
  marked(
    "write-added",
    "write-removed",
    "Write",
    true,
    (each) => !each.required && each.values === undefined,
  ),
  {
    rule: "read-removed",
    back: "read-added",
    applies: (each) => !isUnreadable(each),
    apply: (each) => having(each, "Read", false),
  },
  {
    rule: "default-added",
    back: "default-removed",
    applies: (each) =>
      isPlain(each, "uint16", "uint32") && each.default === undefined && !each.writable,
    apply: (each) => ({ ...each, default: 1n }),
  },
  marked(
    "maxlen-decreased",
    "maxlen-increased",
    "MaxLen",
    7n,
    (each) => isPlain(each, "string") && !each.writable,
  ),
  marked(
    "minlen-increased",
    "minlen-decreased",
    "MinLen",
    2n,
    (each) => isPlain(each, "string") && !each.writable,
  ),
  marked(
    "maxvalue-decreased",
    "maxvalue-increased",
    "MaxValue",
    7n,
    (each) => isPlain(each, "uint32") && !each.writable,
  ),
  marked(
    "minvalue-increased",
    "minvalue-decreased",
    "MinValue",
    2n,
    (each) => isPlain(each, "uint32") && !each.writable,
  ),
  marked("units-added", "units-removed", "Units", "Volts", (each) =>
    isPlain(each, "uint32", "uint64"),
  ),
  marked("punit-added", "punit-removed", "PUnit", "volt", (each) =>
    isPlain(each, "uint32", "uint64"),
  ),
  marked("ispunit-changed", "ispunit-changed", "IsPUnit", true, (each) => isPlain(each, "string")),
  marked(
    "embeddedobject-added",
    "embeddedobject-removed",
    "EmbeddedObject",
    true,
    (each) => isPlain(each, "string") && each.default === undefined,
  ),
  marked("deprecated-added", "deprecated-removed", "Deprecated", ["No value"]),
  marked("experimental-added", "experimental-removed", "Experimental"),
  marked("qualifier-added", "qualifier-removed", "Expensive"),
  marked("displayname-changed", "displayname-changed", "DisplayName", "Shown"),
  {
    rule: "description-changed",
    back: "description-changed",
    applies: () => true,
    apply: (each) => having(each, "Description", "Said anew."),
  },
  {
    rule: "mappingstrings-changed",
    back: "mappingstrings-changed",
    applies: () => true,
    apply: (each) => having(each, "MappingStrings", ["MIB.New|1"]),
  },
  {
    rule: "modelcorrespondence-changed",
    back: "modelcorrespondence-changed",
    applies: () => true,
    apply: (each) => having(each, "ModelCorrespondence", ["CIM_New.Thing"]),
  },
  marked("privileges-changed", "privileges-changed", "Privileges", ["SeNew"]),
  marked(
    "propagated-changed",
    "propagated-changed",
    "Propagated",
    "CIM_New.Name",
    (each) => each.key,
  ),
  marked("max-decreased", "max-increased", "Max", 3n, (each) => each.type.kind === "reference"),
  marked("min-increased", "min-decreased", "Min", 1n, (each) => each.type.kind === "reference"),
  {
    rule: "valuemap-entry-added",
    back: "valuemap-entry-removed",
    applies: (each) => isNamed(each) && !each.writable && !texts(each, "valuemap").includes("199"),
    apply: (each) => withEntry(each),
  },
  {
    rule: "valuemap-value-renamed",
    back: "valuemap-value-renamed",
    applies: (each) => isNamed(each) && firstUnique(each) >= 0,
    apply: (each) => withLabel(each),
  },
  {
    rule: "valuemap-removed",
    back: "valuemap-added",
    applies: (each) => isNamed(each) && lacks(each, "ValueDescriptions", "BitMap"),
    apply: (each) => withoutMap(each),
  },
];

function withEntry(property: CimProperty): CimProperty {
  const keyed = having(property, "ValueMap", [...texts(property, "valuemap"), "199"]);
  return having(keyed, "Values", [...texts(property, "values"), "Entirely New"]);
}

function withLabel(property: CimProperty): CimProperty {
  const labels = [...texts(property, "values")];
  labels[firstUnique(property)] = "Entirely New";
  return having(property, "Values", labels);
}

function withoutMap(property: CimProperty): CimProperty {
  const qualifiers = new Map(property.qualifiers);
  qualifiers.delete("valuemap");
  qualifiers.delete("values");
  return { ...property, qualifiers };
}

const parameterOf = (name: string, qualifiers: readonly QualifierValue[]): CimParameter => ({
  kind: "parameter",
  name,
  type: { kind: "intrinsic", name: "uint32", array: false },
  declaredType: { name: "uint32", reference: false, array: false },
  qualifiers: new Map(qualifiers.map((each) => [each.name.toLowerCase(), each])),
  in: true,
  out: false,
  required: false,
  optional: false,
  location: { source: { name: "", text: "" }, span: { start: 0, end: 0 } },
});

const withParameters = (method: CimMethod, parameters: readonly CimParameter[]): CimMethod => ({
  ...method,
  parameters,
});

/** Edits of methods; those of their parameters are about the first one. */
export const methodEdits: readonly Edit<CimMethod>[] = [
  { rule: "method-removed", back: "method-added", applies: () => true, apply: () => undefined },
  {
    rule: "method-name-case-changed",
    back: "method-name-case-changed",
    applies: (each) => /[a-z]/u.test(each.name),
    apply: (each) => ({ ...each, name: each.name.toUpperCase() }),
  },
  {
    rule: "return-type-changed",
    back: "return-type-changed",
    applies: ({ returns, qualifiers }) =>
      returns?.declaredType.name === "uint32" && lacks({ qualifiers }, "ValueMap", "BitMap"),
    apply: (each) => ({
      ...each,
      ...(each.returns && {
        returns: {
          ...each.returns,
          declaredType: { ...each.returns.declaredType, name: "string" },
        },
      }),
    }),
  },
  marked("method-static-changed", "method-static-changed", "Static"),
  {
    rule: "param-added-in-required",
    back: "param-removed",
    applies: () => true,
    apply: (each) =>
      withParameters(each, [...each.parameters, parameterOf("XNew", [qualifier("In", true)])]),
  },
  {
    rule: "param-added-in-optional",
    back: "param-removed",
    applies: () => true,
    apply: (each) =>
      withParameters(each, [
        ...each.parameters,
        parameterOf("XNew", [qualifier("In", true), qualifier("Optional", true)]),
      ]),
  },
  {
    rule: "param-added-out",
    back: "param-removed",
    applies: () => true,
    apply: (each) =>
      withParameters(each, [
        ...each.parameters,
        parameterOf("XNew", [qualifier("In", false), qualifier("Out", true)]),
      ]),
  },
  {
    rule: "param-renamed",
    back: "param-renamed",
    applies: ({ parameters: [first] }) => first !== undefined,
    apply: (each) =>
      withParameters(
        each,
        each.parameters.map((parameter, index) =>
          index === 0 ? { ...parameter, name: "XRenamed" } : parameter,
        ),
      ),
  },
  {
    rule: "param-reordered",
    back: "param-reordered",
    applies: ({ parameters }) => parameters.length > 1,
    apply: (each) => withParameters(each, [...each.parameters].reverse()),
  },
  ofFirst(
    "param-in-to-inout",
    "param-inout-to-in",
    (each) =>
      each.in &&
      !each.out &&
      each.values === undefined &&
      !each.required &&
      lacks(each, "MaxLen", "MinLen", "MaxValue", "MinValue"),
    (each) => having(having(each, "In", true), "Out", true),
  ),
  ofFirst(
    "param-type-changed",
    "param-type-changed",
    (each) =>
      isPlain(each, "uint8", "uint16", "uint32", "datetime", "boolean") &&
      lacks(each, "ValueMap", "Values", "BitMap"),
    (each) => typed(each, "string"),
  ),
  ofFirst(
    "param-arrayness-changed",
    "param-arrayness-changed",
    (each) => isPlain(each, "string", "uint16", "uint32"),
    (each) => ({ ...each, declaredType: { ...each.declaredType, array: true } }),
  ),
  ofFirst(
    "required-added-input",
    "required-removed-input",
    (each) => each.in && !each.out && !each.required && lacks(each, "Required"),
    (each) => having(each, "Required", true),
  ),
];

/** An edit of the first parameter, which says that it is about it. */
function ofFirst(
  rule: RuleId,
  back: RuleId,
  applies: (each: CimParameter) => boolean,
  apply: (each: CimParameter) => CimParameter,
): Edit<CimMethod> {
  return {
    rule,
    back,
    applies: ({ parameters: [first] }) => first !== undefined && applies(first),
    apply: (method) =>
      withParameters(
        method,
        method.parameters.map((each, index) => (index === 0 ? apply(each) : each)),
      ),
  };
}

/** Rules whose subject is a parameter: the new one, the renamed one, or the first one. */
export function parameterOfEdit(
  rule: RuleId,
  method: CimMethod,
  forwards: boolean,
): string | undefined {
  if (rule.startsWith("param-added") || rule === "param-removed") return "XNew";
  if (rule === "param-reordered") return undefined;
  if (rule === "param-renamed") return forwards ? "XRenamed" : method.parameters[0]?.name;
  return rule.startsWith("param-") || rule.startsWith("required-")
    ? method.parameters[0]?.name
    : undefined;
}

/** Edits of a class itself; those that its subclasses inherit say so. */
export const classEdits: readonly (Edit<CimClass> & { readonly inherited?: true })[] = [
  {
    rule: "class-abstract-added",
    back: "class-abstract-removed",
    applies: (each) => !each.abstract,
    apply: (each) => having(each, "Abstract", true),
  },
  marked("deprecated-added", "deprecated-removed", "Deprecated", ["No value"]),
  marked("experimental-added", "experimental-removed", "Experimental"),
  {
    rule: "description-changed",
    back: "description-changed",
    applies: () => true,
    apply: (each) => having(each, "Description", "Said anew."),
  },
  {
    rule: "umlpackagepath-changed",
    back: "umlpackagepath-changed",
    applies: () => true,
    apply: (each) => having(each, "UMLPackagePath", "X::New"),
  },
];
