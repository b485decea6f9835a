import { findMethod, findProperty, identityOf } from "../../model/index.ts";
import type { CimClass, QualifierType, Schema, SchemaInstance } from "../../model/index.ts";
import { DeclarationPrinter } from "../../snapshot/index.ts";
import type { Location } from "../../source/index.ts";
import type { Change } from "../change.ts";
import type { PageDeclaration } from "./page-data.ts";
import { shown } from "./shown.ts";

/** Longer declarations are cut: nobody compares them by eye. */
const LONGEST_DECLARATION = 20_000;

/** The MOF of changed elements on both sides, each element once. */
export class Declarations {
  readonly all: PageDeclaration[] = [];
  private readonly known = new Map<string, number | undefined>();
  private readonly old: Side;
  private readonly now: Side;

  constructor(schemas: { readonly old: Schema; readonly new: Schema }) {
    this.old = new Side(schemas.old);
    this.now = new Side(schemas.new);
  }

  /** Which of all declarations a change is about; absent when neither side declares it. */
  indexOf(change: Change): number | undefined {
    const key = keyOf(change);
    if (!this.known.has(key)) this.known.set(key, this.add(change));
    return this.known.get(key);
  }

  private add(change: Change): number | undefined {
    const before = this.old.textOf(change, change.before);
    const after = this.now.textOf(change, change.after);
    if (before === undefined && after === undefined) return undefined;
    return this.all.push(pairOf(before, after)) - 1;
  }
}

function pairOf(before: string | undefined, after: string | undefined): PageDeclaration {
  if (before !== undefined && before === after) return { same: before };
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** What is declared at one name: a property, a method whatever its parameter, a class. */
function keyOf(change: Change): string {
  const { namespace, className, before, after } = change;
  const kind = kindOf(change);
  const name = kind === "instance" ? `${placeKey(before)} ${placeKey(after)}` : memberOf(change);
  return [kind, namespace, className, name].join("\0").toLowerCase();
}

type Kind = "class" | "whole class" | "property" | "method" | "qualifier type" | "instance";

function kindOf(change: Change): Kind {
  const { rule } = change;
  if (rule.startsWith("qualifier-type-")) return "qualifier type";
  if (rule.startsWith("instance-")) return "instance";
  if (rule === "class-added" || rule === "class-removed") return "whole class";
  const member = rest(change);
  if (member === "") return "class";
  return member.includes("(") ? "method" : "property";
}

/** Behind the name of the class: `.Speed`, `.Set()`, `.Set(Speed)`. */
function rest({ subject, className }: Change): string {
  return subject.slice(className.length);
}

function memberOf(change: Change): string {
  return rest(change).replace(/^\./, "").replace(/\(.*$/s, "");
}

function placeKey(location: Location | undefined): string {
  return location ? `${location.source.name}:${location.span.start}` : "";
}

/**
 * Long strings in one piece: the page breaks lines where it has to, and a word more or less
 * is no reason for others to move.
 */
function flowing(text: string): string {
  return text.replace(/"\n *"/g, "").replace(/\(\n *"/g, '("');
}

/** One of the two schemas, by name. */
class Side {
  private readonly printer: DeclarationPrinter;
  private readonly classes: ReadonlyMap<string, CimClass>;
  private readonly types: ReadonlyMap<string, QualifierType>;
  private readonly instances: ReadonlyMap<string, SchemaInstance>;

  constructor(schema: Schema) {
    const { classes, qualifierTypes, instances } = schema;
    this.printer = new DeclarationPrinter(schema);
    this.classes = new Map(classes.map((each) => [identityOf(each.namespace, each.name), each]));
    this.types = new Map(
      qualifierTypes.map((each) => [identityOf(each.namespace, each.name), each]),
    );
    this.instances = new Map(instances.map((each) => [placeKey(each.location), each]));
  }

  textOf(change: Change, place: Location | undefined): string | undefined {
    const text = this.print(change, place);
    if (text === undefined) return undefined;
    const cut = text.length > LONGEST_DECLARATION;
    return shown(flowing(cut ? `${text.slice(0, LONGEST_DECLARATION)}\n…` : text));
  }

  private print(change: Change, place: Location | undefined): string | undefined {
    const identity = identityOf(change.namespace, change.className);
    const kind = kindOf(change);
    if (kind === "instance") {
      const instance = this.instances.get(placeKey(place));
      return instance && this.printer.instance(instance);
    }
    if (kind === "qualifier type") {
      const type = this.types.get(identity);
      return type && this.printer.qualifierType(type);
    }
    const cls = this.classes.get(identity);
    return cls && this.printOf(cls, kind, memberOf(change));
  }

  private printOf(
    cls: CimClass,
    kind: Exclude<Kind, "instance" | "qualifier type">,
    member: string,
  ): string | undefined {
    switch (kind) {
      case "class":
        return this.printer.classHeader(cls);
      case "whole class":
        return this.printer.wholeClass(cls);
      case "property": {
        const property = findProperty(cls, member);
        return property && this.printer.property(cls, property);
      }
      case "method": {
        const method = findMethod(cls, member);
        return method && this.printer.method(cls, method);
      }
    }
  }
}
