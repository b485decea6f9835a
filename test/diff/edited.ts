import type { CimClass, CimMethod, CimProperty, Schema } from "../../src/model/index.ts";
import { findMethod, findProperty } from "../../src/model/index.ts";
import type { RuleId } from "../../src/diff/index.ts";
import { printMof } from "../../src/snapshot/index.ts";
import { classEdits } from "./class-edits.ts";
import type { Edit } from "./edit-tools.ts";
import { methodEdits, parameterOfEdit } from "./method-edits.ts";
import { propertyEdits } from "./property-edits.ts";
import { schemaOf } from "./schema-of.ts";

/** What has to be found, and whom it concerns. */
export interface Expected {
  readonly rule: RuleId;
  readonly back: RuleId;
  readonly subject: string;
  readonly subjectBack: string;
  readonly affected: readonly string[];
}

/** A place where an edit fits. */
export interface Chance {
  readonly cls: CimClass;
  /** What no other edit of the same schema may touch: the class, or a member of it. */
  readonly key: string;
  readonly expected: Expected;
  /** The class with the edit. */
  readonly apply: (cls: CimClass) => CimClass;
}

/** The schema as its own MOF says it: what is found is found in texts. */
export function reread(schema: Schema): Schema {
  return schemaOf({ "schema.mof": printMof(schema) }).schema;
}

/** Carries out edits of different elements and reads the result anew. */
export function edited(schema: Schema, chances: readonly Chance[]): Schema {
  const classes = schema.classes.map((cls) =>
    chances.filter((each) => each.cls === cls).reduce((made, { apply }) => apply(made), cls),
  );
  return reread({ ...schema, classes });
}

/** Every edit of every element that it fits, by rule. */
export function chancesIn(schema: Schema): ReadonlyMap<string, readonly Chance[]> {
  const found = new Map<string, Chance[]>();
  const add = (kind: string, chance: Chance): void => {
    const list = found.get(kind);
    if (list) list.push(chance);
    else found.set(kind, [chance]);
  };
  const below = descendants(schema);
  for (const cls of schema.classes) {
    if (cls.builtin) continue;
    const inheriting = below.get(cls) ?? [];
    for (const edit of classEdits) {
      if (edit.applies(cls)) add(`class ${edit.rule}`, ofClass(cls, edit, inheriting));
    }
    for (const property of cls.ownProperties) {
      if (isAlone(cls, property, inheriting, findProperty)) {
        for (const edit of propertyEdits) {
          if (edit.applies(property))
            add(`property ${edit.rule}`, ofProperty(cls, property, edit, inheriting));
        }
      }
    }
    for (const method of cls.ownMethods) {
      if (isAlone(cls, method, inheriting, findMethod)) {
        for (const edit of methodEdits) {
          if (edit.applies(method))
            add(`method ${edit.rule}`, ofMethod(cls, method, edit, inheriting));
        }
      }
    }
  }
  return found;
}

function descendants(schema: Schema): ReadonlyMap<CimClass, readonly CimClass[]> {
  const below = new Map<CimClass, CimClass[]>();
  for (const cls of schema.classes) {
    for (let next = cls.superclass; next; next = next.superclass) {
      const list = below.get(next);
      if (list) list.push(cls);
      else below.set(next, [cls]);
    }
  }
  return below;
}

/** Whether nobody above or below says anything of the member. */
function isAlone<M extends CimProperty | CimMethod>(
  cls: CimClass,
  member: M,
  inheriting: readonly CimClass[],
  find: (cls: CimClass | undefined, name: string) => M | undefined,
): boolean {
  if (find(cls.superclass, member.name)) return false;
  return inheriting.every((each) => find(each, member.name) === member);
}

const namesOf = (classes: readonly CimClass[]): readonly string[] =>
  classes.map(({ name }) => name).sort();

function ofClass(cls: CimClass, edit: Edit<CimClass>, inheriting: readonly CimClass[]): Chance {
  const own = /^(?:class-abstract|deprecated|experimental)/u.test(edit.rule);
  const name = edit.rule.replace("-changed", "");
  const affected = own ? [] : inheriting.filter((each) => inherits(each, cls, name));
  return {
    cls,
    key: `${cls.name} ${edit.rule}`,
    expected: {
      rule: edit.rule,
      back: edit.back,
      subject: cls.name,
      subjectBack: cls.name,
      affected: namesOf(affected),
    },
    apply: (made) => edit.apply(made) ?? made,
  };
}

/** Whether no class between the two says it anew. */
function inherits(cls: CimClass, ancestor: CimClass, qualifier: string): boolean {
  for (let next: CimClass | undefined = cls; next && next !== ancestor; next = next.superclass) {
    const value = next.qualifiers.get(qualifier);
    if (value && !value.inherited) return false;
  }
  return true;
}

function ofProperty(
  cls: CimClass,
  property: CimProperty,
  edit: Edit<CimProperty>,
  inheriting: readonly CimClass[],
): Chance {
  const after = edit.apply(property);
  const subject = (name: string): string => `${cls.name}.${name}`;
  return {
    cls,
    key: `${cls.name}.${property.name}`,
    expected: {
      rule: edit.rule,
      back: edit.back,
      subject: subject(after?.name ?? property.name),
      subjectBack: subject(property.name),
      affected: namesOf(inheriting),
    },
    apply: (made) => ({
      ...made,
      ownProperties: made.ownProperties.flatMap((each) =>
        each === property ? (after ? [after] : []) : [each],
      ),
    }),
  };
}

function ofMethod(
  cls: CimClass,
  method: CimMethod,
  edit: Edit<CimMethod>,
  inheriting: readonly CimClass[],
): Chance {
  const after = edit.apply(method);
  const subject = (name: string, forwards: boolean): string =>
    `${cls.name}.${name}(${parameterOfEdit(edit.rule, method, forwards) ?? ""})`;
  return {
    cls,
    key: `${cls.name}.${method.name}`,
    expected: {
      rule: edit.rule,
      back: edit.back,
      subject: subject(after?.name ?? method.name, true),
      subjectBack: subject(method.name, false),
      affected: namesOf(inheriting),
    },
    apply: (made) => ({
      ...made,
      ownMethods: made.ownMethods.flatMap((each) =>
        each === method ? (after ? [after] : []) : [each],
      ),
    }),
  };
}
