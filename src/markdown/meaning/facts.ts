/** What the lists of a page say about what its declaration may leave out. */
import type { PageFacts, StatedType } from "../declaration/damage.ts";
import { isIntrinsic } from "../declaration/intrinsic.ts";
import type { Page, PropertyEntry } from "../page.ts";
import { identityOf } from "./name.ts";

/** Members that are strings wherever they occur. */
const NAME_LIKE = /(?:name|path|caption|description|id)$/i;

export function factsOf(page: Page): PageFacts {
  const entries = new Map(page.properties.map((entry) => [identityOf(entry.name.text), entry]));
  const codes = page.returns?.values.some(({ key }) => /^\d+$/.test(key ?? ""));
  return {
    typeOf: (name) => statedType(entries.get(identityOf(name))) ?? typeByName(name, entries),
    ...(codes && { returnType: "uint32" }),
  };
}

/** The type that a list states, when it is one that MOF has. */
export function statedType(entry: PropertyEntry | undefined): StatedType | undefined {
  const match = /^(\w+)\s*(\[\s*\]|arrays?\b)?/i.exec(entry?.dataType?.text.trim() ?? "");
  const [, word = "", array] = match ?? [];
  if (!isIntrinsic(word)) return undefined;
  return { type: word.toLowerCase(), array: array !== undefined, from: "list" };
}

function typeByName(
  name: string,
  entries: ReadonlyMap<string, PropertyEntry>,
): StatedType | undefined {
  const { qualifiers = [] } = entries.get(identityOf(name)) ?? {};
  const isKey = qualifiers.some((qualifier) => identityOf(qualifier.name.text) === "key");
  if (!isKey && !NAME_LIKE.test(name)) return undefined;
  return { type: "string", array: false, from: "name" };
}
