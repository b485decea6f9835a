/** Namespaces as pages write them. */
import { FILLER_WORDS, ROOT_WORDS, SECOND_PARTS } from "./namespace-words.ts";

/** What a row of a page says about a namespace. */
export type WrittenNamespace =
  | { readonly kind: "namespace"; readonly namespace: string }
  /** Its parts in the order that is likely, in lower case and without the root. */
  | { readonly kind: "damaged"; readonly parts: readonly string[] }
  /** The first of several, or one with more around it. */
  | { readonly kind: "excerpt"; readonly namespace: string }
  /** "All namespaces", and what else is none. */
  | { readonly kind: "none" };

const WHOLE = /^(?:\\\\[\w.-]+\\)?root(?:\\\w[\w.-]*)*$/i;
const WITHIN = /(?<![\w\\])root(?:\\\w[\w.-]*)+/gi;

/** Namespaces are not nested more deeply; what has more parts is a sentence. */
const MOST_PARTS = 8;

/** Reads `Root\CIMv2\rdms`, and what translations have made of it: `RDMs raíz de \ CIMv2 \`. */
export function readNamespace(text: string): WrittenNamespace {
  const written = text
    .trim()
    .replaceAll(/[\\/]+/g, "\\")
    .replaceAll(/\s+/g, " ");
  const host = /^\s*[\\/]{2}/.test(text) ? "\\" : "";
  // Blanks around separators are those of the page.
  const closed = written.replace(/ ?[\\.]$/, "").replaceAll(/ ?\\ ?/g, "\\");
  const whole = `${host}${closed}`;
  if (WHOLE.test(whole)) return { kind: "namespace", namespace: spelt(whole) };
  const [within] = written.match(WITHIN) ?? [];
  // What else is apart by separators would be parts of it.
  if (within !== undefined && !written.replaceAll(WITHIN, "").includes("\\")) {
    return { kind: "excerpt", namespace: spelt(within) };
  }
  return readDamaged(text);
}

/** `root` and `cimv2` in lower case, as MOF has them, the other parts as they are written. */
function spelt(whole: string): string {
  const [, ...parts] = whole.replace(/^\\\\[\w.-]+\\/, "").split("\\");
  return ["root", ...parts.map((part) => (/^cimv2$/i.test(part) ? "cimv2" : part))].join("/");
}

function readDamaged(text: string): WrittenNamespace {
  const words = text
    .toLowerCase()
    .split(/[\\/\s:,]+/)
    .filter((word) => word !== "" && !FILLER_WORDS.has(word));
  const root = words.findIndex((word) => ROOT_WORDS.has(word));
  const turned = root > 0 ? [...words.slice(root + 1), ...inOrder(words.slice(0, root))] : words;
  const parts = turned.filter((word) => !ROOT_WORDS.has(word));
  const isApart = /[\\/]/.test(text);
  const isNamed = parts.length < words.length;
  const isKnown = parts.some((part) => SECOND_PARTS.has(part)) && (isApart || parts.length === 1);
  if ((!isNamed && !isKnown) || parts.length > MOST_PARTS) return { kind: "none" };
  if (parts.length === 0 || !parts.every((part) => PART.test(part))) return { kind: "none" };
  return { kind: "damaged", parts };
}

const PART = /^\w[\w.-]*$/;

/**
 * What translations put in front of the root stood behind it, the last first, unless it begins
 * with what stands right below the root.
 */
function inOrder(words: readonly string[]): readonly string[] {
  return SECOND_PARTS.has(words[0] ?? "") ? words : words.toReversed();
}

/**
 * The namespace that a damaged one was.
 *
 * @param known - namespaces that other pages write undamaged
 */
export function repairNamespace(parts: readonly string[], known: readonly string[]): string {
  const wanted = setOf(parts);
  const whole = known.find((each) => setOf(each.toLowerCase().split("/").slice(1)) === wanted);
  if (whole !== undefined) return whole;
  const second = parts.find((part) => SECOND_PARTS.has(part));
  const rest = parts.filter((part) => part !== second);
  return ["root", ...(second === undefined ? [] : [second]), ...rest].join("/");
}

function setOf(parts: readonly string[]): string {
  return parts.toSorted().join("/");
}
