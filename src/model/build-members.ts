/** Second pass, inside a class: what its own properties and methods mean. */
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
import type { QualifierFinder } from "./qualifier-types.ts";
import { isSet, qualifiersOf, textOf } from "./qualifiers.ts";
import type {
  CimConstant,
  CimMethod,
  CimParameter,
  CimProperty,
  CimType,
  Qualifiers,
  ReturnValue,
  TypedElement,
  ValueMap,
} from "./schema.ts";
import { typedConstant } from "./typed-constant.ts";
import { valueMapOf } from "./value-map.ts";

/** What the members of one class are built from. */
export interface MemberContext {
  readonly className: string;
  readonly source: Source;
  readonly amended: AmendedMembers;
  readonly classNamed: ClassNamer;
  readonly qualifierNamed: QualifierFinder;
  readonly diagnostics: Diagnostic[];
}

type TypedNode = PropertyDeclaration | ParameterDeclaration;

/** A property; `inherited` is the one that it overrides. */
export function buildProperty(
  node: PropertyDeclaration,
  inherited: CimProperty | undefined,
  context: MemberContext,
): CimProperty {
  const lists = {
    inherited: inherited?.qualifiers,
    own: node.qualifiers,
    amended: context.amended.of(node),
  };
  const qualifiers = qualifiersOf(lists, context.qualifierNamed);
  const element = typedElement(node, qualifiers, node.name.text, context);
  const readable = readableOf(qualifiers);
  return {
    kind: "property",
    ...element,
    origin: context.className,
    key: isSet(qualifiers, "key"),
    required: isSet(qualifiers, "required"),
    readable,
    writable: isSet(qualifiers, "write"),
    ...defaultOf(node.initializer, element.type),
  };
}

/** `Read` is true unless stated otherwise (DSP0004 5.6.3.37). */
function readableOf(qualifiers: Qualifiers): boolean {
  return qualifiers.get("read")?.value !== false;
}

/** A method; `inherited` is the one that it overrides. */
export function buildMethod(
  node: MethodDeclaration,
  inherited: CimMethod | undefined,
  context: MemberContext,
): CimMethod {
  const name = node.name.text;
  const lists = {
    inherited: inherited?.qualifiers,
    own: node.qualifiers,
    amended: context.amended.of(node),
  };
  const qualifiers = qualifiersOf(lists, context.qualifierNamed);
  const returns = returnValue(node, qualifiers, context);
  return {
    kind: "method",
    name,
    origin: context.className,
    static: isSet(qualifiers, "static"),
    ...(returns && { returns }),
    parameters: buildParameters(node, inherited, context),
    qualifiers,
    ...described(qualifiers),
    location: at(context, node.name),
  };
}

function buildParameters(
  node: MethodDeclaration,
  inherited: CimMethod | undefined,
  context: MemberContext,
): readonly CimParameter[] {
  const {
    name: { text: method },
    type,
    parameters,
  } = node;
  const built = new Map<string, CimParameter>();
  for (const parameter of parameters) {
    const name = parameter.name.text;
    const identity = name.toLowerCase();
    const before = built.get(identity);
    if (before) {
      const sentence = { className: context.className, method, name };
      const related = [{ message: "first declared here", location: before.location }];
      const location = at(context, parameter.name);
      context.diagnostics.push(diagnose("duplicate-parameter", sentence, location, related));
      continue;
    }
    // What a method returns has this name on the wire and in the result.
    if (identity === "returnvalue" && type.name.text.toLowerCase() !== "void") {
      const sentence = { className: context.className, method };
      const location = at(context, parameter.name);
      context.diagnostics.push(diagnose("parameter-named-return-value", sentence, location));
      continue;
    }
    const overridden = inherited?.parameters.find((other) => other.name.toLowerCase() === identity);
    const lists = {
      inherited: overridden?.qualifiers,
      own: parameter.qualifiers,
      amended: context.amended.ofParameter(node, parameter),
    };
    const qualifiers = qualifiersOf(lists, context.qualifierNamed);
    built.set(identity, buildParameter(parameter, method, qualifiers, context));
  }
  return [...built.values()];
}

