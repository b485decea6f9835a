import type {
  MethodEntry,
  Page,
  ParameterEntry,
  PropertyEntry,
  Requirement,
  ValueEntry,
} from "./page.ts";

/**
 * One page of two halves: facts are those of the English one, which no translation has damaged,
 * texts those of the other.
 */
export function mergeHalves(translated: Page, english: Page): Page {
  const values = translated.returns?.values ?? [];
  return {
    ...translated,
    methods: paired(translated.methods, english.methods, withDescription<MethodEntry>),
    properties: paired(translated.properties, english.properties, withTexts<PropertyEntry>),
    parameters: paired(translated.parameters, english.parameters, withTexts<ParameterEntry>),
    ...(translated.returns && english.returns
      ? {
          returns: {
            ...translated.returns,
            values: paired(values, english.returns.values, withOwnDescription),
          },
        }
      : {}),
    requirements: paired(translated.requirements, english.requirements, withLabel),
  };
}

/** Puts together what stands at the same place; where one half has more, nothing belongs together. */
function paired<T>(
  translated: readonly T[],
  english: readonly T[],
  merge: (translated: T, english: T) => T,
): readonly T[] {
  if (translated.length !== english.length) return english;
  return english.flatMap((fact, index) => {
    const text = translated[index];
    return text === undefined ? [] : [merge(text, fact)];
  });
}

function withDescription<T extends Pick<PropertyEntry, "description">>(text: T, fact: T): T {
  return text.description ? { ...fact, description: text.description } : fact;
}

function withTexts<T extends Pick<PropertyEntry, "description" | "values">>(text: T, fact: T): T {
  const values = paired(text.values, fact.values, withOwnDescription);
  return { ...withDescription(text, fact), values };
}

function withOwnDescription(text: ValueEntry, fact: ValueEntry): ValueEntry {
  return text.description === undefined ? fact : { ...fact, description: text.description };
}

/** Names of files and namespaces are facts; the least versions are texts. */
function withLabel(text: Requirement, fact: Requirement): Requirement {
  const isText = fact.kind === "client" || fact.kind === "server" || fact.kind === "other";
  return { ...fact, label: text.label, ...(isText ? { value: text.value } : {}) };
}
