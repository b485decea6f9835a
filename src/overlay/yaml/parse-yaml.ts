import { Composer, type Document } from "yaml";
import type { YamlMistake } from "./mistake.ts";
import { mistakeOf } from "./mistake-of.ts";
import type { YamlNode } from "./node.ts";
import { nodeOf } from "./node-of.ts";
import { tokenise } from "./tokenise.ts";

/** What a text says; nothing when it says nothing, or when there are mistakes. */
export interface ParsedYaml {
  readonly node?: YamlNode;
  /** In the order of the text. */
  readonly mistakes: readonly YamlMistake[];
}

/**
 * Reads a YAML 1.2 text of one document by the core schema, and with it JSON. Scalars keep
 * what was written, aliases stand for what they name; merge keys are keys like others.
 */
export function parseYaml(text: string): ParsedYaml {
  const { tokens, mistakes } = tokenise(text);
  const [document] = new Composer(OPTIONS).compose(tokens);
  if (!document) return { mistakes };
  const read = nodeOf(document, text);
  const all = [...mistakes, ...document.errors.filter(isNoTag).map(mistakeOf), ...read.mistakes];
  if (all.length > 0) return { mistakes: all.sort((left, right) => left.start - right.start) };
  return isBlank(document) ? { mistakes } : { node: read.node, mistakes };
}

const OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  // Comparing every key with all before it takes quadratic time.
  uniqueKeys: false,
} as const;

/** Tags are told of once, where they stand. */
function isNoTag({ code }: Document.Parsed["errors"][number]): boolean {
  return code !== "TAG_RESOLVE_FAILED";
}

function isBlank({ contents }: Document.Parsed): boolean {
  return contents === null || contents.range[0] === contents.range[1];
}