function buildParameter(
  node: ParameterDeclaration,
  method: string,
  qualifiers: Qualifiers,
  context: MemberContext,
): CimParameter {
  const out = isSet(qualifiers, "out");
  const stated = qualifiers.get("in")?.value;
  const element = typedElement(node, qualifiers, `${method}.${node.name.text}`, context);
  return {
    kind: "parameter",
    ...element,
    // In is true unless stated (DSP0004 5.6.3.23), but nobody who writes Out alone means both.
    in: typeof stated === "boolean" ? stated : !out,
    out,
    required: isSet(qualifiers, "required"),
    optional: isSet(qualifiers, "optional") || node.initializer !== undefined,
    ...defaultOf(node.initializer, element.type),
  };
}

function returnValue(
  node: MethodDeclaration,
  qualifiers: Qualifiers,
  context: MemberContext,
): ReturnValue | undefined {
  const found = elementType(node.type, undefined, qualifiers, context.classNamed);
  if (!found) return undefined;
  reportUnknown(found.unknown, node.name.text, node.type, context);
  const values = pairedValues(node, qualifiers, node.name.text, context);
  const declared = declaredType(node.type, undefined, context.classNamed);
  return { type: found.type, declaredType: declared, ...(values && { values }) };
}

function typedElement(
  node: TypedNode,
  qualifiers: Qualifiers,
  shownName: string,
  context: MemberContext,
): TypedElement {
  const found = elementType(node.type, node.array, qualifiers, context.classNamed);
  reportUnknown(found?.unknown, shownName, node.type, context);
  const values = pairedValues(node, qualifiers, shownName, context);
  const units = textOf(qualifiers, "punit") ?? textOf(qualifiers, "units");
  return {
    name: node.name.text,
    type: found?.type ?? VOID_ELEMENT,
    declaredType: declaredType(node.type, node.array, context.classNamed),
    qualifiers,
    ...described(qualifiers),
    ...(values && { values }),
    ...(units !== undefined && { units }),
    location: at(context, node.name),
  };
}

/** A property of type void has no meaning; it is read as holding anything. */
const VOID_ELEMENT: CimType = { kind: "embedded-object", array: false };

function pairedValues(
  node: TypedNode | MethodDeclaration,
  qualifiers: Qualifiers,
  name: string,
  context: MemberContext,
): ValueMap | undefined {
  const values = valueMapOf(qualifiers);
  // An inherited mismatch was reported where it is declared.
  const own = node.qualifiers.some(({ name: { text } }) =>
    /^(value|bit)(map|s|values)$/i.test(text),
  );
  if (values?.mismatch && own) {
    context.diagnostics.push(
      diagnose(
        "value-map-mismatch",
        { className: context.className, name, ...values.mismatch },
        at(context, node.name),
      ),
    );
  }
  return values?.map;
}

function reportUnknown(
  unknown: { readonly name: string; readonly reference: boolean } | undefined,
  name: string,
  span: Span,
  context: MemberContext,
): void {
  if (!unknown) return;
  const { className } = context;
  context.diagnostics.push(
    unknown.reference
      ? diagnose(
          "unknown-reference-target",
          { className, name, target: unknown.name },
          at(context, span),
        )
      : diagnose(
          "unknown-type",
          { className, name, type: unknown.name, meant: meantType(unknown.name) },
          at(context, span),
        ),
  );
}

function described(qualifiers: Qualifiers): { description?: string } {
  const description = textOf(qualifiers, "description");
  return description === undefined ? {} : { description };
}

function defaultOf(value: Value | undefined, type: CimType): { default?: CimConstant } {
  // An instance is no default: nothing says which one it would be in the next object.
  return value ? { default: typedConstant(value, type, { nested: () => null }) } : {};
}

function at(context: MemberContext, span: Span): Location {
  return { source: context.source, span: { start: span.start, end: span.end } };
}
