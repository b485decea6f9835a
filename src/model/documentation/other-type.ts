import type { Feature, ParameterDeclaration } from "../../ast/index.ts";
import type { CimType, DeclaredType } from "../schema.ts";
import { typeTitle } from "../type-title.ts";

/** Two types that differ, as people read them. */
export interface DifferentTypes {
  readonly type: string;
  /** That of the page. */
  readonly other: string;
}

/**
 * Compares the type that a page gives an element with its own. Fixed lengths of arrays are not
 * compared, and a string that embeds a class may be called by that.
 *
 * @param typed - the element, or what the method returns; nothing for `void`
 */
export function otherType(
  { type: { name, reference }, array }: Feature | ParameterDeclaration,
  typed: { readonly declaredType: DeclaredType; readonly type: CimType } | undefined,
): DifferentTypes | undefined {
  const written: DeclaredType = { name: name.text, reference, array: array !== undefined };
  const own = typed?.declaredType ?? VOID;
  const embedded = typed?.type.kind === "embedded-instance" ? [typed.type.className] : [];
  const names = [own.name, ...embedded].map((each) => each.toLowerCase());
  const same =
    names.includes(written.name.toLowerCase()) &&
    written.reference === own.reference &&
    written.array === (own.array !== false);
  return same ? undefined : { type: typeTitle(own), other: typeTitle(written) };
}

const VOID: DeclaredType = { name: "void", reference: false, array: false };
