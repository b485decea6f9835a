/** Class data → class definitions, for who asks a server in memory for its schema. */
import { CimError } from "../error.ts";
import { typeOfProperty } from "../class-data.ts";
import type {
  ClassDefinition,
  DefinitionType,
  MethodDefinition,
  ParameterDefinition,
  PropertyDefinition,
  QualifierValue,
} from "../schema/definition.ts";
import type { CimValue, ClassData, MethodData, TypeCode } from "../types.ts";
import type { Store } from "./store.ts";

/** Finds definitions. */
export interface Definitions {
  /**
   * The definition of a class.
   *
   * @throws CimError `"invalid-namespace"`, or `"not-found"` as GetClass answers (DSP0200 5.3.2.1).
   */
  get(className: string, namespace: string): ClassDefinition;
  /** Those of the subclasses of a class, or of the classes without superclass. */
  below(className: string | undefined, namespace: string, isDeep: boolean): ClassDefinition[];
}

/** What definitions are made of. */
interface Parts {
  readonly store: Store;
  readonly definitions?: readonly ClassDefinition[];
}

/**
 * Makes the finder.
 *
 * @param parts - A store, and definitions that count more than its classes.
 */
export function definitionsOf({ store, definitions }: Parts): Definitions {
  // Made when somebody asks: few do, and a schema has more than a thousand classes.
  let made = definitions;
  const all = (): readonly ClassDefinition[] => (made ??= store.classes.map(definitionOf));
  const inNamespace = (namespace: string): ClassDefinition[] => {
    const found = all().filter((each) => isSame(each.namespace, namespace.replaceAll("\\", "/")));
    if (found.length > 0) return found;
    throw new CimError("invalid-namespace", `there is no namespace ${namespace}`);
  };
  return {
    get(className, namespace) {
      const found = inNamespace(namespace).find(({ name }) => isSame(name, className));
      if (found !== undefined) return found;
      throw new CimError("not-found", `there is no such class in ${namespace}`, { className });
    },
    below(className, namespace, isDeep) {
      const there = inNamespace(namespace);
      if (className !== undefined && !there.some(({ name }) => isSame(name, className))) {
        throw new CimError("invalid-class", `there is no such class in ${namespace}`, {
          className,
        });
      }
      return below(there, className, isDeep);
    },
  };
}

function below(
  there: readonly ClassDefinition[],
  className: string | undefined,
  isDeep: boolean,
): ClassDefinition[] {
  const names = new Set(there.map(({ name }) => name.toLowerCase()));
  const parentOf = ({ superclass = "" }: ClassDefinition): string => {
    const parent = superclass.toLowerCase();
    return names.has(parent) ? parent : "";
  };
  const wanted = className?.toLowerCase() ?? "";
  const found: ClassDefinition[] = [];
  const parents = new Set([wanted]);
  for (const parent of parents) {
    for (const each of there) {
      if (parentOf(each) !== parent) continue;
      found.push(each);
      if (isDeep) parents.add(each.name.toLowerCase());
    }
  }
  return found;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The definition that class data tells of. Which class a member came from it does not say.
 *
 * @param cls - The class.
 */
function definitionOf(cls: ClassData): ClassDefinition {
  const [superclass] = cls.superclasses ?? [];
  const marks = (["Abstract", "Association", "Indication"] as const).filter(
    (name) =>
      cls[
        name === "Abstract" ? "abstract" : name === "Association" ? "association" : "indication"
      ] === true,
  );
  return {
    name: cls.name,
    namespace: cls.namespace,
    ...(superclass !== undefined && { superclass }),
    qualifiers: marks.map((name) => qualifier(name, true)),
    properties: Object.entries(cls.properties ?? {}).map(([name, property]) => {
      const marked = [
        ...(cls.keys?.includes(name) === true ? [qualifier("Key", true)] : []),
        ...(cls.required?.includes(name) === true ? [qualifier("Required", true)] : []),
        ...(typeof property === "object" && property.write === true
          ? [qualifier("Write", true)]
          : []),
      ];
      return propertyOf(name, typeOfProperty(property), marked);
    }),
    methods: Object.entries(cls.methods ?? {}).map(([name, method]) =>
      methodDefinition(name, method),
    ),
  };
}

function propertyOf(
  name: string,
  type: TypeCode,
  marks: readonly QualifierValue[],
): PropertyDefinition {
  return { ...typed(name, type, marks), value: null, isPropagated: false };
}

function methodDefinition(name: string, method: MethodData): MethodDefinition {
  const names = [...new Set([...Object.keys(method.in ?? {}), ...Object.keys(method.out ?? {})])];
  const returns = method.returns && typed("", method.returns, []);
  return {
    name,
    isPropagated: false,
    ...(returns && { returnType: returns.type }),
    qualifiers: method.static === true ? [qualifier("Static", true)] : [],
    parameters: names.map((each): ParameterDefinition => {
      const isIn = Object.hasOwn(method.in ?? {}, each);
      const isOut = Object.hasOwn(method.out ?? {}, each);
      const inType = isIn ? method.in?.[each] : undefined;
      const type = inType ?? (isOut ? method.out?.[each] : undefined) ?? "string";
      return typed(each, type, [qualifier("In", isIn), ...(isOut ? [qualifier("Out", true)] : [])]);
    }),
  };
}

function typed(
  name: string,
  code: TypeCode,
  marks: readonly QualifierValue[],
): ParameterDefinition {
  const isArray = code.endsWith("[]");
  const one = isArray ? code.slice(0, -2) : code;
  const [word = "", className] = one.split(" ");
  const base = { name, qualifiers: marks };
  switch (word) {
    case "ref":
      return { ...base, type: "reference", isArray, ...(className !== undefined && { className }) };
    case "instance":
      return {
        ...base,
        type: "string",
        isArray,
        qualifiers: [...marks, qualifier("EmbeddedInstance", className ?? "")],
      };
    case "object":
      return {
        ...base,
        type: "string",
        isArray,
        qualifiers: [...marks, qualifier("EmbeddedObject", true)],
      };
    case "octetstring":
      // DSP0004 5.6.3.34: numbers, or for several of them texts.
      return {
        ...base,
        type: isArray ? "string" : "uint8",
        isArray: true,
        qualifiers: [...marks, qualifier("Octetstring", true)],
      };
    case "interval":
      return { ...base, type: "datetime", isArray };
    default:
      // As: all that is left are intrinsic types, which both sides name alike.
      return { ...base, type: word as DefinitionType, isArray };
  }
}

function qualifier(name: string, value: CimValue): QualifierValue {
  const type = typeof value === "boolean" ? "boolean" : "string";
  const flavors = { overridable: true, toSubclass: true, translatable: false };
  return { name, type, value, isPropagated: false, flavors };
}
