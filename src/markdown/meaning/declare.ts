/** The declaration of a page, as its fenced block has it. */
import type { ClassDeclaration, Name } from "../../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import { readClasses, readSignature } from "../declaration/read-fence.ts";
import type { Page } from "../page.ts";
import { factsOf } from "./facts.ts";
import { identify, type Identity } from "./identity.ts";
import { identityOf } from "./name.ts";

/** A page that declares a class, or a method of one. */
export interface Declared {
  readonly page: Page;
  readonly kind: "class" | "method";
  /** Under the name that the page is about, with its places on the page. */
  readonly node: ClassDeclaration;
}

/** @returns nothing for what is no reference page, and for what nobody understands */
export function declare(page: Page): Outcome<Declared | undefined> {
  const { value: identity, diagnostics: before } = identify(page);
  if (!identity) return { value: undefined, diagnostics: before };
  const { value: classes, diagnostics: reading } = read(identity);
  const { found, className, method } = identity;
  const declared = found.kind === "class" ? found.name : className;
  const wanted = classes.find(({ name }) => identityOf(name.text) === identityOf(declared.text));
  const node = wanted && (method ? methodOf(wanted, identity, method) : wanted);
  const diagnostics = [...before, ...reading];
  if (node) {
    const kind = method ? "method" : "class";
    return { value: { page, kind, node: { ...node, name: className } }, diagnostics };
  }
  const isSaid = diagnostics.some(({ severity }) => severity === "error");
  const problems = isSaid ? [] : [notDeclared(page, method ?? className)];
  return { value: undefined, diagnostics: [...diagnostics, ...problems] };
}

function read({ page, found, className }: Identity): Outcome<readonly ClassDeclaration[]> {
  const facts = factsOf(page);
  return found.kind === "class"
    ? readClasses(page.source, found.fence, facts)
    : readSignature(page.source, found.fence, className.text, facts);
}

function notDeclared({ source }: Page, name: Name): Diagnostic {
  const reason = `it does not declare ${name.text}, which it is about`;
  const location = { source, span: name };
  return diagnose("page-not-reference", { path: source.name, reason }, location);
}

/** One method of a class. What a class block says of its class, the page of the class says better. */
function methodOf(
  { kind, start, end, name, features }: ClassDeclaration,
  { found }: Identity,
  method: Name,
): ClassDeclaration | undefined {
  const declared = identityOf((found.kind === "method" ? found.name : method).text);
  const feature = features.find(
    (each) => each.kind === "method" && identityOf(each.name.text) === declared,
  );
  if (!feature) return undefined;
  const own = { ...feature, name: method };
  return { kind, partial: true, qualifiers: [], name, features: [own], start, end };
}
