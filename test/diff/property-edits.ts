/** Edits of properties, each with what it has to be found as. */
import type { CimProperty, Qualifiers } from "../../src/model/index.ts";
import { having, isPlain, lacks, marked, typed, type Edit } from "./edit-tools.ts";

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
