/** Edits of what stands above what: superclasses and the class that declares a member. */
import type { ClassDeclaration, Feature } from "../../../src/ast/index.ts";
import { memberOf } from "../lore.ts";
import { declarationsIn, featureIn, qualifiersIn, withClass, type World } from "../world.ts";
import { rulesIn, type Applied, type Edit, type Expected, type Site } from "./edit.ts";

const unchanged = (world: World): World => world;

/** Puts a class without members between a class and its superclass. */
function inserted(name: string, { className }: Site): (world: World) => World {
  return (world) =>
    withClass(world, className, (cls) => {
      const above = cls.superclass ? ` : ${cls.superclass.text}` : "";
      const [made] = declarationsIn(`class ${name}${above} { };`);
      return made?.kind === "class" ? [made, { ...cls, superclass: made.name }] : [cls];
    });
}

function about(site: Site, what: string, className: string, member = ""): Expected {
  const affected = className === site.className ? site.lore.below(className) : [];
  return { what, className, member, affected };
}

/** Of two insertions, one there and one back, a class below both inherits from another chain. */
const ONLY = "lineage";

const insertion: Edit = {
  name: "a superclass is inserted",
  on: "class",
  rules: rulesIn("superclass-inserted;superclass-removed;class-added;class-removed"),
  at: (site) => ({
    from: unchanged,
    to: inserted(site.fresh, site),
    there: [
      about(site, "superclass-inserted ssW minor", site.className),
      about(site, "class-added sss minor", site.fresh),
    ],
    back: [
      about(site, "superclass-removed BBB major", site.className),
      about(site, "class-removed BBs major", site.fresh),
    ],
    claims: [`class ${site.className}`, ONLY],
  }),
};

const replacement: Edit = {
  name: "a superclass is replaced",
  on: "class",
  rules: rulesIn("superclass-replaced"),
  at: (site) => {
    const [old, now] = [`${site.fresh}Old`, `${site.fresh}New`];
    const found = (gone: string, here: string): readonly Expected[] => [
      about(site, "superclass-replaced BBB major", site.className),
      about(site, "class-removed BBs major", gone),
      about(site, "class-added sss minor", here),
    ];
    return {
      from: inserted(old, site),
      to: inserted(now, site),
      there: found(old, now),
      back: found(now, old),
      claims: [`class ${site.className}`, ONLY],
    };
  },
};

/** Another member at the end of a class. */
function withFeature(className: string, feature: Feature): (world: World) => World {
  return (world) =>
    withClass(world, className, (cls) => [{ ...cls, features: [...cls.features, feature] }]);
}

function movedUp(kind: "property" | "method"): Edit {
  const [added, removed, text] =
    kind === "property"
      ? (["property-added sss minor", "property-removed BBs major", "uint8 NAME"] as const)
      : (["method-added ssW minor", "method-removed BBs major", "uint8 NAME()"] as const);
  return {
    name: `a ${kind} moves to the superclass`,
    on: "class",
    rules: rulesIn(`${kind}-moved-to-superclass`),
    at: (site) => {
      const { lore, className, fresh } = site;
      const superclass = lore.declaration(className).superclass?.text;
      if (!lore.has(superclass)) return undefined;
      const above = lore.declaration(superclass).name.text;
      const feature = featureIn(text.replace("NAME", fresh));
      const member = `.${fresh}${kind === "method" ? "()" : ""}`;
      const mine = (cls: ClassDeclaration): boolean => cls.name.text === className;
      const affected = lore.below(above, mine);
      const moved = { className, member, affected: [] };
      return {
        from: withFeature(className, feature),
        to: withFeature(above, feature),
        there: [
          { what: added, className: above, member, affected },
          { what: `${kind}-moved-to-superclass sss minor`, ...moved },
        ],
        back: [{ what: removed, className: above, member, affected }],
        claims: [`${className}.${fresh}`],
      };
    },
  };
}

/** A subclass declares a member again as it inherits it. */
function overriding(on: "property" | "method"): Edit {
  return {
    name: `a ${on} is overridden`,
    on,
    rules: rulesIn("override-added;override-removed"),
    at: ({ lore, className, member = "", choice }): Applied | undefined => {
      const real = memberOf(lore.declaration(className), member);
      const children = lore.children(className).filter((each) => !memberOf(each, member));
      const child = children[choice % Math.max(1, children.length)]?.name.text;
      if (real?.kind !== on || lore.inherits(className, member) || !child) return undefined;
      const names = real.qualifiers.map(({ name }) => name.text);
      if (names.some((name) => lore.isRestricted(className, name))) return undefined;
      const again = { ...real, qualifiers: qualifiersIn(`[Override("${member}")]`) };
      const at = {
        className: child,
        member: `.${member}${on === "method" ? "()" : ""}`,
        affected: [],
      };
      return {
        from: unchanged,
        to: withFeature(child, again),
        there: [{ what: "override-added ssW patch", ...at }],
        back: [{ what: "override-removed WsW patch", ...at }],
        claims: [`${className}.${member}`, `${child}.${member}`],
      };
    },
  };
}

export const lineageEdits: readonly Edit[] = [
  insertion,
  replacement,
  movedUp("property"),
  movedUp("method"),
  overriding("property"),
  overriding("method"),
];
