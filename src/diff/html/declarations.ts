import { findMethod, findProperty, identityOf } from "../../model/index.ts";
import type { CimClass, Schema } from "../../model/index.ts";
import { printMof } from "../../snapshot/index.ts";
import type { Change } from "../change.ts";

/** Finds what a change is about in a schema, as MOF. */
export type Declarations = (change: Change) => string;

/** Makes a function that prints declarations of a schema; each class is looked up by its identity. */
export function declarationsOf(schema: Schema): Declarations {
  const classes = new Map(schema.classes.map((cls) => [identityOf(cls.namespace, cls.name), cls]));
  return (change) => {
    const { rule, namespace, className, subject } = change;
    if (rule.startsWith("qualifier-type-")) return qualifierType(schema, namespace, className);
    if (rule.startsWith("instance-")) return instance(schema, change);
    const cls = classes.get(identityOf(namespace, className));
    if (!cls) return "";
    const member = subject.slice(className.length);
    if (member === "") return wholeClass(cls, rule === "class-added" || rule === "class-removed");
    const [, name = "", method] = /^\.([^(]*)(\()?/u.exec(member) ?? [];
    return method === undefined ? property(cls, name) : methodOf(cls, name);
  };
}

/** A class with one member, or with none. */
function reduced(cls: CimClass, members: Partial<CimClass>): string {
  return printed({ classes: [{ ...cls, ownProperties: [], ownMethods: [], ...members }] });
}

function wholeClass(cls: CimClass, withMembers: boolean): string {
  return withMembers ? printed({ classes: [cls] }) : reduced(cls, {});
}

/** Qualifiers of the class are not what a change of its member is about. */
function property(cls: CimClass, name: string): string {
  const found = findProperty(cls, name);
  return found ? reduced(cls, { qualifiers: new Map(), ownProperties: [found] }) : "";
}

function methodOf(cls: CimClass, name: string): string {
  const found = findMethod(cls, name);
  return found ? reduced(cls, { qualifiers: new Map(), ownMethods: [found] }) : "";
}

function qualifierType({ qualifierTypes }: Schema, namespace: string, name: string): string {
  const identity = identityOf(namespace, name);
  const found = qualifierTypes.find((each) => identityOf(each.namespace, each.name) === identity);
  return found ? printed({ qualifierTypes: [found] }) : "";
}

/** By the place that the change names, since several may be of one class. */
function instance({ instances }: Schema, { before, after }: Change): string {
  const found = instances.find(({ location }) => location === before || location === after);
  return found ? printed({ instances: [found] }) : "";
}

/** Without the pragma that states the namespace, which the page shows elsewhere. */
function printed(part: Partial<Schema>): string {
  const text = printMof({ classes: [], instances: [], qualifierTypes: [], ...part });
  return text.replace(/^#pragma namespace[^\n]*\n+/u, "").trimEnd();
}
