/** What pages say about a method and its parameters, as qualifiers. */
import type { MethodDeclaration, ParameterDeclaration, Qualifier } from "../../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import type { MethodEntry, Page } from "../page.ts";
import { attach, mayBeCalled } from "./attach.ts";
import { directed } from "./direction.ts";
import type { PageOptions } from "./options.ts";
import { pageQualifiers } from "./page-qualifiers.ts";
import type { Placed } from "./place.ts";
import { qualifier, textQualifier, withMore } from "./qualifiers.ts";
import { isTranslated } from "./translated.ts";
import { readValues, withLeft } from "./values.ts";

/** A method with all that its own page says about it. */
export function describeMethod(
  placed: Placed,
  method: MethodDeclaration,
  options: PageOptions,
): Outcome<MethodDeclaration> {
  const { page } = placed;
  const { value: parameters, diagnostics } = describeParameters(page, method);
  const { returns } = page;
  const values = readValues(returns?.values ?? [], method.type, isTranslated(page));
  const qualifiers = withMore(method.qualifiers, [
    ...textQualifier("Description", page.summary),
    ...textQualifier("ReturnDescription", withLeft(returns?.text, values.left)),
    ...values.qualifiers,
    ...pageQualifiers(placed, options),
  ]);
  return { value: { ...method, qualifiers, parameters }, diagnostics };
}

/** What some tables write below a description, in front of the names of qualifiers. */
const QUALIFIERS = "Qualifiers:";

/** What the table of methods on the page of a class says about one of them. */
export function tableQualifiers(entry: MethodEntry | undefined): readonly Qualifier[] {
  const { description } = entry ?? {};
  if (!description) return [];
  const index = description.text.lastIndexOf(QUALIFIERS);
  const listed = index === -1 ? "" : description.text.slice(index + QUALIFIERS.length);
  // A sentence that goes on is none of them.
  if (!/^[\w\s,]*\.?$/.test(listed) || index === -1)
    return textQualifier("Description", description);
  const words = listed.toLowerCase().split(/[\s,.]+/);
  const stated = ["Static", "Implemented"].filter((name) => words.includes(name.toLowerCase()));
  const text = description.text.slice(0, index).trim();
  return [
    ...stated.map((name) => qualifier(name, description)),
    ...textQualifier("Description", { ...description, text }),
  ];
}

function describeParameters(
  page: Page,
  { name, parameters }: MethodDeclaration,
): Outcome<readonly ParameterDeclaration[]> {
  const { source } = page;
  const attached = attach(parameters, page.parameters, mayBeCalled(page));
  const diagnostics: Diagnostic[] = [];
  const value = parameters.map((parameter) => {
    const entry = attached.items.get(parameter);
    const passed = directed(source, parameter, entry);
    diagnostics.push(...passed.diagnostics);
    if (!entry) return passed.value;
    const values = readValues(entry.values, parameter.type, isTranslated(page));
    const qualifiers = withMore(passed.value.qualifiers, [
      ...textQualifier("Description", withLeft(entry.description, values.left)),
      ...values.qualifiers,
    ]);
    return { ...parameter, qualifiers };
  });
  const [first] = attached.left;
  if (first) {
    const names = attached.left.map((each) => each.name.text);
    const sentence = { owner: name.text, kind: "parameter", names } as const;
    diagnostics.push(diagnose("page-list-mismatch", sentence, { source, span: first.name }));
  }
  return { value, diagnostics };
}
