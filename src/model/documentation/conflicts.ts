/** Where documentation pages contradict the class that they describe. */
import type {
  Feature,
  MethodDeclaration,
  ParameterDeclaration,
  PropertyDeclaration,
} from "../../ast/index.ts";
import { type Code, diagnose, type Diagnostic, type Sentences } from "../../diagnostics/index.ts";
import type { Location } from "../../source/index.ts";
import type { DeclaredClass } from "../declared.ts";
import { findMethod, findProperty } from "../find-member.ts";
import { isComplete } from "../lineage.ts";
import type { OverlaidMembers } from "../overlays/overlaid-members.ts";
import type { QualifierFinder } from "../qualifier-types.ts";
import { isSet, qualifiersOf } from "../qualifiers.ts";
import type {
  CimClass,
  CimMethod,
  CimParameter,
  CimProperty,
  DeclaredType,
  Qualifiers,
  ReturnValue,
} from "../schema.ts";
import {
  type DifferentFacts,
  otherMethodFacts,
  otherPropertyFacts,
  otherSuperclass,
} from "./other-facts.ts";
import { otherLabel } from "./other-label.ts";
import { otherType } from "./other-type.ts";
import { typeTitle } from "../type-title.ts";
import { valueFits } from "../value-fits.ts";
import { valueMapOf } from "../value-map.ts";

/** A class that pages describe, and what else is known of it. */
export interface DescribedClass {
  readonly cls: CimClass;
  readonly overlaid: OverlaidMembers | undefined;
  readonly qualifierNamed: QualifierFinder;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reports what pages say otherwise than the sources of a class, which count. Differences of case
 * are none, and what overlays state is decided.
 */
export function reportConflicts(pages: readonly DeclaredClass[], described: DescribedClass): void {
  const named = new Set<string>();
  for (const page of pages) new PageReader(page, described, named).read();
}

type Node = Feature | ParameterDeclaration;
type Element = CimProperty | CimMethod | CimParameter;

/** What a page says of an element, the element, and how people call it. */
interface Pair<N extends Node, E extends Element> {
  readonly node: N;
  readonly element: E;
  readonly title: string;
  /** What the page says by qualifiers. */
  readonly said: Qualifiers;
}

/** Compares one page with its class. */
class PageReader {
  private readonly page: DeclaredClass;
  private readonly described: DescribedClass;
  /** Titles of elements of which some page names values: the first page counts. */
  private readonly named: Set<string>;

  constructor(page: DeclaredClass, described: DescribedClass, named: Set<string>) {
    this.page = page;
    this.described = described;
    this.named = named;
  }

  read(): void {
    const { cls } = this.described;
    this.superclass(cls);
    const properties: Pair<PropertyDeclaration, CimProperty>[] = [];
    for (const node of this.page.node.features) {
      const name = node.name.text;
      const title = `${cls.name}.${name}`;
      const said = this.saidBy(node);
      const property = node.kind === "property" ? findProperty(cls, name) : undefined;
      const method = node.kind === "method" ? findMethod(cls, name) : undefined;
      if (node.kind === "property" && property) {
        properties.push({ node, element: property, title, said });
      } else if (node.kind === "method" && method) {
        this.method({ node, element: method, title, said });
      } else this.unknown(node);
    }
    // Most pages state no keys at all.
    const keys = properties.some(({ said }) => isSet(said, "key"));
    for (const property of properties) this.property(property, keys);
  }

  private superclass(cls: CimClass): void {
    const { superclass } = this.page.node;
    const facts = superclass && otherSuperclass(cls, superclass.text);
    // Where a superclass is unknown, what stands above it is, too.
    if (!facts || !isComplete(cls)) return;
    const related = [{ message: "declared here", location: cls.location }];
    const sentence = { title: cls.name, ...facts };
    const location = this.locate(superclass);
    this.described.diagnostics.push(
      diagnose("documentation-other-fact", sentence, location, related),
    );
  }

  private facts(pair: Pair<Node, Element>, facts: readonly DifferentFacts[]): void {
    for (const fact of facts) {
      this.report("documentation-other-fact", { title: pair.title, ...fact }, pair);
    }
  }

  private property(pair: Pair<PropertyDeclaration, CimProperty>, keys: boolean): void {
    const { node, element, title, said } = pair;
    this.type(pair, element, "is");
    if (this.described.overlaid?.of(node)) return;
    this.values(pair, element);
    this.facts(pair, otherPropertyFacts(said, element));
    const { key } = element;
    if (keys && isSet(said, "key") !== key) {
      this.report("documentation-other-key", { title, key }, pair);
    }
  }

