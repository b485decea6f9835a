/** What is to be known of a world to tell what an edit does: asked of declarations, not of the diff. */
import type { ClassDeclaration, Feature } from "../../src/ast/index.ts";
import {
  findMethod,
  findProperty,
  findQualifierType,
  type CimClass,
  type Schema,
} from "../../src/model/index.ts";
import { classesIn, isNamed, qualifierNames, schemaOf, type World } from "./world.ts";

/** A class above another and one that is related to neither. */
export interface Relatives {
  readonly upper: string;
  readonly lower: string;
  readonly other: string;
}

export class Lore {
  readonly world: World;
  readonly schema: Schema;
  readonly classes: readonly ClassDeclaration[];
  readonly #byName: ReadonlyMap<string, ClassDeclaration>;
  readonly #children = new Map<string, ClassDeclaration[]>();

  constructor(world: World) {
    this.world = world;
    this.schema = schemaOf(world);
    this.classes = classesIn(world);
    this.#byName = new Map(this.classes.map((each) => [each.name.text.toLowerCase(), each]));
    for (const cls of this.classes) {
      const above = cls.superclass?.text.toLowerCase() ?? "";
      this.#children.set(above, [...(this.#children.get(above) ?? []), cls]);
    }
  }

  declaration(name: string): ClassDeclaration {
    return this.#byName.get(name.toLowerCase())!;
  }

  /** Whether the class is declared in this world. */
  has(name: string | undefined): name is string {
    return name !== undefined && this.#byName.has(name.toLowerCase());
  }

  children(name: string): readonly ClassDeclaration[] {
    return this.#children.get(name.toLowerCase()) ?? [];
  }

  /** All below a class, without those that the walk stops at and what stands below these. */
  below(
    name: string,
    stopsAt: (cls: ClassDeclaration) => boolean = () => false,
  ): readonly string[] {
    return this.children(name)
      .filter((child) => !stopsAt(child))
      .flatMap((child) => [child.name.text, ...this.below(child.name.text, stopsAt)]);
  }

  resolved(name: string): CimClass {
    const found = this.schema.classes.find(
      (each) => each.name.toLowerCase() === name.toLowerCase(),
    );
    return found!;
  }

  /** Whether something above declares a member of this name, or may. */
  inherits(className: string, member: string): boolean {
    const { superclass, superclassName } = this.resolved(className);
    if (superclassName !== undefined && !superclass) return true;
    return Boolean(findProperty(superclass, member) ?? findMethod(superclass, member));
  }

  /** Whether a class above has a qualifier that goes on to its subclasses. */
  inheritsQualifier(className: string, qualifier: string): boolean {
    return this.resolved(className).superclass?.qualifiers.has(qualifier) === true;
  }

  isRestricted(className: string, qualifier: string): boolean {
    const { namespace } = this.resolved(className);
    return findQualifierType(this.schema, namespace, qualifier)?.flavors.toSubclass === false;
  }

  overriders(className: string, member: string): readonly string[] {
    return this.below(className).filter((name) => memberOf(this.declaration(name), member));
  }

  hasInstances(className: string): boolean {
    const names = [className, ...this.below(className)].map((name) => name.toLowerCase());
    return this.schema.instances.some((each) => names.includes(each.className.toLowerCase()));
  }

  /** One of the ways in which classes are related here; undefined when none are. */
  relatives(choice: number): Relatives | undefined {
    const lowers = this.classes.filter(({ superclass }) => this.has(superclass?.text));
    const lower = lowers[choice % Math.max(1, lowers.length)];
    if (!lower?.superclass) return undefined;
    const upper = this.declaration(lower.superclass.text).name.text;
    const other = this.classes.find(({ name }) => !this.#related(name.text, lower.name.text));
    return other && { upper, lower: lower.name.text, other: other.name.text };
  }

  #related(a: string, b: string): boolean {
    const isBelow = (x: string, y: string): boolean => {
      for (let cls = this.resolved(x); ; cls = cls.superclass) {
        if (cls.name.toLowerCase() === y.toLowerCase()) return true;
        if (!cls.superclass) return false;
      }
    };
    return isBelow(a, b) || isBelow(b, a);
  }

  /** Whether values hold instances of the class: they hold any object when it is not known. */
  isEmbedded(className: string): boolean {
    const key = className.toLowerCase();
    return this.schema.classes.some(({ ownProperties, ownMethods }) => {
      const types = [
        ...ownProperties.map(({ type }) => type),
        ...ownMethods.flatMap(({ returns, parameters }) => [
          ...(returns ? [returns.type] : []),
          ...parameters.map(({ type }) => type),
        ]),
      ];
      return types.some(
        (type) => type.kind === "embedded-instance" && key === type.className.toLowerCase(),
      );
    });
  }
}

export function memberOf(cls: ClassDeclaration, name: string): Feature | undefined {
  return cls.features.find((each) => isNamed(each, name));
}

/** Whether a declaration states a qualifier. */
export function states(
  node: Pick<ClassDeclaration, "qualifiers"> | undefined,
  qualifier: string,
): boolean {
  return node !== undefined && qualifierNames(node.qualifiers).has(qualifier);
}
