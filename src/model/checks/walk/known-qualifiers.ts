import type { Analysis } from "../../analysis.ts";
import type { QualifierType } from "../../schema.ts";
import type { Hooks } from "./hooks.ts";
import type { QualifierUse } from "./subject.ts";

/** What is known of a qualifier by its name alone. */
interface KnownQualifier {
  /** In lower case. */
  readonly name: string;
  readonly type: QualifierType | undefined;
  /** Of the rules that look at this qualifier only. */
  readonly hooks: readonly ((use: QualifierUse) => void)[];
}

/** Looks a qualifier up once for each spelling: a schema uses a few names tens of thousands of times. */
export class KnownQualifiers {
  private readonly analysis: Analysis;
  private readonly hooks: Hooks;
  private readonly namespaces = new Map<string, Map<string, KnownQualifier>>();
  private namespace: string | undefined;
  private current = new Map<string, KnownQualifier>();

  constructor(analysis: Analysis, hooks: Hooks) {
    this.analysis = analysis;
    this.hooks = hooks;
  }

  find(namespace: string, spelling: string): KnownQualifier {
    if (namespace !== this.namespace) this.enter(namespace);
    let known = this.current.get(spelling);
    if (!known) {
      const name = spelling.toLowerCase();
      const type = this.analysis.qualifierType(namespace, name);
      known = { name, type, hooks: this.hooks.qualifiers.get(name) ?? [] };
      this.current.set(spelling, known);
    }
    return known;
  }

  private enter(namespace: string): void {
    this.namespace = namespace;
    this.current = this.namespaces.get(namespace) ?? new Map<string, KnownQualifier>();
    this.namespaces.set(namespace, this.current);
  }
}
