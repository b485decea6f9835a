import { placeOf } from "../../diagnostics/place.ts";
import { visible } from "../../diagnostics/render-line.ts";
import { identityOf, type CimClass, type Schema } from "../../model/index.ts";
import type { Location } from "../../source/index.ts";
import type { Change } from "../change.ts";
import type { DiffReport } from "../formats/report.ts";
import type { JudgedChange } from "../judge/judge.ts";
import { declarationsOf } from "./declarations.ts";
import type { PageChange, PageClass, PageData } from "./page/data.ts";

/** Both schemas of a report. */
export interface Schemas {
  readonly old: Schema;
  readonly new: Schema;
}

/** What the page has to know, changes by class, the worst of each first. */
export function pageData({ judgement }: DiffReport, schemas: Schemas): PageData {
  const classes = new ClassList(schemas);
  const declarations = new DeclarationList(schemas);
  const numbers = new Map(judgement.changes.map((each) => [each, classes.numberOf(each.change)]));
  const first = new Map<number | undefined, number>();
  for (const [index, each] of judgement.changes.entries()) {
    const number = numbers.get(each);
    if (!first.has(number)) first.set(number, index);
  }
  const place = (each: JudgedChange): number => first.get(numbers.get(each)) ?? 0;
  const sorted = [...judgement.changes].sort((a, b) => place(a) - place(b));
  const changes = sorted.map((each) =>
    changeOf(each, numbers.get(each), declarations.numberOf(each.change)),
  );
  return {
    audiences: judgement.audiences,
    classes: classes.all,
    declarations: declarations.all,
    changes,
  };
}

function changeOf(
  { change, level, levels, bump, fails, acceptance }: JudgedChange,
  cls: number | undefined,
  declaration: number,
): PageChange {
  const { rule, subject, message, before, after, affected, hint, fingerprint } = change;
  return {
    rule,
    level,
    levels,
    bump,
    fails,
    ...(cls !== undefined && { class: cls }),
    subject: visible(subject),
    message: visible(message),
    ...(before && { before: placeText(before) }),
    ...(after && { after: placeText(after) }),
    declaration,
    affected: affected.map(visible),
    ...(hint !== undefined && { hint: visible(hint) }),
    fingerprint,
    ...(acceptance && { accepted: visible(acceptance.reason) }),
  };
}

function placeText(location: Location): string {
  const { file, line, column } = placeOf(location);
  return visible(`${file}:${line}:${column}`);
}

/** Classes that have changed and those above them, each with a number. */
class ClassList {
  readonly all: PageClass[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #known: ReadonlyMap<string, CimClass>;

  constructor({ old, new: now }: Schemas) {
    const both = [...old.classes, ...now.classes];
    this.#known = new Map(both.map((cls) => [identityOf(cls.namespace, cls.name), cls]));
  }

  numberOf({ rule, namespace, className }: Change): number | undefined {
    if (rule.startsWith("qualifier-type-")) return undefined;
    const cls = this.#known.get(identityOf(namespace, className));
    return cls && this.#add(cls);
  }

  #add(cls: CimClass): number {
    const identity = identityOf(cls.namespace, cls.name);
    const known = this.#numbers.get(identity);
    if (known !== undefined) return known;
    const above = cls.superclass && this.#add(cls.superclass);
    const number = this.all.length;
    this.#numbers.set(identity, number);
    const { namespace, name } = cls;
    this.all.push({
      namespace: visible(namespace),
      name: visible(name),
      ...(above !== undefined && { above }),
    });
    return number;
  }
}

/** Declarations of both sides, each pair once. */
class DeclarationList {
  readonly all: (readonly [string, string])[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #print: (change: Change) => readonly [string, string];

  constructor({ old, new: now }: Schemas) {
    const [before, after] = [declarationsOf(old), declarationsOf(now)];
    this.#print = (change) => [shown(before(change)), shown(after(change))];
  }

  numberOf(change: Change): number {
    const { namespace, subject, rule } = change;
    const whole = /^(?:class-added|class-removed|qualifier-type|instance)/u.exec(rule)?.[0] ?? "";
    const key = `${whole} ${namespace}:${subject.replace(/\(.*/su, "(")}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.push(this.#print(change)) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

function shown(mof: string): string {
  return mof.split("\n").map(visible).join("\n");
}
