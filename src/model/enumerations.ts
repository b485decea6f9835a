/** MOF 3's enumerations (DSP0221 7.5.4): named sets of values, which MOF 2 states at each element. */
import type { EnumerationDeclaration, EnumerationMember } from "../ast/index.ts";
import { identityOf } from "./namespace.ts";

/** What an enumeration stands for. */
export interface MeantEnumeration {
  /** The type of its values, in lower case. */
  readonly base: string;
  /** Those of the enumerations that it extends first. */
  readonly members: readonly EnumerationMember[];
}

interface Named {
  readonly node: EnumerationDeclaration;
  /** Its namespace in lower case. */
  readonly home: string;
}

/** The enumerations of a set of sources. */
export class Enumerations {
  private readonly byIdentity = new Map<string, EnumerationDeclaration>();
  /** Of several namespaces the first one counts, as for classes. */
  private readonly byName = new Map<string, Named>();

  get any(): boolean {
    return this.byIdentity.size > 0;
  }

  /** Of two in one namespace the first counts. */
  add(node: EnumerationDeclaration, namespace: string): void {
    const key = node.name.text.toLowerCase();
    const identity = identityOf(namespace, key);
    if (!this.byIdentity.has(identity)) this.byIdentity.set(identity, node);
    const first = this.byName.get(key);
    const home = namespace.toLowerCase();
    if (!first || home < first.home) this.byName.set(key, { node, home });
  }

  /** The enumeration that a type names in a namespace, otherwise anywhere. */
  find(namespace: string, name: string): MeantEnumeration | undefined {
    const first = this.named(namespace, name);
    if (!first) return undefined;
    const chain = [first];
    for (let next = this.baseOf(first, namespace); next; next = this.baseOf(next, namespace)) {
      if (chain.includes(next) || chain.length === DEEPEST) break;
      chain.push(next);
    }
    const base = chain.at(-1)?.base?.text.toLowerCase() ?? "string";
    return { base, members: chain.reverse().flatMap(({ members }) => members) };
  }

  private baseOf(
    { base }: EnumerationDeclaration,
    namespace: string,
  ): EnumerationDeclaration | undefined {
    return base && this.named(namespace, base.text);
  }

  private named(namespace: string, name: string): EnumerationDeclaration | undefined {
    const key = name.toLowerCase();
    return this.byIdentity.get(identityOf(namespace, key)) ?? this.byName.get(key)?.node;
  }
}

/** As for classes: more would be an attempt to exhaust memory. */
const DEEPEST = 200;
