/** What stands beside a class's interface: static methods, what is written, what a provider implements. */
import { type CimClass, type CimMethod, declarerOf, findMethod } from "../model/index.ts";
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
 * Whether a method may be called on the class. One that the MOF does not call static may, too,
 * when there are no keys by which an instance could be named: WMI's providers then take the
 * class's path. A singleton has a path of its own, and an abstract class has heirs with keys.
 * One that is said not to be static may not: the keys are then only unknown.
 */
export function isCalledOnClass(cls: CimClass, method: CimMethod): boolean {
  return maybeStatic(method) || (isKeyless(cls) && !isOfInstances(method));
}

/** `Static(false)`. */
function isOfInstances({ qualifiers }: CimMethod): boolean {
  return qualifiers.get("static")?.value === false;
}

/** Where nobody says whether a method is static, whoever calls it has to know. */
function maybeStatic(method: CimMethod): boolean {
  return method.static || method.staticUnknown === true;
}

function isKeyless({ keys, abstract, association, indication, singleton }: CimClass): boolean {
  return keys.length === 0 && !abstract && !association && !indication && !singleton;
}

/** Methods that the static half of a class declares itself. */
function staticMethods(cls: CimClass): readonly CimMethod[] {
  if (!isKeyless(cls)) return cls.ownMethods.filter(maybeStatic);
  // What stands in no static half before: a superclass with heirs that have keys has none of it.
  const isFirst = !cls.superclass || !isKeyless(cls.superclass);
  const candidates = isFirst ? cls.methods : cls.ownMethods;
  return candidates.filter((method) =>
    method.static ? cls.ownMethods.includes(method) : isCalledOnClass(cls, method),
  );
}

/** The nearest class of the chain that has a static half. */
export function staticOwner(cls: CimClass): CimClass | undefined {
  let owner: CimClass | undefined = cls;
  while (owner && staticMethods(owner).length === 0) owner = owner.superclass;
  return owner;
}

/** What stands in the static half of a class or is inherited by it, by name in lower case. */
function staticHalf(cls: CimClass | undefined): ReadonlyMap<string, CimMethod> {
  const half = new Map<string, CimMethod>();
  for (let next = cls; next; next = next.superclass) {
    for (const method of staticMethods(next)) {
      const name = method.name.toLowerCase();
      if (!half.has(name)) half.set(name, method);
    }
  }
  return half;
}

/**
 * Names that the static half of a class must not inherit: methods that are replaced by others
 * that do not fit, and those that are called on instances from here on.
 */
function staticsOmittedBy(
  cls: CimClass,
  owner: CimClass | undefined,
  overrides: Overrides,
): readonly string[] {
  const half = staticHalf(owner);
  const replaced = cls.methods.flatMap((own) => {
    const inherited = half.get(own.name.toLowerCase());
    return inherited && inherited !== own ? [{ own, inherited }] : [];
  });
  const onClass = replaced.filter(({ own }) => isCalledOnClass(cls, own));
  const onInstances = replaced.filter(({ own }) => !isCalledOnClass(cls, own));
  const names = onInstances.map(({ inherited }) => inherited.name);
  return [...names, ...overrides.methodsOmittedBy(cls, onClass)].sort();
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
    header: interfaceHeader(staticName, base, staticsOmittedBy(cls, owner, overrides)),
    members: separated(
      methods.map((method) => {
        // Types mean what they mean where the method is declared.
        const declarer = declarerOf(cls, method);
        return methodView(declarer, method, context, whyStatic(method));
      }),
    ),
  };
}

/** Why a method that is not called static stands among those that are. */
function whyStatic(method: CimMethod): readonly string[] {
  if (method.static) return [];
  if (!method.staticUnknown) return ["The MOF does not call it static, but the class has no keys."];
  return ["Its documentation does not say whether it is called on the class or on an instance."];
}

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
  if (unions.length > 1 && fits(`${left} ${generic}<`)) {
    return `${left} ${generic}${brokenArguments(unions)};`;
  }
  // Below the name it stands as if it had always been there.
  const below = `  ${type};`;
  if (unions.length === 1 || fits(below)) return `${left}\n${below}`;
  return `${left}\n  ${generic}${brokenArguments(unions, 2).replaceAll("\n", "\n  ")};`;
}

/** Own methods, and inherited ones that are called on the class from here on. */
function providedMethods(cls: CimClass): readonly CimMethod[] {
  if (!isKeyless(cls)) return cls.ownMethods;
  const own = new Set([...cls.ownMethods, ...staticMethods(cls)]);
  return cls.methods.filter((method) => own.has(method));
}

/**
 * Names that the provider of a class must not inherit: methods that are replaced by others that
 * do not fit, and those whose `this` is an instance that does not fit.
 */
function providedOmittedBy(
  cls: CimClass,
  owner: CimClass | undefined,
  overrides: Overrides,
): readonly string[] {
  const replaced = providedMethods(cls).flatMap((own) => {
    const inherited = owner && findMethod(owner, own.name);
    return inherited && inherited !== own ? [{ own, inherited }] : [];
  });
  const calledOnOthers = replaced.filter(({ own, inherited }) => {
    const declarer = owner && declarerOf(owner, inherited);
    const onInstances = declarer && ![own, inherited].some(maybeStatic);
    return onInstances && !isKeyless(cls) && !overrides.inheritsAll(cls, declarer);
  });
  const names = calledOnOthers.map(({ inherited }) => inherited.name);
  return [...new Set([...names, ...overrides.methodsOmittedBy(cls, replaced)])].sort();
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
    header: interfaceHeader(providerName, base, providedOmittedBy(cls, owner, overrides)),
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
