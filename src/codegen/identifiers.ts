/** How a name of the MOF is written where TypeScript wants one. */

/** Words that cannot name an interface or a constant, and those that generated files use themselves. */
const TAKEN: ReadonlySet<string> = new Set(
  `any arguments as async await bigint boolean break case catch class const continue debugger default
  delete do else enum eval export extends false finally for function if implements import in infer
  instanceof interface keyof let never new null number object of package private protected public
  readonly return satisfies static string super switch symbol this throw true try type typeof
  undefined unknown unique var void while with yield
  Omit Uint8Array Object globalThis NaN Infinity
  uint8 uint16 uint32 uint64 sint8 sint16 sint32 sint64 real32 real64 char16
  CimDateTime CimInstance CimInterval ClassDescriptor Embedded Reference defineClass`.split(/\s+/),
);

/** A name that can be declared: the MOF's own, with `_` behind or in place of what cannot stand. */
export function identifier(name: string): string {
  const allowed = [...name]
    .map((character) => (/[\p{ID_Continue}$]/u.test(character) ? character : "_"))
    .join("");
  const started = /^[\p{ID_Start}_$]/u.test(allowed) ? allowed : `_${allowed}`;
  return TAKEN.has(started) ? `${started}_` : started;
}

/** A name as a key of an interface or a type literal: the name itself, quoted where it must be. */
export function typeKey(name: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}

/** A name as a key of an object literal; `__proto__` would set the prototype. */
export function literalKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : typeKey(name);
}

/**
 * A string literal as Prettier writes it, which prefers the quotes that need fewer
 * escapes. Line separators, which older parsers take for line ends, are escaped.
 */
export function stringLiteral(text: string): string {
  const escaped = JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]|[\uD800-\uDFFF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const double = text.split('"').length - 1;
  const single = text.split("'").length - 1;
  if (double <= single) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
