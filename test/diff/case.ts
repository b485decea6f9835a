/** Several edits of one world at once, and all that is to be found then. */
import type { Change } from "../../src/diff/index.ts";
import type { Applied, Edit, Expected, Site } from "./edits/edit.ts";
import { states, type Lore } from "./lore.ts";
import { classesIn, type World } from "./world.ts";

/** Chooses an edit, where it is done, and which way. */
export interface Choice {
  readonly edit: number;
  readonly place: number;
  readonly choice: number;
  readonly backwards: boolean;
}

export interface Case {
  /** What is done where, for those who read about a failure. */
  readonly names: readonly string[];
  readonly before: World;
  readonly after: World;
  readonly there: readonly string[];
  readonly back: readonly string[];
}

export function caseOf(lore: Lore, edits: readonly Edit[], choices: readonly Choice[]): Case {
  const names: string[] = [];
  const applied: Applied[] = [];
  for (const [index, choice] of choices.entries()) {
    const edit = edits[choice.edit % edits.length]!;
    const found = placed(edit, lore, choice, `Zz_${edit.on}${index}`);
    if (!found || applied.some((other) => clash(other.claims, found.applied.claims))) continue;
    const { applied: one, site } = found;
    const { from, to, there, back } = one;
    const turned = choice.backwards ? { from: to, to: from, there: back, back: there } : {};
    applied.push({ ...one, ...turned });
    const at = [site.className, site.member].filter(Boolean).join(".");
    names.push(`${edit.name} at ${at}${choice.backwards ? " (backwards)" : ""}`);
  }
  const before = applied.reduce((world, { from }) => from(world), lore.world);
  const after = applied.reduce((world, { to }) => to(world), lore.world);
  const there = lines(applied, ({ there: all }) => all, before, after);
  return { names, before, after, there, back: lines(applied, ({ back }) => back, after, before) };
}

/** The first site from the chosen one on where the edit makes sense. */
function placed(
  edit: Edit,
  lore: Lore,
  { place, choice }: Choice,
  fresh: string,
): { readonly applied: Applied; readonly site: Site } | undefined {
  const sites = sitesOf(edit, lore);
  for (let step = 0; step < sites.length; step += 1) {
    const site = { ...sites[(place + step) % sites.length]!, lore, fresh, choice };
    const applied = edit.at(site);
    if (applied) return { applied, site };
  }
  return undefined;
}

function sitesOf({ on }: Edit, lore: Lore): readonly Pick<Site, "className" | "member">[] {
  return lore.classes.flatMap(({ name, features }) => {
    const className = name.text;
    if (on === "class") return [{ className }];
    return features.flatMap((each) =>
      each.kind === on ? [{ className, member: each.name.text }] : [],
    );
  });
}

/** `CIM_Fan*` is everything in the class. */
function clash(a: readonly string[], b: readonly string[]): boolean {
  const classOf = (claim: string): string => claim.replace(/^class /u, "").replace(/[.*].*$/u, "");
  const key = (claim: string): string => claim.toLowerCase();
  return a.some((x) =>
    b.some(
      (y) =>
        key(x) === key(y) ||
        ((x.endsWith("*") || y.endsWith("*")) && key(classOf(x)) === key(classOf(y))),
    ),
  );
}

function lines(
  applied: readonly Applied[],
  side: (one: Applied) => readonly Expected[],
  before: World,
  after: World,
): readonly string[] {
  const found = applied.flatMap(side);
  const old = new Map(classesIn(before).map((cls) => [cls.name.text.toLowerCase(), cls]));
  const now = new Map(classesIn(after).map((cls) => [cls.name.text.toLowerCase(), cls]));
  const spelled = (name: string): string =>
    (now.get(name.toLowerCase()) ?? old.get(name.toLowerCase()))?.name.text ?? name;
  const stay = (name: string): boolean =>
    old.has(name.toLowerCase()) && now.has(name.toLowerCase());
  const versions = new Set(
    applied.flatMap(({ version, claims }) =>
      version ? claims.map((claim) => claim.replace(/^class /u, "").toLowerCase()) : [],
    ),
  );
  const unraised = new Set(
    found.flatMap(({ what, className }) => {
      const isVersioned = states(old.get(className.toLowerCase()), "version");
      const asks = !what.endsWith(" patch") && isVersioned && stay(className);
      return asks && !versions.has(className.toLowerCase()) ? [spelled(className)] : [];
    }),
  );
  return [
    ...[...unraised].map((name) => `version-not-bumped ssW patch ${name} <- `),
    ...found.map(({ what, className, member, affected }) => {
      const names = affected.filter(stay).map(spelled).sort();
      return `${what} ${spelled(className)}${member} <- ${names.join(" ")}`;
    }),
  ].sort();
}

/** Changes in the words of the tables. */
export function linesOf(changes: readonly Change[]): readonly string[] {
  const letter = { breaking: "B", risky: "W", safe: "s" };
  return changes
    .map(({ rule, levels: { ts, wire, provider }, bump, subject, affected }) => {
      const levels = letter[ts] + letter[wire] + letter[provider];
      return `${rule} ${levels} ${bump} ${subject} <- ${affected.join(" ")}`;
    })
    .sort();
}
