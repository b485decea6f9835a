/** What properties, parameters and return values share: a type, texts and named values. */
import type {
  MethodDeclaration,
  ParameterDeclaration,
  PropertyDeclaration,
  Value,
} from "../ast/index.ts";
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { Location, Source, Span } from "../source/index.ts";
import type { AmendedMembers } from "./amended-members.ts";
import { type ClassNamer, declaredType, elementType } from "./element-type.ts";
import { meantType } from "./intrinsic.ts";
import type { OverlaidMembers } from "./overlays/overlaid-members.ts";
import type { QualifierFinder } from "./qualifier-types.ts";
import { textOf } from "./qualifiers.ts";
import type {
  CimConstant,
  CimType,
  DeclaredType,
  Qualifiers,
  ReturnValue,
  ValueMap,
} from "./schema.ts";
import { typedConstant, type ValuedType } from "./typed-constant.ts";
import { valueMapOf } from "./value-map.ts";

/** What the members of one class are built from. */
export interface MemberContext {
  readonly className: string;
  /** That of the member: those of one class may stand in several. */
  readonly source: Source;
  /** Whether it is a documentation page, which leaves out whether a method is static. */
  readonly page: boolean;
  readonly amended: AmendedMembers;
  /** What pages say of members; it counts where nobody else says it. */
  readonly added: AmendedMembers;
  /** What overlays state. */
  readonly overlaid: OverlaidMembers | undefined;
  readonly classNamed: ClassNamer;
  readonly qualifierNamed: QualifierFinder;
  readonly diagnostics: Diagnostic[];
}

/** For building objects by filling them: a member has many parts that may be absent. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type TypedNode = PropertyDeclaration | ParameterDeclaration;

interface Types {
  readonly type: CimType;
  readonly declaredType: DeclaredType;
}

/** A property of type void has no meaning; it is read as holding anything. */
const VOID_ELEMENT: CimType = { kind: "embedded-object", array: false };

/** The type of a property or parameter, as it is declared and as its qualifiers make it. */
export function typesOf(
  node: TypedNode,
  qualifiers: Qualifiers,
  shownName: string,
  context: MemberContext,
): Types {
  const found = elementType(node.type, node.array, qualifiers, context.classNamed);
  if (found?.unknown) reportUnknown(found.unknown, shownName, node.type, context);
  const type = found?.type ?? VOID_ELEMENT;
  return { type, declaredType: declaredType(node.type, node.array, type) };
}

/** What a method returns; nothing for `void`. */
export function returnValue(
  node: MethodDeclaration,
  qualifiers: Qualifiers,
  context: MemberContext,
): ReturnValue | undefined {
  const found = elementType(node.type, node.array, qualifiers, context.classNamed);
  if (!found) return undefined;
  const { type, unknown } = found;
  if (unknown) reportUnknown(unknown, node.name.text, node.type, context);
  const values = pairedValues(node, qualifiers, type, node.name.text, context);
  const declared = declaredType(node.type, node.array, type);
  return { type, declaredType: declared, ...(values && { values }) };
}

/** Texts, values and units, where the qualifiers state them. */
export function describe(
  element: { type: CimType; description?: string; values?: ValueMap; units?: string },
  node: TypedNode,
  qualifiers: Qualifiers,
  shownName: string,
  context: MemberContext,
): void {
  const description = textOf(qualifiers, "description");
  if (description !== undefined) element.description = description;
  const values = pairedValues(node, qualifiers, element.type, shownName, context);
  if (values) element.values = values;
  const units = textOf(qualifiers, "punit") ?? textOf(qualifiers, "units");
  if (units !== undefined) element.units = units;
}

/** A default value; an instance is none, nothing says which one it would be in the next object. */
export function defaultValue(value: Value, element: ValuedType): CimConstant {
  return typedConstant(value, element, NOTHING_NESTED);
}

const NOTHING_NESTED = { nested: () => null };

export function locationIn(context: MemberContext, { start, end }: Span): Location {
  return { source: context.source, span: { start, end } };
}

function pairedValues(
  node: TypedNode | MethodDeclaration,
  qualifiers: Qualifiers,
  type: CimType,
  name: string,
  context: MemberContext,
): ValueMap | undefined {
  const values = valueMapOf(qualifiers, type.kind === "intrinsic" && type.name === "string");
  if (values?.mismatch && statesValues(node)) {
    const sentence = { className: context.className, name, ...values.mismatch };
    const location = locationIn(context, node.name);
    context.diagnostics.push(diagnose("value-map-mismatch", sentence, location));
  }
  return values?.map;
}

/** An inherited mismatch was reported where it is declared. */
function statesValues({ qualifiers }: TypedNode | MethodDeclaration): boolean {
  return qualifiers.some(({ name: { text } }) => /^(value|bit)(map|s|values)$/i.test(text));
}

function reportUnknown(
  unknown: { readonly name: string; readonly reference: boolean },
  name: string,
  span: Span,
  context: MemberContext,
): void {
  const { className } = context;
  const location = locationIn(context, span);
  if (unknown.reference) {
    const sentence = { className, name, target: unknown.name };
    context.diagnostics.push(diagnose("unknown-reference-target", sentence, location));
  } else {
    const sentence = { className, name, type: unknown.name };
    const meant = meantType(unknown.name);
    context.diagnostics.push(
      meant === undefined
        ? diagnose("unknown-type", sentence, location)
        : diagnose("misspelt-type", { ...sentence, meant }, location),
    );
  }
}
