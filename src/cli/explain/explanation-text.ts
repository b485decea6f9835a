import { visible } from "../../diagnostics/index.ts";
import type {
  ClassExplanation,
  Declared,
  Explanation,
  MethodExplanation,
  ParameterExplanation,
  PropertyExplanation,
  Typed,
  Values,
} from "./explanation.ts";
import { setSheet, wrapped, type Fact } from "./sheet.ts";

/** Sets what is known of a class or a member for a terminal. */
export function explanationText(explanation: Explanation, colour: boolean): string {
  switch (explanation.kind) {
    case "class":
      return classText(explanation, colour);
    case "property":
      return propertyText(explanation, colour);
    case "method":
      return methodText(explanation, colour);
  }
}

function classText(cls: ClassExplanation, colour: boolean): string {
  const { missingSuperclass } = cls;
  const missing =
    missingSuperclass === undefined ? [] : [`${missingSuperclass}, which no source declares`];
  return setSheet(
    {
      heading: `${cls.name}, a class of ${cls.namespace}`,
      code: cls.signature,
      words: cls.description,
      facts: [
        ["Declared", placeText(cls.declared)],
        ["Kind", cls.traits.join(", ")],
        ["Superclasses", [...cls.superclasses, ...missing]],
        ["Subclasses", cls.subclasses.join(", ")],
        ["Keys", cls.keys.join(", ")],
        ["Properties", columns(cls.properties.map((each) => propertyLine(each, cls.name)))],
        ["Methods", columns(cls.methods.map((each) => methodLine(each, cls.name)))],
        ["Also in", cls.alsoIn.join(", ")],
      ],
    },
    colour,
  );
}

function propertyLine(
  { name, type, key, class: owner }: ClassExplanation["properties"][number],
  cls: string,
): readonly string[] {
  return [name, type + (key ? ", key" : ""), owner === cls ? "" : `from ${owner}`];
}

function methodLine(
  { name, static: isStatic, class: owner }: ClassExplanation["methods"][number],
  cls: string,
): readonly string[] {
  return [name, isStatic ? "static" : "", owner === cls ? "" : `from ${owner}`];
}

function propertyText(property: PropertyExplanation, colour: boolean): string {
  const access = [property.readable ? "read" : "", property.writable ? "write" : ""];
  return setSheet(
    {
      heading: `${property.class}.${property.name}, a property`,
      code: property.signature,
      words: property.description,
      facts: [
        ...declarations(property),
        ["Type", property.type],
        ["Key", property.key ? "yes" : undefined],
        ["Required", property.required ? "yes" : undefined],
        ["Access", access.filter(Boolean).join(" and ") || "none"],
        ["Default", property.default],
        ["Units", property.units],
        ...valueFacts(property.values),
      ],
    },
    colour,
  );
}

function methodText(method: MethodExplanation, colour: boolean): string {
  const { returns } = method;
  const onInstance = method.staticUnknown ? "a method" : "a method of an instance";
  const kind = method.static ? "a static method" : onInstance;
  return setSheet(
    {
      heading: `${method.class}.${method.name}, ${kind}`,
      code: method.signature,
      words: method.description,
      facts: [
        ...declarations(method),
        ["Static", `${howStatic(method)}: ${method.evidence}`],
        ["Parameters", method.parameters.flatMap(parameterLines)],
        ["Returns", returns ? [returns.type, ...valueLines(returns.values)] : "nothing"],
      ],
    },
    colour,
  );
}

function declarations({
  declared,
  overrides,
  class: name,
  deprecated,
}: PropertyExplanation | MethodExplanation): readonly Fact[] {
  const inherited = declared.class === name ? "" : `${declared.class}, `;
  return [
    ["Declared", inherited + placeText(declared)],
    ["Overrides", overrides.map((each) => `${each.class}, ${placeText(each)}`)],
    ["Deprecated", deprecated ? "yes" : undefined],
  ];
}

function placeText({ file, line, column }: Declared): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}

function parameterLines(parameter: ParameterExplanation): readonly string[] {
  const facts = [
    parameter.direction,
    parameter.type,
    parameter.required ? "required" : "",
    parameter.optional ? "optional" : "",
    parameter.default === undefined ? "" : `default ${parameter.default}`,
    parameter.units === undefined ? "" : `in ${parameter.units}`,
  ];
  return [
    `${parameter.name}: ${facts.filter(Boolean).join(", ")}`,
    ...aboutLines(parameter).map((line) => `  ${line}`),
  ];
}

function aboutLines({ description, values }: Typed): readonly string[] {
  return [...(description === undefined ? [] : wrapped(description, 64)), ...valueLines(values)];
}

function valueFacts(values: Values | undefined): readonly Fact[] {
  return [[values?.kind === "bits" ? "Bits" : "Values", valueLines(values)]];
}

function howStatic(method: MethodExplanation): string {
  if (method.staticUnknown) return "not known";
  return method.static ? "yes" : "no";
}

/** Documentation may say what a value is without calling it anything. */
function valueLines(values: Values | undefined): readonly string[] {
  const lines = values?.entries.map(({ key, label = "", description = "" }) => {
    const [first = ""] = description.split("\n");
    return [key, label === "" ? first : label];
  });
  return columns(lines ?? []);
}

/** Texts of several rows, each column as wide as its widest but never very wide. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const shown = rows.map((row) => row.map(visible));
  const width = (column: number): number =>
    shown.reduce((widest, row) => Math.max(widest, Math.min(40, row[column]?.length ?? 0)), 0);
  const widths = shown[0]?.map((_, column) => width(column)) ?? [];
  return shown.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
