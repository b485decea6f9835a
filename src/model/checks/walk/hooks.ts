import type { Rule } from "./rule.ts";

type HookName = Exclude<keyof Rule, "codes" | "qualifiers">;
type Hook<K extends keyof Rule> = NonNullable<Rule[K]>;
type Named = Hook<"qualifiers">[string];

/** The rules that want to see each kind of subject. */
export type Hooks = { readonly [K in HookName]: readonly Hook<K>[] } & {
  /** By name in lower case. */
  readonly qualifiers: ReadonlyMap<string, readonly Named[]>;
};

/** Sorts rules by what they want to see, once, so that the walk asks nobody in vain. */
export function hooksOf(rules: readonly Rule[]): Hooks {
  const all = <K extends HookName>(name: K): readonly Hook<K>[] =>
    rules.flatMap((rule) => {
      const hook = rule[name];
      return hook ? [hook] : [];
    });
  const qualifiers = new Map<string, Named[]>();
  for (const [name, hook] of rules.flatMap((rule) => Object.entries(rule.qualifiers ?? {}))) {
    qualifiers.set(name, [...(qualifiers.get(name) ?? []), hook]);
  }
  return {
    class: all("class"),
    property: all("property"),
    method: all("method"),
    parameter: all("parameter"),
    qualifier: all("qualifier"),
    flavored: all("flavored"),
    repeated: all("repeated"),
    undeclared: all("undeclared"),
    qualifiers,
    value: all("value"),
    instance: all("instance"),
    assignment: all("assignment"),
    pragma: all("pragma"),
    qualifierType: all("qualifierType"),
    whole: all("whole"),
  };
}
