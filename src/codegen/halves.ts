/** What stands beside a class's interface: static methods, what is written, what a provider implements. */
import { type CimClass, type CimMethod, declarerOf } from "../model/index.ts";
import { comment } from "./comment.ts";
import type { FileContext } from "./context.ts";
import { stringLiteral } from "./identifiers.ts";
import { interfaceHeader } from "./interface-header.ts";
import { methodView, separated } from "./members.ts";
import type { Overrides } from "./overrides.ts";
import { providerMethod } from "./signature.ts";
import { fits } from "./text-width.ts";
import { brokenArguments } from "./type-arguments.ts";
import type { InterfaceView, TypeView } from "./view.ts";

/**
 * Whether a method is called on the class. One that the MOF does not call static is, too,
 * when there are no keys by which an instance could be named: WMI's providers then take the
 * class's path. A singleton has a path of its own, and an abstract class has heirs with keys.
 */
export function isCalledOnClass(cls: CimClass, method: CimMethod): boolean {
  return method.static || isKeyless(cls);
}

function isKeyless({ keys, abstract, association, indication, singleton }: CimClass): boolean {
  return keys.length === 0 && !abstract && !association && !indication && !singleton;
}

/** Methods that the static half of a class declares itself. */
function staticMethods(cls: CimClass): readonly CimMethod[] {
  if (!isKeyless(cls)) return cls.ownMethods.filter((method) => method.static);
  // What stands in no static half before: a superclass with heirs that have keys has none of it.
  const isFirst = !cls.superclass || !isKeyless(cls.superclass);
  const candidates = isFirst ? cls.methods : cls.ownMethods;
  return candidates.filter((method) => !method.static || cls.ownMethods.includes(method));
}

/** The nearest class of the chain that has a static half. */
export function staticOwner(cls: CimClass): CimClass | undefined {
  let owner: CimClass | undefined = cls;
  while (owner && staticMethods(owner).length === 0) owner = owner.superclass;
  return owner;
}

/** The interface of a class's static methods, if it declares any. */
export function staticView(
  cls: CimClass,
  overrides: Overrides,
  context: FileContext,
): InterfaceView | undefined {
  const methods = staticMethods(cls);
  if (methods.length === 0) return undefined;
  const { name, staticName } = context.names.of(cls);
  const owner = cls.superclass && staticOwner(cls.superclass);
  const base = owner && context.imports.declaredIn(owner, context.names.of(owner).staticName);
  return {
    comment: comment([`The static methods of {@link ${name}}, for \`class(${name})\`.`], 0) ?? "",
    name: staticName,
    header: interfaceHeader(staticName, base, overrides.staticsOmittedBy(cls, owner)),
    members: separated(
      methods.map((method) => {
        // Types mean what they mean where the method is declared.
        const declarer = declarerOf(cls, method);
        return methodView(declarer, method, context, method.static ? [] : [NOT_STATED]);
      }),
    ),
  };
}

const NOT_STATED = "The MOF does not call it static, but the class has no keys.";

/** What a new instance is made of; there are none of abstract classes, and events are not created. */
export function createView(cls: CimClass, { names, imports }: FileContext): TypeView | undefined {
  if (cls.abstract || cls.indication || cls.properties.length === 0) return undefined;
  const { name, createName } = names.of(cls);
  const text = `What a new instance of {@link ${name}} is made of.`;
  const type = `${imports.runtimeType("NewInstance")}<${name}>`;
  return {
    comment: comment([text], 0) ?? "",
    name: createName,
    text: aliasOf(createName, type, [[name]], imports.runtimeType("NewInstance")),
  };
}

/** What may be written, if anything. */
export function writeView(cls: CimClass, { names, imports }: FileContext): TypeView | undefined {
  const writable = cls.properties.filter((property) => property.writable && !property.key);
  if (writable.length === 0) return undefined;
  const { name, writeName } = names.of(cls);
  const text = `What may be written of an instance of {@link ${name}}.`;
  const keys = writable.map((property) => stringLiteral(property.name));
  const changes = imports.runtimeType("Changes");
  return {
    comment: comment([text], 0) ?? "",
    name: writeName,
    text: aliasOf(writeName, `${changes}<${name}, ${keys.join(" | ")}>`, [[name], keys], changes),
  };
}

/** `export type Name = Of<…>;` as Prettier lays it out. */
function aliasOf(
  name: string,
  type: string,
  unions: readonly (readonly string[])[],
  generic: string,
): string {
  const left = `export type ${name} =`;
  const line = `${left} ${type};`;
  if (fits(line)) return line;
  const single = unions.length === 1;
  return single ? `${left}\n  ${type};` : `${left} ${generic}${brokenArguments(unions)};`;
}

/** Own methods, and inherited ones that are called on the class from here on. */
function providedMethods(cls: CimClass): readonly CimMethod[] {
  return isKeyless(cls) ? staticMethods(cls) : cls.ownMethods;
}

/** The interface of who implements a class's methods, static ones included. */
export function providerView(
  cls: CimClass,
  overrides: Overrides,
  context: FileContext,
): InterfaceView | undefined {
  if (cls.methods.length === 0) return undefined;
  const { names, imports } = context;
  const { name, providerName } = names.of(cls);
  const owner = cls.superclass && cls.superclass.methods.length > 0 ? cls.superclass : undefined;
  const base = owner && imports.declaredIn(owner, names.of(owner).providerName);
  const text = `The methods of {@link ${name}} as a provider implements them, for \`provide\`.`;
  return {
    comment: comment([text], 0) ?? "",
    name: providerName,
    header: interfaceHeader(providerName, base, overrides.methodsOmittedBy(cls, owner)),
    members: providedMethods(cls).map((method) => {
      const caller = isCalledOnClass(cls, method)
        ? imports.runtimeType("StaticCall")
        : `${imports.runtimeType("Call")}<${name}>`;
      return {
        comment: undefined,
        text: providerMethod(declarerOf(cls, method), method, caller, context),
        apart: false,
      };
    }),
  };
}
