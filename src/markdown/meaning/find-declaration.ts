/** Where on a page the declaration stands that it is about. */
import type { Name } from "../../ast/index.ts";
import { type ClassOutline, outline } from "../declaration/outline.ts";
import { type Token, tokensOf } from "../declaration/tokens.ts";
import type { Fence, Page } from "../page.ts";
import { identityOf } from "./name.ts";

/** A fenced block that declares a class, or holds the signature of a method. */
export interface FoundDeclaration {
  readonly kind: "class" | "method";
  readonly fence: Fence;
  /** That of the class, or of the method. */
  readonly name: Name;
}

/** What MOF stands in; other languages have names. */
const LANGUAGES: ReadonlySet<string> = new Set(["", "syntax", "mof"]);

/**
 * The declaration of a page: the first block of its Syntax section that holds one. Blocks
 * among remarks and examples show older versions, or something else.
 *
 * @param className - the class that the page is about; when it is known, a page that has no
 *   Syntax section may have its declaration anywhere in front
 */
export function findDeclaration(page: Page, className?: string): FoundDeclaration | undefined {
  const inSection = (section: Fence["section"]) =>
    page.fences.filter((fence) => fence.section === section && LANGUAGES.has(fence.language));
  const inSyntax = inSection("syntax");
  const fences = inSyntax.length > 0 || className === undefined ? inSyntax : inSection("other");
  const found = fences.flatMap((fence) => declaredBy(fence, className));
  const isWanted = (each: FoundDeclaration) =>
    each.kind === "class" && identityOf(each.name.text) === identityOf(className ?? "");
  return found.find(isWanted) ?? found[0];
}

/** How many classes the blocks of a page declare, wherever they stand. */
export function countClasses(page: Page): number {
  const fences = page.fences.filter(({ language }) => LANGUAGES.has(language));
  return fences.reduce((count, { text }) => count + outline(tokensOf(text)).length, 0);
}

function declaredBy(fence: Fence, className: string | undefined): readonly FoundDeclaration[] {
  const tokens = tokensOf(fence.text);
  const classes = outline(tokens);
  const wanted = classes.find(({ name }) => identityOf(name.text) === identityOf(className ?? ""));
  const found: ClassOutline | undefined = wanted ?? classes[0];
  if (found) return [{ kind: "class", fence, name: nameIn(fence, found.name) }];
  const method = signatureName(tokens);
  return method ? [{ kind: "method", fence, name: nameIn(fence, method) }] : [];
}

/** The name in front of the parenthesis of `[qualifiers] type Name(`. */
function signatureName(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  let words = 0;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (text === "[") depth += 1;
    else if (text === "]") depth -= 1;
    else if (depth > 0) continue;
    else if (kind === "word" && words < 3) words += 1;
    else return text === "(" && words > 0 ? tokens[index - 1] : undefined;
  }
  return undefined;
}

function nameIn(fence: Fence, { text, start, end }: Token): Name {
  return { kind: "name", text, start: fence.start + start, end: fence.start + end };
}
