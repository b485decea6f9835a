/** The constant that tells the runtime about a class. */
import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  typeCode,
} from "../model/index.ts";
import type { FileContext } from "./context.ts";
import { stringLiteral } from "./identifiers.ts";
import { expanded, type Literal, type LiteralObject, WIDTH } from "./literal.ts";
import { inputsOf, outsOf } from "./overrides.ts";
import { brokenArguments } from "./type-arguments.ts";
import type { DescriptorView } from "./view.ts";

/** Builds the descriptor; `staticType` is the interface of the static methods, if there are any. */
export function descriptorView(
  cls: CimClass,
  staticType: string | undefined,
  context: FileContext,
): DescriptorView {
  const { name } = context.names.of(cls);
  const type = context.imports.runtimeType("ClassDescriptor");
  const define = context.imports.runtimeValue("defineClass");
  const head = opening(name, type, typeArguments(name, cls, staticType), define);
  const indent = head.breaks ? 2 : 0;
  return {
    comment: `/** What the wire needs to know about {@link ${name}}. */`,
    opening: head.text,
    data: expanded(descriptorData(cls), indent),
  };
}

function typeArguments(name: string, cls: CimClass, staticType: string | undefined): string[][] {
  const keys = cls.keys.length === 0 ? ["never"] : cls.keys.map((key) => stringLiteral(key));
  if (staticType !== undefined) return [[name], keys, [staticType]];
  return cls.keys.length === 0 ? [[name]] : [[name], keys];
}

/** The text up to the data, and whether it breaks behind the equals sign, which indents the data. */
interface Opening {
  readonly text: string;
  readonly breaks: boolean;
}

/**
 * As Prettier lays it out: on one line, or with a break behind the equals sign, or with
 * each type argument on its own line.
 */
function opening(
  name: string,
  type: string,
  unions: readonly (readonly string[])[],
  define: string,
): Opening {
  const flat = unions.map((union) => union.join(" | ")).join(", ");
  const left = `export const ${name}: ${type}<${flat}> =`;
  const right = `/* @__PURE__ */ ${define}(`;
  if (`${left} ${right}{`.length <= WIDTH) return { text: `${left} ${right}`, breaks: false };
  const single = unions.length === 1;
  if (left.length <= WIDTH || single) return { text: `${left}\n  ${right}`, breaks: true };
  const text = `export const ${name}: ${type}${brokenArguments(unions)} = ${right}`;
  return { text, breaks: false };
}

/** The data itself, as `runtime/types` describes it. */
export function descriptorData(cls: CimClass): LiteralObject {
  const superclasses: string[] = [];
  for (let next = cls.superclass; next; next = next.superclass) superclasses.push(next.name);
  return {
    format: 1,
    name: cls.name,
    namespace: cls.namespace,
    superclasses: superclasses.length > 0 ? superclasses : undefined,
    keys: cls.keys.length > 0 ? cls.keys : undefined,
    abstract: flag(cls.abstract),
    association: flag(cls.association),
    indication: flag(cls.indication),
    singleton: flag(cls.singleton),
    properties: members(cls.properties, propertyData),
    methods: members(cls.methods, methodData),
  };
}

function flag(set: boolean): true | undefined {
  return set || undefined;
}

function members<M extends { readonly name: string }>(
  all: readonly M[],
  data: (member: M) => Literal,
): LiteralObject | undefined {
  if (all.length === 0) return undefined;
  return Object.fromEntries(all.map((member) => [member.name, data(member)]));
}

function propertyData(property: CimProperty): Literal {
  const type = typeCode(property.type);
  return property.writable ? { type, write: true } : type;
}

function methodData(method: CimMethod): Literal {
  const types = (parameters: readonly CimParameter[]) =>
    members(parameters, (parameter) => typeCode(parameter.type));
  return {
    static: flag(method.static),
    in: types(inputsOf(method)),
    out: types(outsOf(method)),
    returns: method.returns && typeCode(method.returns.type),
  };
}
