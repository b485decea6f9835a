/**
 * Telling what a value is when it may come from another copy of the runtime: one is bundled with
 * generated code, say, and `mof-codegen/testing` has its own. `instanceof` alone would say no.
 */

/**
 * Whether a value was made by a class of this brand, in whichever copy.
 *
 * @param value - Anything.
 * @param name - What the class has as its static `brand`.
 */
export function hasBrand(value: unknown, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { constructor } = value;
  // A property of the MOF may be called constructor, but none is a function.
  return typeof constructor === "function" && "brand" in constructor && constructor.brand === name;
}
