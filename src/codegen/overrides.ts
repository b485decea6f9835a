/** Which inherited members a subclass changes so much that TypeScript would refuse them. */
import {
  type CimClass,
  type CimMethod,
  type CimParameter,
  type CimProperty,
  type CimType,
  declarerOf,
  findClass,
  findMethod,
  findProperty,
  inputsOf,
  outsOf,
  type Schema,
} from "../model/index.ts";

/** For each type, the narrower ones that it accepts; `runtime/types` states the same as tags. */
const ACCEPTS: Readonly<Record<string, readonly string[]>> = {
  uint16: ["uint8"],
  sint16: ["uint8", "sint8"],
  uint32: ["uint8", "uint16"],
  sint32: ["uint8", "uint16", "sint8", "sint16"],
  real64: ["real32"],
};

/** Where the names of classes in two types are looked up. */
interface Namespaces {
  readonly own: string;
  readonly inherited: string;
}

/** A method and the inherited one that it stands for. */
export interface Replacement {
  readonly own: CimMethod;
  readonly inherited: CimMethod;
}

/** Decides about the classes of one schema, each once. */
export class Overrides {
  private readonly schema: Schema;
  private readonly omitted = new Map<CimClass, readonly string[]>();
  /** By class those that were decided while it was taken to inherit all. */
  private readonly relying = new Map<CimClass, Set<CimClass>>();
  private readonly pending: CimClass[] = [];
  private deciding: CimClass | undefined;

  constructor(schema: Schema) {
    this.schema = schema;
  }

  /** Names of the superclass's members that the class's interface must not inherit, sorted. */
  omittedBy(cls: CimClass): readonly string[] {
    const known = this.omitted.get(cls);
    if (known) return known;
    this.pending.push(cls);
    this.decide();
    return this.omitted.get(cls) ?? [];
  }

  /**
   * Decides what is pending. Classes refer to each other in circles, so that each is taken to
   * inherit all, as TypeScript does, until it turns out not to: then those that relied on it
   * are decided again.
   */
  private decide(): void {
    for (let cls = this.pending.pop(); cls; cls = this.pending.pop()) {
      const before = this.omitted.get(cls) ?? [];
      this.omitted.set(cls, before);
      this.deciding = cls;
      const names = cls.superclass ? this.incompatible(cls, cls.superclass) : [];
      this.deciding = undefined;
      this.omitted.set(cls, names);
      if (names.length > 0 && before.length === 0) {
        this.pending.push(...(this.relying.get(cls) ?? []));
      }
    }
  }

  /** Whether a class leaves nothing out; while another one is decided, as far as is known. */
  private keepsAll(cls: CimClass): boolean {
    if (!this.deciding) return this.omittedBy(cls).length === 0;
    const known = this.omitted.get(cls);
    if (!known) {
      this.omitted.set(cls, []);
      this.pending.push(cls);
    } else if (known.length > 0) return false;
    const relying = this.relying.get(cls) ?? new Set();
    this.relying.set(cls, relying.add(this.deciding));
    return true;
  }

  /**
   * Names of inherited methods that a class's static half or provider must not inherit, sorted.
   *
   * @param replaced - methods of the class, each with the inherited one that it stands for
   */
  methodsOmittedBy(cls: CimClass, replaced: readonly Replacement[]): readonly string[] {
    const names = new Set<string>();
    for (const { own, inherited } of replaced) {
      const namespaces = {
        ...this.namespacesOf(cls, inherited),
        own: declarerOf(cls, own).namespace,
      };
      if (inherited.name !== own.name || !this.answerFits(namespaces, own, inherited)) {
        names.add(inherited.name);
      }
    }
    return [...names].sort();
  }

  /** As a method fits, but an answer of nothing, or of nothing later, accepts nothing else. */
  private answerFits(namespaces: Namespaces, own: CimMethod, inherited: CimMethod): boolean {
    const answers = (method: CimMethod) => Boolean(method.returns) || outsOf(method).length > 0;
    return answers(own) === answers(inherited) && this.methodFits(namespaces, own, inherited);
  }

  private incompatible(cls: CimClass, superclass: CimClass): readonly string[] {
    const names = new Set<string>();
    const compare = (own: CimProperty | CimMethod) => {
      const property = findProperty(superclass, own.name);
      const method = findMethod(superclass, own.name);
      if (property && !this.replaces(cls, own, property)) names.add(property.name);
      if (method && !method.static && !this.replaces(cls, own, method)) names.add(method.name);
    };
    cls.ownProperties.forEach(compare);
    cls.ownMethods.forEach(compare);
    return [...names].sort();
  }

