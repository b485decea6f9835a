/** Declarations as MOF, with the qualifiers that say what a member is and what it takes. */
import type {
  CimClass,
  CimConstant,
  CimMethod,
  CimParameter,
  CimProperty,
  DeclaredType,
} from "../../model/index.ts";

export function classSignature(cls: CimClass): string {
  const words = flags([
    [cls.abstract, "Abstract"],
    [cls.association, "Association"],
    [cls.indication, "Indication"],
    [cls.singleton, "Singleton"],
  ]);
  const superclass = cls.superclassName === undefined ? "" : ` : ${cls.superclassName}`;
  return `${words}class ${cls.name}${superclass}`;
}

export function propertySignature(property: CimProperty): string {
  const words = flags([
    [property.key, "Key"],
    [property.required, "Required"],
    [property.readable, "Read"],
    [property.writable, "Write"],
  ]);
  return `${words}${element(property)};`;
}

export function methodSignature(method: CimMethod): string {
  const words = flags([[method.static, "Static"]]);
  const returns = method.returns ? typeText(method.returns.declaredType) : "void";
  const parameters = method.parameters.map((each) => `  ${parameterSignature(each)}`);
  const list = parameters.length === 0 ? "()" : `(\n${parameters.join(",\n")}\n)`;
  return `${words}${returns} ${method.name}${list};`;
}

function parameterSignature(parameter: CimParameter): string {
  const words = flags([
    [parameter.in, "In"],
    [parameter.out, "Out"],
    [parameter.required, "Required"],
    [parameter.optional, "Optional"],
  ]);
  return `${words}${element(parameter)}`;
}

function flags(words: readonly (readonly [boolean, string])[]): string {
  const set = words.filter(([isSet]) => isSet).map(([, word]) => word);
  return set.length === 0 ? "" : `[${set.join(", ")}] `;
}

function element({ declaredType, name, default: value }: CimProperty | CimParameter): string {
  const { array } = declaredType;
  const suffix = array === false ? "" : array === true ? "[]" : `[${array}]`;
  const initial = value === undefined ? "" : ` = ${constantText(value)}`;
  return `${baseName(declaredType)} ${name}${suffix}${initial}`;
}

/** A type in one word or two, its brackets behind it. */
export function typeText(type: DeclaredType): string {
  const { array } = type;
  return baseName(type) + (array === false ? "" : array === true ? "[]" : `[${array}]`);
}

function baseName({ name, reference }: DeclaredType): string {
  return reference ? `${name} REF` : name;
}

/** A value as MOF; one that holds others deep inside is shortened. */
export function constantText(value: CimConstant, depth = 3): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  if ("kind" in value)
    return value.kind === "alias" ? value.alias : `instance of ${value.className}`;
  if (depth === 0) return "{…}";
  return `{${value.map((each) => constantText(each, depth - 1)).join(", ")}}`;
}

function quoted(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `"${escaped.replaceAll("\t", "\\t")}"`;
}
