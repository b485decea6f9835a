/** Rows of tables become edits of classes, and of what is declared beside them. */
import type { ClassDeclaration, Declaration } from "../../../src/ast/index.ts";
import { states } from "../lore.ts";
import { declarationsIn, withClass } from "../world.ts";
import {
  foundIn,
  otherCase,
  rulesIn,
  type Applied,
  type Edit,
  type Expected,
  type Site,
} from "./edit.ts";
import { changed, mentioned, type Row } from "./member-edit.ts";

/** States of a class as {@link Row} has those of members; `CASE` is the class with its name in another case. */
export function classEdits(rows: readonly Row[]): readonly Edit[] {
  return rows.map((row): Edit => {
    const [from, to, there, back] = row;
    return {
      name: `class ${from} => ${to}`,
      on: "class",
      rules: rulesIn(there, back),
      at: (site) => (fits(row, site) ? apply(row, site) : undefined),
    };
  });
}

function fits([from, to]: Row, { lore, className }: Site): boolean {
  const all = from + to;
  if (from === "" || to === "" || /CASE/u.test(all)) {
    const isUsed = lore.hasInstances(className) || lore.isEmbedded(className);
    return lore.children(className).length === 0 && !isUsed;
  }
  if (/singleton/iu.test(all) && lore.hasInstances(className)) return false;
  return mentioned(from, to).every(
    (name) => lore.isRestricted(className, name) || !lore.inheritsQualifier(className, name),
  );
}

function apply([from, to, there, back]: Row, site: Site): Applied {
  const { className } = site;
  const isGone = from === "" || to === "";
  return {
    from: (world) => withClass(world, className, (cls) => stateOf(cls, from)),
    to: (world) => withClass(world, className, (cls) => stateOf(cls, to)),
    there: expected(there, [from, to], site),
    back: expected(back, [from, to], site),
    claims: [
      isGone ? `${className}*` : `class ${className}`,
      // Above and below each other two edits would be one.
      ...mentioned(from, to).map((name) => `qualifier ${name}`),
    ],
    version: mentioned(from, to).includes("version"),
  };
}

function stateOf(cls: ClassDeclaration, state: string): readonly Declaration[] {
  if (state === "") return [];
  if (state.startsWith("*")) return [{ ...cls, qualifiers: changed(cls.qualifiers, state) }];
  return [{ ...cls, name: { ...cls.name, text: otherCase(cls.name.text) } }];
}

/** What DSP0004 leaves to the class that says it, whatever the schema at hand says. */
const OWN = ["abstract", "deprecated", "experimental", "version"];

function expected(
  column: string,
  all: readonly string[],
  { lore, className }: Site,
): readonly Expected[] {
  const [name] = mentioned(...all);
  const isOwn = name === undefined || OWN.includes(name) || lore.isRestricted(className, name);
  const affected = isOwn ? [] : lore.below(className, (cls) => states(cls, name));
  return foundIn(column).map((what) => ({ what, className, member: "", affected }));
}

/** States of what stands beside a class; NAME is a name that nothing else has, CLASS the class. */
export function besideEdits(rows: readonly Row[]): readonly Edit[] {
  return rows.map(([from, to, there, back]): Edit => {
    const made = (state: string, { fresh, className }: Site): readonly Declaration[] =>
      declarationsIn(state.replaceAll("NAME", fresh).replaceAll("CLASS", className));
    const found = (column: string, { fresh }: Site): readonly Expected[] =>
      foundIn(column).map((each) => {
        const [what = "", member = ""] = each.split(" @");
        return { what, className: fresh, member, affected: [] };
      });
    return {
      name: `beside a class ${from} => ${to}`,
      on: "class",
      rules: rulesIn(there, back),
      at: (site) => ({
        from: (world) => withClass(world, site.className, (cls) => [cls, ...made(from, site)]),
        to: (world) => withClass(world, site.className, (cls) => [cls, ...made(to, site)]),
        there: found(there, site),
        back: found(back, site),
        claims: [`${site.className}.${site.fresh}`],
      }),
    };
  });
}
