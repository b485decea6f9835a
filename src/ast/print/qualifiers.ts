/** Qualifier lists as MOF. */
import type { Name, Qualifier, QualifierDeclaration } from "../nodes.ts";
import { around, valueLines, WIDTH } from "./value.ts";

/**
 * The lines of a qualifier list: one when all of it fits, otherwise one or more for each
 * qualifier. None without qualifiers.
 *
 * @param more - how much is to stand behind the list when it is a single line
 */
export function qualifierLines(
  qualifiers: readonly Qualifier[],
  indent: number,
  more = 0,
): readonly string[] {
  if (qualifiers.length === 0) return [];
  const start = " ".repeat(indent);
  const items = qualifiers.map((qualifier) => itemLines(qualifier, indent + 1));
  const room = WIDTH - indent - more - 2 * items.length;
  const length = items.reduce((sum, [first = ""]) => sum + first.length, 0);
  if (length <= room && items.every(({ length: count }) => count === 1)) {
    return [`${start}[${items.flat().join(", ")}]`];
  }
  const last = items.length - 1;
  return items.flatMap((lines, index) =>
    around(`${start}${index === 0 ? "[" : " "}`, lines, index === last ? "]" : ","),
  );
}

function itemLines({ name, value, flavors }: Qualifier, indent: number): readonly string[] {
  const behind = flavors.length === 0 ? "" : ` : ${texts(flavors, " ")}`;
  if (!value) return [name.text + behind];
  const isArray = value.kind === "array";
  const [open, close] = isArray ? [" ", ""] : ["(", ")"];
  const before = name.text + open;
  const taken = indent + before.length + close.length + behind.length + 1;
  return around(before, valueLines(value, { indent, taken }), close + behind);
}

/** `Qualifier Name : type = default, Scope(…), Flavor(…);`, without a type Microsoft's short form. */
export function qualifierDeclarationLines(node: QualifierDeclaration): readonly string[] {
  const { name, type, array, initializer, scopes, flavors, policy } = node;
  const head = `Qualifier ${name.text} :`;
  if (!type) return [`${[head, ...flavors.map(({ text }) => text)].join(" ")};`];
  const suffix = array ? `[${array.size ?? ""}]` : "";
  const start = `${head} ${type.name.text}${suffix}${initializer ? " = " : ""}`;
  const value = initializer ? valueLines(initializer, { indent: 0, taken: start.length + 1 }) : [];
  const clauses = [
    ...(scopes.length > 0 ? [`Scope(${texts(scopes, ", ")})`] : []),
    ...(flavors.length > 0 ? [`Flavor(${texts(flavors, ", ")})`] : []),
    ...(policy ? [`Policy(${policy.text})`] : []),
  ];
  const lines = [...around(start, value, "")];
  for (const clause of clauses) {
    const last = lines.pop() ?? "";
    const together = `${last}, ${clause}`;
    if (together.length < WIDTH) lines.push(together);
    else lines.push(`${last},`, `  ${clause}`);
  }
  return [...qualifierLines(node.qualifiers ?? [], 0), ...around("", lines, ";")];
}

function texts(names: readonly Name[], separator: string): string {
  return names.map(({ text }) => text).join(separator);
}
