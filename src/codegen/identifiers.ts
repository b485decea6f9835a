/** How a name of the MOF is written where TypeScript wants one. */
import type { NameReason } from "./name-notes.ts";

/** Words that cannot name an interface or a constant, and those that generated files use themselves. */
const TAKEN: ReadonlySet<string> = new Set(
  `any arguments as async await bigint boolean break case catch class const continue debugger default
  delete do else enum eval export extends false finally for function if implements import in infer
  instanceof interface keyof let never new null number object of package private protected public
  readonly return satisfies static string super switch symbol this throw true try type typeof
  undefined unknown unique var void while with yield
  Omit Promise Uint8Array Object globalThis NaN Infinity
  uint8 uint16 uint32 uint64 sint8 sint16 sint32 sint64 real32 real64 char16
  Answer Call Changes CimDateTime CimInstance CimInterval ClassDescriptor Embedded EmbeddedInput
  NewInstance Reference StaticCall defineClass`.split(/\s+/),
);

/** A text without anything that a string literal has to escape, and without quotes. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;
const NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * Letters that every TypeScript knows: its tables are older than those of the engine
 * that runs us, so `\p{ID_Start}` would allow names that it refuses.
 */
const LETTERS =
  "A-Za-z_$\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u01BF\u0391-\u03A1\u03A3-\u03CE\u0410-\u044F" +
  "\u05D0-\u05EA\u0621-\u063A\u0641-\u064A\u0E01-\u0E30\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FA5" +
  "\uAC00-\uD7A3";
const SAFE_NAME = new RegExp(`^[${LETTERS}][${LETTERS}0-9]*$`);
const UNSAFE = new RegExp(`[^${LETTERS}0-9]`, "gu");

/** A name that can be declared: the MOF's own, with `_` behind or in place of what cannot stand. */
export function identifier(name: string): string {
  const started = startedSafely(name);
  return TAKEN.has(started) ? `${started}_` : started;
}

/** A name without characters that TypeScript might refuse, and without a digit in front. */
export function startedSafely(name: string): string {
  if (NAME.test(name)) return name;
  const allowed = name.replace(UNSAFE, "_");
  return SAFE_NAME.test(allowed) ? allowed : `_${allowed}`;
}

/** Why a declared name is not the MOF's. */
export function identifierReason(wanted: string, name: string): NameReason {
  if (identifier(wanted) !== name) return "taken";
  const started = startedSafely(wanted);
  if (started === wanted) return "reserved";
  return started === `_${wanted}` ? "digit" : "characters";
}

/** A name as a key of an interface or a type literal: the name itself, quoted where it must be. */
export function typeKey(name: string): string {
  return NAME.test(name) || SAFE_NAME.test(name) ? name : quotedKey(name);
}

/** What some tables of letters take for a name: Prettier would unquote it. */
const PERHAPS_NAME = /^[A-Za-z_$\u0080-\uFFFF][\w$\u0080-\uFFFF]*$/;

/** A key in quotes that stay: letters that are not in every table are escaped. */
function quotedKey(name: string): string {
  const literal = stringLiteral(name);
  if (literal.includes("\\") || !PERHAPS_NAME.test(name)) return literal;
  return literal.replace(UNSAFE, (letter) => (letter < "\u0080" ? letter : escapes(letter)));
}

/** A method's name in an interface: `new` alone would be a constructor. */
export function methodKey(name: string): string {
  return name === "new" ? '"new"' : typeKey(name);
}

/** A name as a key of an object literal; `__proto__` would set the prototype. */
export function literalKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : typeKey(name);
}

/**
 * A string literal as Prettier writes it, which prefers the quotes that need fewer
 * escapes. What cannot be seen is escaped: control and format characters, line
 * separators, lone surrogates, combining marks.
 */
export function stringLiteral(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const escaped = JSON.stringify(text).replace(/[\p{C}\p{M}\p{Zl}\p{Zp}]/gu, escapes);
  const double = text.split('"').length - 1;
  const single = text.split("'").length - 1;
  if (double <= single) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A character as `\u` escapes of its code units. */
function escapes(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const code = character.charCodeAt(index).toString(16);
    return `\\u${code.padStart(4, "0")}`;
  }).join("");
}
