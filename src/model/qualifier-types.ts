/** The types of qualifiers: those that sources declare, each in its namespace, above the standard ones. */
import type { QualifierDeclaration } from "../ast/index.ts";
import type { DeclaredQualifier } from "./declared.ts";
import { changedFlavors, USUAL } from "./flavors.ts";
import { isIntrinsic } from "./intrinsic.ts";
import { identityOf } from "./namespace.ts";
import { qualifierConstant } from "./qualifier-constant.ts";
import type { CimConstant, QualifierType, QualifierTypeName, Scope } from "./schema.ts";
import { type StandardQualifier, standardQualifiers } from "./standard-qualifiers.ts";

/** What a name means as a qualifier in a namespace. */
export interface KnownQualifier {
  /** In lower case. */
  readonly key: string;
  readonly type: QualifierType | undefined;
}

/** Finds a qualifier by its name in any case. */
export type QualifierFinder = (name: string) => KnownQualifier;

/** Collects the types that sources declare; of two in one namespace the first counts. */
export class QualifierTypes {
  private readonly byIdentity = new Map<string, QualifierType>();
  private readonly byName = new Map<string, QualifierType>();
  private readonly finders = new Map<string, QualifierFinder>();

  constructor(declared: readonly DeclaredQualifier[]) {
    for (const each of declared) {
      const type = declaredType(each);
      const key = type.name.toLowerCase();
      const identity = identityOf(type.namespace, key);
      if (!this.byIdentity.has(identity)) this.byIdentity.set(identity, type);
      if (!this.byName.has(key)) this.byName.set(key, type);
    }
  }

  /** Each once, in the order of the sources. */
  get declared(): readonly QualifierType[] {
    return [...this.byIdentity.values()];
  }

  /** The type of a qualifier in a namespace: declared there, standard, or declared anywhere else. */
  of(namespace: string, name: string): QualifierType | undefined {
    const key = name.toLowerCase();
    return (
      this.byIdentity.get(identityOf(namespace, key)) ?? standard().get(key) ?? this.byName.get(key)
    );
  }

  /** The same for all qualifiers of a namespace, each looked up once a spelling. */
  in(namespace: string): QualifierFinder {
    const known = this.finders.get(namespace);
    if (known) return known;
    const found = new Map<string, KnownQualifier>();
    const finder = (name: string): KnownQualifier => {
      let qualifier = found.get(name);
      if (!qualifier) {
        qualifier = { key: name.toLowerCase(), type: this.of(namespace, name) };
        found.set(name, qualifier);
      }
      return qualifier;
    };
    this.finders.set(namespace, finder);
    return finder;
  }
}

/** A declaration; what Microsoft's short form leaves out is that of the standard qualifier. */
function declaredType({ node, source, namespace }: DeclaredQualifier): QualifierType {
  const { name, type, array, initializer, scopes, flavors, policy } = node;
  const known = standard().get(name.text.toLowerCase());
  const word = type?.name.text.toLowerCase();
  const intrinsic = word === undefined ? undefined : intrinsicOf(word);
  const scopeNames = scopes.map(({ text }) => text.toLowerCase()).filter(isScope);
  const typeName = intrinsic ?? known?.type ?? (initializer ? "string" : "boolean");
  const isArray = type ? (array ? (array.size ?? true) : false) : (known?.array ?? false);
  return {
    kind: "qualifier-type",
    name: name.text,
    namespace,
    type: typeName,
    array: isArray,
    default: defaultOf(node, typeName, isArray) ?? (type ? null : (known?.default ?? null)),
    scopes: scopeNames.length > 0 ? scopeNames : (known?.scopes ?? ["any"]),
    flavors: changedFlavors(USUAL, policy ? [...flavors, policy] : flavors),
    location: { source, span: { start: name.start, end: name.end } },
  };
}

/** MOF 3's `integer` has no limits; sint64 is the widest that MOF 2 has. */
function intrinsicOf(word: string): QualifierTypeName | undefined {
  if (word === "integer") return "sint64";
  return isIntrinsic(word) ? word : undefined;
}

function defaultOf(
  { initializer }: QualifierDeclaration,
  type: QualifierTypeName,
  array: boolean | number,
): CimConstant | undefined {
  return initializer && qualifierConstant(initializer, type, array !== false);
}

const SCOPES: ReadonlySet<string> = new Set<Scope>([
  "any",
  "association",
  "class",
  "indication",
  "method",
  "parameter",
  "property",
  "qualifier",
  "reference",
  "schema",
  "structure",
  "enumeration",
  "enumerationvalue",
]);

function isScope(word: string): word is Scope {
  return SCOPES.has(word);
}

/** The standard qualifier of a name in any case. */
export function standardQualifier(name: string): QualifierType | undefined {
  return standard().get(name.toLowerCase());
}

let standardTypes: ReadonlyMap<string, QualifierType> | undefined;

/** The standard qualifiers by name in lower case, made when they are first needed. */
function standard(): ReadonlyMap<string, QualifierType> {
  standardTypes ??= new Map(
    standardQualifiers.map((each) => [each[0].toLowerCase(), standardType(each)]),
  );
  return standardTypes;
}

function standardType([
  name,
  spelt,
  value,
  scopes,
  flavors = "",
]: StandardQualifier): QualifierType {
  const array = spelt.endsWith("[]");
  const type = spelt.replace("[]", "");
  if (!isIntrinsic(type)) throw new TypeError(`the qualifier ${name} has no type`);
  const stated = flavors.split(" ").map((text) => ({ text }));
  return {
    kind: "qualifier-type",
    name,
    namespace: "",
    type,
    array,
    default: value,
    scopes,
    flavors: changedFlavors(USUAL, stated),
  };
}
