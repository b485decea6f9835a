/**
 * What blocks repeat of their superclasses. Pages show classes with all that they inherit;
 * MOF declares it once, where it belongs.
 */
import type { ClassDeclaration, Feature } from "../../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import type { DescribedClass } from "./describe.ts";
import type { Described } from "./merge.ts";
import { identityOf } from "./name.ts";
import type { PageOptions } from "./options.ts";
import { has, without } from "./qualifiers.ts";
import { typeText } from "./signature.ts";

/** A class of pages that has a page of its own. */
interface Whole extends Described {
  readonly namespace: string;
}

export function withoutInherited(
  described: readonly DescribedClass[],
  options: PageOptions,
): Outcome<readonly DescribedClass[]> {
  const family = new Family(described);
  const diagnostics: Diagnostic[] = [];
  const value = described.map((each): DescribedClass => {
    const { whole } = each;
    const { superclass } = whole?.node ?? {};
    if (!whole || !superclass) return each;
    const own = { ...whole, namespace: (each.all.namespace ?? "").toLowerCase() };
    const ancestors = family.ancestors(own);
    if (ancestors.length > 0) {
      return { ...each, whole: { ...whole, node: ownOnly(whole.node, ancestors) } };
    }
    const name = superclass.text;
    if (name.startsWith("__") || options.declared?.(name)) return each;
    const location = { source: whole.placed.page.source, span: superclass };
    const sentence = { className: whole.node.name.text, superclass: name };
    diagnostics.push(diagnose("page-superclass-unknown", sentence, location));
    return { ...each, whole: { ...whole, node: alone(whole.node) } };
  });
  return { value, diagnostics };
}

/** Finds the classes that others extend. */
class Family {
  private readonly byName = new Map<string, Whole[]>();

  constructor(described: readonly DescribedClass[]) {
    for (const { all, whole } of described) {
      if (!whole) continue;
      const key = identityOf(whole.node.name.text);
      const member = { ...whole, namespace: (all.namespace ?? "").toLowerCase() };
      const same = this.byName.get(key);
      if (same) same.push(member);
      else this.byName.set(key, [member]);
    }
  }

  /** The superclasses of a class, nearest first, as far as pages declare them. */
  ancestors(start: Whole): readonly ClassDeclaration[] {
    const found = new Set<ClassDeclaration>();
    for (let next = this.superclass(start); next; next = this.superclass(next)) {
      // Damaged pages may go round in a circle.
      if (found.has(next.node) || next.node === start.node) break;
      found.add(next.node);
    }
    return [...found];
  }

  /** That of the same namespace, or else the only one of its name. */
  private superclass({ node, namespace }: Whole): Whole | undefined {
    const same = this.byName.get(identityOf(node.superclass?.text ?? "")) ?? [];
    const near = same.find((each) => each.namespace === namespace);
    return near ?? (same.length === 1 ? same[0] : undefined);
  }
}

/** Without the properties that a superclass has with the same type; one that becomes a key here stays. */
function ownOnly(node: ClassDeclaration, ancestors: readonly ClassDeclaration[]): ClassDeclaration {
  const inherited = new Map<string, Feature>();
  for (const { features } of ancestors) {
    for (const feature of features) {
      const key = identityOf(feature.name.text);
      if (!inherited.has(key)) inherited.set(key, feature);
    }
  }
  const features = node.features.filter((feature) => {
    const above = inherited.get(identityOf(feature.name.text));
    if (feature.kind !== "property" || above?.kind !== "property") return true;
    const becomesKey = has(feature.qualifiers, "Key") && !has(above.qualifiers, "Key");
    return becomesKey || typeText(feature) !== typeText(above);
  });
  return { ...node, features };
}

/** Without a superclass, and without what only means something below one. */
function alone({ superclass: _, ...node }: ClassDeclaration): ClassDeclaration {
  const features = node.features.map((feature): Feature => {
    return { ...feature, qualifiers: without(feature.qualifiers, "Override", "Propagated") };
  });
  return { ...node, features };
}
