/** Edits of methods and parameters, each with what it has to be found as. */
import type { CimMethod, CimParameter, QualifierValue } from "../../src/model/index.ts";
import type { RuleId } from "../../src/diff/index.ts";
import { having, isPlain, lacks, marked, qualifier, typed, type Edit } from "./edit-tools.ts";

const parameterOf = (name: string, qualifiers: readonly QualifierValue[]): CimParameter => ({
  kind: "parameter",
  name,
  type: { kind: "intrinsic", name: "uint32", array: false },
  declaredType: { name: "uint32", reference: false, array: false },
  qualifiers: new Map(qualifiers.map((each) => [each.name.toLowerCase(), each])),
  in: true,
  out: false,
  required: false,
  optional: false,
  location: { source: { name: "", text: "" }, span: { start: 0, end: 0 } },
});

const withParameters = (method: CimMethod, parameters: readonly CimParameter[]): CimMethod => ({
  ...method,
  parameters,
});

/** Whether the result has fields besides what is returned. */
const hasOuts = ({ parameters }: CimMethod): boolean => parameters.some((each) => each.out);

/** Edits of methods; those of their parameters are about the first one. */
export const methodEdits: readonly Edit<CimMethod>[] = [
  { rule: "method-removed", back: "method-added", applies: () => true, apply: () => undefined },
  {
    rule: "method-name-case-changed",
    back: "method-name-case-changed",
    applies: (each) => /[a-z]/u.test(each.name),
    apply: (each) => ({ ...each, name: each.name.toUpperCase() }),
  },
  {
    rule: "return-type-changed",
    back: "return-type-changed",
    applies: ({ returns, qualifiers }) =>
      returns?.declaredType.name === "uint32" && lacks({ qualifiers }, "ValueMap", "BitMap"),
    apply: (each) => ({
      ...each,
      ...(each.returns && {
        returns: {
          ...each.returns,
          declaredType: { ...each.returns.declaredType, name: "string" },
        },
      }),
    }),
  },
  marked("method-static-changed", "method-static-changed", "Static"),
  {
    rule: "param-added-in-required",
    back: "param-removed",
    applies: () => true,
    apply: (each) =>
      withParameters(each, [...each.parameters, parameterOf("XNew", [qualifier("In", true)])]),
  },
  {
    rule: "param-added-in-optional",
    back: "param-removed",
    applies: () => true,
    apply: (each) =>
      withParameters(each, [
        ...each.parameters,
        parameterOf("XNew", [qualifier("In", true), qualifier("Optional", true)]),
      ]),
  },
  {
    rule: "param-added-out",
    back: "param-removed",
    applies: hasOuts,
    apply: (each) =>
      withParameters(each, [
        ...each.parameters,
        parameterOf("XNew", [qualifier("In", false), qualifier("Out", true)]),
      ]),
  },
  {
    rule: "param-added-out-first",
    back: "param-removed",
    applies: (each) => each.returns !== undefined && !hasOuts(each),
    apply: (each) =>
      withParameters(each, [
        ...each.parameters,
        parameterOf("XNew", [qualifier("In", false), qualifier("Out", true)]),
      ]),
  },
  {
    rule: "param-renamed",
    back: "param-renamed",
    applies: ({ parameters: [first] }) => first !== undefined,
    apply: (each) =>
      withParameters(
        each,
        each.parameters.map((parameter, index) =>
          index === 0 ? { ...parameter, name: "XRenamed" } : parameter,
        ),
      ),
  },
  {
    rule: "param-reordered",
    back: "param-reordered",
    applies: ({ parameters }) => parameters.length > 1,
    apply: (each) => withParameters(each, [...each.parameters].reverse()),
  },
  ofFirst(
    "param-in-to-inout",
    "param-inout-to-in",
    (each) =>
      each.in &&
      !each.out &&
      each.values === undefined &&
      !each.required &&
      lacks(each, "MaxLen", "MinLen", "MaxValue", "MinValue"),
    (each) => having(having(each, "In", true), "Out", true),
    hasOuts,
  ),
  ofFirst(
    "param-in-to-inout-first",
    "param-inout-to-in",
    (each) =>
      each.in &&
      !each.out &&
      each.values === undefined &&
      !each.required &&
      lacks(each, "MaxLen", "MinLen", "MaxValue", "MinValue"),
    (each) => having(having(each, "In", true), "Out", true),
    (each) => each.returns !== undefined && !hasOuts(each),
  ),
  ofFirst(
    "param-type-changed",
    "param-type-changed",
    (each) =>
      isPlain(each, "uint8", "uint16", "uint32", "datetime", "boolean") &&
      lacks(each, "ValueMap", "Values", "BitMap"),
    (each) => typed(each, "string"),
  ),
  ofFirst(
    "param-arrayness-changed",
    "param-arrayness-changed",
    (each) => isPlain(each, "string", "uint16", "uint32"),
    (each) => ({ ...each, declaredType: { ...each.declaredType, array: true } }),
  ),
  ofFirst(
    "required-added-input",
    "required-removed-input",
    (each) => each.in && !each.out && !each.required && lacks(each, "Required"),
    (each) => having(each, "Required", true),
  ),
];

/** An edit of the first parameter, which says that it is about it. */
function ofFirst(
  rule: RuleId,
  back: RuleId,
  applies: (each: CimParameter) => boolean,
  apply: (each: CimParameter) => CimParameter,
  fits: (method: CimMethod) => boolean = () => true,
): Edit<CimMethod> {
  return {
    rule,
    back,
    applies: (method) => {
      const [first] = method.parameters;
      return first !== undefined && applies(first) && fits(method);
    },
    apply: (method) =>
      withParameters(
        method,
        method.parameters.map((each, index) => (index === 0 ? apply(each) : each)),
      ),
  };
}

/** Rules whose subject is a parameter: the new one, the renamed one, or the first one. */
export function parameterOfEdit(
  rule: RuleId,
  method: CimMethod,
  forwards: boolean,
): string | undefined {
  if (rule.startsWith("param-added") || rule === "param-removed") return "XNew";
  if (rule === "param-reordered") return undefined;
  if (rule === "param-renamed") return forwards ? "XRenamed" : method.parameters[0]?.name;
  return rule.startsWith("param-") || rule.startsWith("required-")
    ? method.parameters[0]?.name
    : undefined;
}
