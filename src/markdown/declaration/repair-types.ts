/** Types that are missing, and references that are written in another way than MOF does. */
import { diagnose } from "../../diagnostics/index.ts";
import type { Damage, PageFacts, Repair } from "./damage.ts";
import type { Edit } from "./edited-text.ts";
import { elementsOf } from "./elements.ts";
import { isIntrinsic } from "./intrinsic.ts";
import type { ElementOutline } from "./outline.ts";
import type { Token } from "./tokens.ts";

/** `Name;` without a type in front. */
export function missingTypes({ classes, facts }: Damage): readonly Repair[] {
  const members = classes.flatMap((each) => each.members);
  const parameters = members.flatMap((member) => member.parameters ?? []);
  return [...members.filter(isMember), ...parameters].flatMap((element): Repair[] => {
    const [name, more] = element.words;
    if (name?.kind !== "word" || more) return [];
    const stated = typeOf(element, name.text, facts);
    if (!stated) return [];
    const edits: Edit[] = [{ start: name.start, end: name.start, text: `${stated.type} ` }];
    if (stated.array && element.array.length === 0) {
      edits.push({ start: name.end, end: name.end, text: "[]" });
    }
    const type = `${stated.type}${stated.array ? "[]" : ""}`;
    const sentence = { name: name.text, type, from: stated.from };
    const say: Repair["say"] = (location) => diagnose("page-type-missing", sentence, location);
    return [{ edits, at: name, say }];
  });
}

/** A lone word may be anything; a member has a mark behind it. */
function isMember({ end, open, equals, array }: ElementOutline): boolean {
  return Boolean(end ?? open ?? equals) || array.length > 0;
}

function typeOf(element: ElementOutline, name: string, facts: PageFacts) {
  if (!element.open) return facts.typeOf(name);
  const { returnType } = facts;
  return returnType === undefined
    ? undefined
    : ({ type: returnType, array: false, from: "returns" } as const);
}

/** `[out, ref] CIM_X &Y`, as C++ has it. */
export function referencesByMark({ classes, text }: Damage): readonly Repair[] {
  return elementsOf(classes).flatMap((element): Repair[] => {
    const { words, qualifiers } = element;
    const mark = words.find(({ text }) => text === "&");
    const qualifier = qualifiers.findIndex((token) => isWord(token, "ref"));
    const listed = qualifier !== -1 && isListed(qualifiers, qualifier);
    const [type] = words;
    const name = words.at(-1);
    if ((!mark && !listed) || !type || !name || words.length < 2) return [];
    const edits: Edit[] = listed ? [unlisted(qualifiers, qualifier)] : [];
    const isReference =
      isIntrinsic(type.text) || words.some((token) => isWord(token, "ref")) ? "" : "REF ";
    if (mark) edits.push({ start: mark.start, end: mark.end, text: isReference });
    else if (isReference !== "") edits.push({ start: name.start, end: name.start, text: "REF " });
    const at = { start: type.start, end: name.end };
    const read = `${type.text} ${isReference}${name.text}`;
    const sentence = { written: text.slice(at.start, at.end), read };
    const say: Repair["say"] = (location) =>
      diagnose("page-reference-repaired", sentence, location);
    return [{ edits, at, say }];
  });
}

/** Whether a word in square brackets is a qualifier without a value. */
function isListed(qualifiers: readonly Token[], index: number): boolean {
  const before = qualifiers[index - 1]?.text;
  const after = qualifiers[index + 1]?.text;
  return (before === "[" || before === ",") && (after === "]" || after === ",");
}

/** Takes a qualifier out of its list, and a list out that has no other. */
function unlisted(qualifiers: readonly Token[], index: number): Edit {
  const [before, own, after] = [index - 1, index, index + 1].map((each) => qualifiers[each]);
  const first = before?.text === "," || after?.text === "]" ? before : own;
  const last = before?.text === "," ? own : after;
  return { start: first?.start ?? 0, end: last?.end ?? 0, text: "" };
}

/** `uint32 REF X`: only instances are referred to. */
export function referencesToValues({ classes, text }: Damage): readonly Repair[] {
  return elementsOf(classes).flatMap(({ words }): Repair[] => {
    const [type, reference, name] = words;
    if (!type || !reference || !name || !isWord(reference, "ref")) return [];
    if (!isIntrinsic(type.text)) return [];
    const at = { start: type.start, end: name.end };
    const edits = [{ start: reference.start, end: name.start, text: "" }];
    const read = `${type.text} ${name.text}`;
    const sentence = { written: text.slice(at.start, at.end), read };
    const say: Repair["say"] = (location) =>
      diagnose("page-reference-repaired", sentence, location);
    return [{ edits, at, say }];
  });
}

function isWord(token: Token, word: string): boolean {
  return token.kind === "word" && token.text.toLowerCase() === word;
}