  /** Whether a subclass's member can stand where the inherited one is expected. */
  private replaces(
    cls: CimClass,
    own: CimProperty | CimMethod,
    inherited: CimProperty | CimMethod,
  ): boolean {
    return this.fits(this.namespacesOf(cls, inherited), own, inherited);
  }

  private namespacesOf(cls: CimClass, inherited: CimProperty | CimMethod): Namespaces {
    const declarer = cls.superclass ? declarerOf(cls.superclass, inherited) : cls;
    return { own: cls.namespace, inherited: declarer.namespace };
  }

  private fits(
    namespaces: Namespaces,
    own: CimProperty | CimMethod,
    inherited: CimProperty | CimMethod,
  ): boolean {
    if (own.name !== inherited.name) return false;
    if (own.kind === "property" && inherited.kind === "property") {
      const nullable = (property: CimProperty) => !property.key && !property.required;
      if (nullable(own) && !nullable(inherited)) return false;
      return this.typeFits(namespaces, own.type, inherited.type);
    }
    if (own.kind === "method" && inherited.kind === "method") {
      return !own.static && this.methodFits(namespaces, own, inherited);
    }
    return false;
  }

  /** Parameters of methods compare in both directions, so that either list may be the longer one. */
  private methodFits(namespaces: Namespaces, own: CimMethod, inherited: CimMethod): boolean {
    return (
      this.resultFits(namespaces, own, inherited) && this.inputsFit(namespaces, own, inherited)
    );
  }

  private resultFits(namespaces: Namespaces, own: CimMethod, inherited: CimMethod): boolean {
    // A result of void accepts anything.
    const ownOuts = outsOf(own);
    const inheritedOuts = outsOf(inherited);
    if (!inherited.returns && inheritedOuts.length === 0) return true;
    if ((ownOuts.length === 0) !== (inheritedOuts.length === 0)) return false;
    if (inherited.returns) {
      if (!own.returns || !this.typeFits(namespaces, own.returns.type, inherited.returns.type))
        return false;
    }
    return inheritedOuts.every((out) => {
      const same = ownOuts.find((each) => each.name === out.name);
      return same !== undefined && this.typeFits(namespaces, same.type, out.type);
    });
  }

  private inputsFit(namespaces: Namespaces, own: CimMethod, inherited: CimMethod): boolean {
    const ownInputs = inputsOf(own);
    const inheritedInputs = inputsOf(inherited);
    if (inheritedInputs.length === 0) return ownInputs.every((input) => input.optional);
    if (ownInputs.length === 0) return true;
    const covers = (wide: readonly CimParameter[], narrow: readonly CimParameter[]) =>
      narrow.every((input) => {
        const same = wide.find((each) => each.name === input.name);
        return (
          same !== undefined &&
          same.optional === input.optional &&
          same.required === input.required &&
          this.typeFits(namespaces, same.type, input.type)
        );
      });
    return covers(ownInputs, inheritedInputs) || covers(inheritedInputs, ownInputs);
  }

  private typeFits(namespaces: Namespaces, own: CimType, inherited: CimType): boolean {
    if ((own.array === false) !== (inherited.array === false)) return false;
    if (own.kind === "intrinsic" && inherited.kind === "intrinsic") {
      return own.name === inherited.name || (ACCEPTS[inherited.name] ?? []).includes(own.name);
    }
    if (own.kind !== inherited.kind) return false;
    if (inherited.kind !== "reference" && inherited.kind !== "embedded-instance") return true;
    if (inherited.className === undefined) return true;
    const target = "className" in own ? own.className : undefined;
    return target !== undefined && this.isNarrower(namespaces, target, inherited.className);
  }

  /** Whether one class's interface is assignable to the other's. */
  private isNarrower(namespaces: Namespaces, narrow: string, wide: string): boolean {
    const target = findClass(this.schema, namespaces.inherited, wide);
    return this.inheritsAll(findClass(this.schema, namespaces.own, narrow), target);
  }

  /** Whether a class is another one or below it, and each step between them inherits all. */
  inheritsAll(cls: CimClass | undefined, above: CimClass | undefined): boolean {
    let step = cls;
    while (step && step !== above) {
      if (!this.keepsAll(step)) return false;
      step = step.superclass;
    }
    return step !== undefined;
  }
}