  private method(pair: Pair<MethodDeclaration, CimMethod>): void {
    const { node, element } = pair;
    this.type(pair, element.returns, "returns");
    if (!this.described.overlaid?.of(node)) {
      this.values(pair, element.returns);
      this.facts(pair, otherMethodFacts(pair.said, element));
    }
    this.parameters(pair);
  }

  private parameters(pair: Pair<MethodDeclaration, CimMethod>): void {
    const { node: method, element, title } = pair;
    const missing = new Map(element.parameters.map((each) => [each.name.toLowerCase(), each]));
    const further: string[] = [];
    for (const node of method.parameters) {
      const key = node.name.text.toLowerCase();
      const parameter = missing.get(key);
      missing.delete(key);
      if (!parameter) {
        further.push(node.name.text);
        continue;
      }
      const said = this.saidBy(node);
      const found = { node, element: parameter, title: `${title}.${parameter.name}`, said };
      this.type(found, parameter, "is");
      this.direction(found);
      if (!this.described.overlaid?.ofParameter(method, node)) this.values(found, parameter);
    }
    if (missing.size === 0 && further.length === 0) return;
    const names = Array.from(missing.values(), ({ name }) => name);
    this.report("documentation-other-parameters", { title, missing: names, further }, pair);
  }

  private direction(pair: Pair<ParameterDeclaration, CimParameter>): void {
    const { element, title, said } = pair;
    const page = { in: isSet(said, "in"), out: isSet(said, "out") };
    if (!page.in && !page.out) return;
    if (page.in === element.in && page.out === element.out) return;
    const sentence = { title, direction: directionOf(element), other: directionOf(page) };
    this.report("documentation-other-direction", sentence, pair);
  }

  private type(
    pair: Pair<Node, Element>,
    typed: ReturnValue | CimProperty | CimParameter | undefined,
    verb: "is" | "returns",
  ): void {
    const types = otherType(pair.node, typed);
    if (types) this.report("documentation-other-type", { title: pair.title, verb, ...types }, pair);
  }

  private values(
    pair: Pair<Node, Element>,
    typed: ReturnValue | CimProperty | CimParameter | undefined,
  ): void {
    const { title, said } = pair;
    const { values, declaredType } = typed ?? {};
    if (!declaredType || this.named.has(title)) return;
    const unfit = unfitValue(said, declaredType);
    if (unfit !== undefined && !otherType(pair.node, typed)) {
      this.named.add(title);
      const sentence = { title, value: unfit, type: typeTitle(declaredType) };
      this.report("documentation-value-out-of-range", sentence, pair);
    }
    if (!values) return;
    const other = otherLabel(said, values, declaredType.name === "string");
    if (other === undefined) return;
    this.named.add(title);
    if (other) this.report("documentation-other-values", { title, ...other }, pair);
  }

  private unknown({ name }: Feature): void {
    const { cls, diagnostics } = this.described;
    // Where a superclass is unknown, the member may be one of its own.
    if (!isComplete(cls)) return;
    const sentence = { className: cls.name, name: name.text };
    const related = [{ message: "the class is declared here", location: cls.location }];
    const location = this.locate(name);
    diagnostics.push(diagnose("documentation-unknown-member", sentence, location, related));
  }

  private saidBy(node: Node): Qualifiers {
    const lists = { own: node.qualifiers, amended: [], added: [] };
    return qualifiersOf(lists, this.described.qualifierNamed);
  }

  private report<C extends Code>(
    code: C,
    sentence: Sentences[C],
    { node, element }: Pair<Node, Element>,
  ): void {
    const related = [{ message: "declared here", location: element.location }];
    const location = this.locate(node.name);
    this.described.diagnostics.push(diagnose(code, sentence, location, related));
  }

  private locate({ start, end }: Node["name"]): Location {
    return { source: this.page.source, span: { start, end } };
  }
}

/** The first value that a page lists and that the type does not have. */
function unfitValue(said: Qualifiers, { name, reference }: DeclaredType): string | undefined {
  const isText = name === "string";
  const page = valueMapOf(said, isText)?.map;
  if (page?.kind !== "values") return undefined;
  const type = { name: { text: name }, reference };
  return page.entries.find(({ key }) => !valueFits(type, key))?.key;
}

function directionOf({ in: input, out }: { readonly in: boolean; readonly out: boolean }): string {
  if (input) return out ? "in and out" : "in";
  return out ? "out" : "neither in nor out";
}
