/** What a page says it is about: in its front matter, in its title and heading, in its file's name. */
import type { Name } from "../../ast/index.ts";
import type { Page, PageText } from "../page.ts";
import { nameAt } from "./name.ts";

/** A class, or a member of one. */
export interface StatedNames {
  readonly className?: Name;
  readonly member?: Name;
}

/** `api_name`, whose first entry names the page, the others what is on it. */
export function namesOfFront({ source, front }: Page): StatedNames {
  const [first] = front.names;
  const match = /^(\w+)(?:\.(\w+))?$/.exec(first?.text.trim().replaceAll("\\_", "_") ?? "");
  return match && first ? namesIn(source, first, match[1], match[2]) : {};
}

/** What the heading says, or the title of the front matter. */
export function namesOfHeading({ source, heading, front }: Page): StatedNames {
  for (const text of [heading, front.title]) {
    if (!text) continue;
    for (const [pattern, [first, second]] of HEADINGS) {
      const groups = pattern.exec(text.text.trim())?.groups;
      if (groups) return namesIn(source, text, groups[first], second && groups[second]);
    }
  }
  return {};
}

type Group = "class" | "method";

/** What headings look like, and which groups name the class and the method. */
const HEADINGS: readonly (readonly [RegExp, readonly [Group, Group?]])[] = [
  [
    /^(?<method>\w+)\s+method\s+(?:of|in)\s+(?:the\s+)?(?:class\s+)?(?<class>\w+)/i,
    ["class", "method"],
  ],
  [/^(?<class>\w+)(?:\.|::)(?<method>\w+)\s+method\b/i, ["class", "method"]],
  [/^(?:the\s+)?(?<class>\w+)\s+class\b/i, ["class"]],
];

function namesIn(
  source: Page["source"],
  text: PageText,
  className: string | undefined,
  member: string | undefined,
): StatedNames {
  return {
    ...(className !== undefined && { className: nameIn(source, text, className) }),
    ...(member !== undefined && { member: nameIn(source, text, member) }),
  };
}

/** Where a name stands in a text, if the text says it as it stands. */
function nameIn(source: Page["source"], text: PageText, name: string): Name {
  const offset = wholeWord(source.text.slice(text.start, text.end), name);
  if (offset === -1) return nameAt(source, name, { start: text.start, end: text.start });
  const start = text.start + offset;
  return nameAt(source, name, { start, end: start + name.length });
}

/** Where a text has a word that is no part of a longer one; -1 when it has none. */
function wholeWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text, at - 1) && !isLetter(text, at + word.length)) return at;
  }
  return -1;
}

function isLetter(text: string, at: number): boolean {
  return /\w/.test(text.charAt(at));
}

/** Whether the name of the page's file names something: files are called as what they describe. */
export function isInFileName({ source }: Page, name: string): boolean {
  const file = source.name.slice(source.name.lastIndexOf("/") + 1).replace(/\.md$/i, "");
  return `-${plain(file)}-`.includes(`-${plain(name)}-`);
}

/** Names of files have hyphens where names of MOF have underscores. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll("_", "-");
}
