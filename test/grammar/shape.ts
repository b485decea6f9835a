import { parseText } from "../../grammar/index.ts";

/**
 * What a text was understood as, one node a line: its kind, its value, and between « and »
 * the stretch of the text that it stands for. A name stands for its own text and is shown
 * alone.
 */
export function shape(text: string): string {
  const { document, mistakes } = parseText({ name: "a.mof", text });
  const said = mistakes.map(({ kind, start, end }) => `! ${kind} «${text.slice(start, end)}»`);
  return ["", ...document.declarations.flatMap((node) => lines(node, text, "")), ...said, ""].join(
    "\n",
  );
}

interface Node {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

function lines(node: Node, text: string, label: string): string[] {
  const { kind, start, end, ...fields } = node;
  const at = text.slice(start, end);
  const entries = Object.entries<unknown>(fields);
  if (kind === "name") {
    const { text: name } = fields as { text?: unknown };
    return [name === at ? `${label}${at}` : `${label}${String(name)} «${at}»`];
  }
  const values = entries.filter(([, value]) => !isNode(value) && !Array.isArray(value));
  const shown = values.map(([key, value]) => ` ${key}=${show(value)}`).join("");
  const children = entries.flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter(isNode)
      .flatMap((child) => lines(child, text, `${key}: `)),
  );
  return [`${label}${kind}${shown} «${at}»`, ...children.map((line) => `  ${line}`)];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value;
}

function show(value: unknown): string {
  return typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
}
