/** Rows of tables become edits of properties and methods. */
import type { Feature, Qualifier } from "../../../src/ast/index.ts";
import { memberOf, states } from "../lore.ts";
import { featureIn, isNamed, qualifierNames, qualifiersIn, withMember } from "../world.ts";
import {
  foundIn,
  otherCase,
  rulesIn,
  type Applied,
  type Edit,
  type Expected,
  type Site,
} from "./edit.ts";

/**
 * Two states of a member and what is found between them, there and back. A state is nothing;
 * `* [Key] -Read`, the real member with these qualifiers and without those; or a declaration
 * in which NAME, CASE, UPPER, LOWER and OTHER stand for names.
 */
export type Row = readonly [from: string, to: string, there: string, back: string];

/** What a state says besides the real member. */
interface Changes {
  readonly stated: readonly Qualifier[];
  readonly removed: readonly string[];
}

function changesIn(state: string): Changes {
  const stated = qualifiersIn(/\[.*\]/su.exec(state)?.[0] ?? "");
  const removed = [...state.replace(/\[.*\]/su, "").matchAll(/-(\w+)/gu)].map(([, name]) => name!);
  return { stated, removed: removed.map((name) => name.toLowerCase()) };
}

/** Names of the qualifiers that two states of a real element speak of. */
export function mentioned(...all: readonly string[]): readonly string[] {
  const names = all
    .filter((state) => state.startsWith("*"))
    .flatMap((state) => {
      const { stated, removed } = changesIn(state);
      return [...qualifierNames(stated), ...removed];
    });
  return [...new Set(names)];
}

export function changed(old: readonly Qualifier[], state: string): readonly Qualifier[] {
  const { stated, removed } = changesIn(state);
  const gone = new Set([...qualifierNames(stated), ...removed]);
  return [...old.filter(({ name }) => !gone.has(name.text.toLowerCase())), ...stated];
}

/** What a real member keeps when it is declared anew. */
const KEPT = ["description", "mappingstrings", "modelcorrespondence", "deprecated", "experimental"];

export function memberEdits(on: "property" | "method", rows: readonly Row[]): readonly Edit[] {
  return rows.map((row): Edit => {
    const [from, to, there, back] = row;
    return {
      name: `${on} ${from} => ${to}`,
      on,
      rules: rulesIn(there, back),
      at: (site) => (fits(on, row, site) ? apply(row, site) : undefined),
    };
  });
}

function fits(on: "property" | "method", [from, to]: Row, site: Site): boolean {
  const { lore, className, member = "" } = site;
  const cls = lore.declaration(className);
  const real = memberOf(cls, member);
  if (real?.kind !== on || lore.inherits(className, member)) return false;
  if (cls.features.filter((each) => isNamed(each, member)).length > 1) return false;
  const isReal = from.startsWith("*") && to.startsWith("*");
  const severalChange = !isReal || mentioned(from, to).length > 1;
  if (severalChange && lore.overriders(className, member).length > 0) return false;
  if (from === "" || to === "") {
    const asItIs = from === "*" || to === "*";
    if (asItIs && ["key", "required", "write"].some((each) => states(real, each))) return false;
    if (states(real, "key") && lore.hasInstances(className)) return false;
  }
  if (/\bkey\b/iu.test(from + to) && lore.hasInstances(className)) return false;
  return !/UPPER|LOWER|OTHER/u.test(from + to) || lore.relatives(site.choice) !== undefined;
}

function apply([from, to, there, back]: Row, site: Site): Applied {
  const { className, member = "" } = site;
  return {
    from: (world) => withMember(world, className, member, (real) => stateOf(real, from, to, site)),
    to: (world) => withMember(world, className, member, (real) => stateOf(real, to, from, site)),
    there: expected(there, to === "" ? from : to, [from, to], site),
    back: expected(back, from === "" ? to : from, [from, to], site),
    claims: [`${className}.${member}`],
  };
}

/** The member in one of the states of a row. */
function stateOf(real: Feature, state: string, other: string, site: Site): Feature | undefined {
  if (state === "") return undefined;
  if (state.startsWith("*")) return { ...real, qualifiers: changed(real.qualifiers, state) };
  const made = featureIn(withNames(state, site));
  const spoken = [made, ...(other === "" || other.startsWith("*") ? [] : [featureIn(other)])];
  const names = new Set(spoken.flatMap(({ qualifiers }) => [...qualifierNames(qualifiers)]));
  const kept = real.qualifiers.filter(({ name }) => {
    const key = name.text.toLowerCase();
    return KEPT.includes(key) && !names.has(key);
  });
  return { ...made, qualifiers: [...kept, ...made.qualifiers] };
}

function withNames(state: string, { lore, member = "", choice }: Site): string {
  const { upper = "", lower = "", other = "" } = lore.relatives(choice) ?? {};
  return state
    .replaceAll("NAME", member)
    .replaceAll("CASE", otherCase(member))
    .replaceAll("UPPER", upper)
    .replaceAll("LOWER", lower)
    .replaceAll("OTHER", other);
}

function expected(
  column: string,
  last: string,
  all: readonly string[],
  { lore, className, member = "" }: Site,
): readonly Expected[] {
  const [qualifier = ""] = mentioned(...all);
  const restricted = lore.isRestricted(className, qualifier);
  const affected = lore.below(className, (cls) => {
    const again = memberOf(cls, member);
    return again !== undefined && (restricted || states(again, qualifier));
  });
  const isMethod = memberOf(lore.declaration(className), member)?.kind === "method";
  const name = last.includes("CASE") ? otherCase(member) : member;
  return foundIn(column).map((each) => {
    const [what = "", parameter] = each.split(" (");
    const behind = parameter === undefined ? "()" : `(${parameter}`;
    return { what, className, member: `.${name}${isMethod ? behind : ""}`, affected };
  });
}
