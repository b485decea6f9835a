/** Which class, and which method of it, a page is about. */
import type { Name } from "../../ast/index.ts";
import { diagnose, type Outcome } from "../../diagnostics/index.ts";
import type { Page } from "../page.ts";
import { countClasses, findDeclaration, type FoundDeclaration } from "./find-declaration.ts";
import { identityOf } from "./name.ts";
import { isInFileName, namesOfFront, namesOfHeading, type StatedNames } from "./stated-names.ts";

/** What a page is about, and where it declares that. */
export interface Identity {
  readonly page: Page;
  readonly found: FoundDeclaration;
  readonly className: Name;
  /** Absent for the page of a class. */
  readonly method?: Name;
}

/** @returns nothing for what is no reference page, and why when it seems to be one */
export function identify(page: Page): Outcome<Identity | undefined> {
  const front = namesOfFront(page);
  const heading = namesOfHeading(page);
  const stated = front.className ?? heading.className;
  const found = findDeclaration(page, stated?.text);
  if (!found) return refused(page, stated);
  const identity = found.kind === "class" ? ofClass : ofMethod;
  return identity(page, found, front, heading) ?? refused(page, undefined);
}

function ofClass(
  page: Page,
  found: FoundDeclaration,
  front: StatedNames,
  heading: StatedNames,
): Outcome<Identity> | undefined {
  // "Event class" is a heading too: without the front matter it has to name what is declared.
  const isNamed = heading.className && same(heading.className, found.name);
  if (!front.className && !heading.member && !isNamed) return undefined;
  const { value: className, diagnostics } = decide("class", page, {
    front: front.className,
    heading: heading.className?.text.includes("_") ? heading.className : undefined,
    declared: found.name,
  });
  // The block of a whole class on the page of one method declares that method.
  const isMethod = heading.member && front.member && same(front.member, heading.member);
  const method = isMethod ? front.member : undefined;
  return { value: { page, found, className, ...(method && { method }) }, diagnostics };
}

function ofMethod(
  page: Page,
  found: FoundDeclaration,
  front: StatedNames,
  heading: StatedNames,
): Outcome<Identity> | undefined {
  const stated = front.className ?? heading.className;
  if (!stated) return undefined;
  const names = { front: front.className, heading: heading.className };
  const classes = decide("class", page, { ...names, declared: stated });
  const methods = decide("method", page, {
    front: front.member,
    heading: heading.member,
    declared: found.name,
  });
  return {
    value: { page, found, className: classes.value, method: methods.value },
    diagnostics: [...classes.diagnostics, ...methods.diagnostics],
  };
}

/** A name as several parts of a page have it. */
interface Candidates {
  readonly front: Name | undefined;
  readonly heading: Name | undefined;
  readonly declared: Name;
}

/**
 * One of several names that a page states for the same thing. Front matter and declaration
 * are copied from page to page; a file has its name alone.
 */
function decide(
  kind: "class" | "method",
  page: Page,
  { front, heading, declared }: Candidates,
): Outcome<Name> {
  const stated = [front, heading, declared].filter((name) => name !== undefined);
  // In whatever case: as it is declared.
  if (stated.every((name) => same(name, declared))) return { value: declared, diagnostics: [] };
  const inFile = stated.find(({ text }) => isInFileName(page, text));
  const name = inFile ?? front ?? heading ?? declared;
  const differing = [declared, front, heading].find((each) => each && !same(each, name));
  const location = { source: page.source, span: differing ?? name };
  const sentence = { kind, name: name.text, other: differing?.text ?? "" };
  return { value: name, diagnostics: [diagnose("page-name-differs", sentence, location)] };
}

function same(one: Name, other: Name): boolean {
  return identityOf(one.text) === identityOf(other.text);
}

/** A page that declares nothing is passed over without a word, unless it looks as if it did. */
function refused(page: Page, stated: Name | undefined): Outcome<undefined> {
  const classes = countClasses(page);
  if (classes === 0) return { value: undefined, diagnostics: [] };
  const { source } = page;
  const reason = stated
    ? `it is about ${stated.text}, but what it declares stands among examples or remarks`
    : `it declares ${classes === 1 ? "a class" : `${String(classes)} classes`} as examples, and neither its front matter nor its heading names one`;
  const location = { source, span: { start: 0, end: 0 } };
  const problem = diagnose("page-not-reference", { path: source.name, reason }, location);
  return { value: undefined, diagnostics: [problem] };
}
