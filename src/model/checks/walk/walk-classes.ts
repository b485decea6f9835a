/** Shows classes, their members and their qualifiers to the rules. */
import type {
  ClassDeclaration,
  Feature,
  MethodDeclaration,
  ParameterDeclaration,
  PropertyDeclaration,
  Qualifier,
} from "../../../ast/index.ts";
import type { Location, Source, Span } from "../../../source/index.ts";
import type { AnalysedClass, Analysis } from "../../analysis.ts";
import type { DeclaredClass } from "../../declared.ts";
import type {
  CimClass,
  CimMethod,
  CimParameter,
  CimProperty,
  Scope,
  TypedElement,
} from "../../schema.ts";
import type { Hooks } from "./hooks.ts";
import { findMethod, findProperty } from "../../find-member.ts";
import { KnownQualifiers } from "./known-qualifiers.ts";
import type { PlaceOf } from "./rule.ts";
import { SeenQualifiers } from "./seen-qualifiers.ts";
import type { ClassSubject, Element, MethodSubject, Place } from "./subject.ts";
import { typedValue } from "./typed-value.ts";
import { titleOf } from "./words.ts";

/** Calls the rules for each class, and for what stands in it. */
export function walkClasses(analysis: Analysis, hooks: Hooks, placeOf: PlaceOf): void {
  const walk = new ClassWalk(analysis, hooks);
  for (const each of analysis.classes) {
    walk.class(each, placeOf);
    for (const { node, source } of each.amendments) walk.amendment(each, node, placeOf(source));
  }
}

class ClassWalk {
  private readonly hooks: Hooks;
  private readonly known: KnownQualifiers;
  private readonly seen = new SeenQualifiers();
  /** Of the class that is being walked. */
  private namespace = "";

  constructor(analysis: Analysis, hooks: Hooks) {
    this.hooks = hooks;
    this.known = new KnownQualifiers(analysis, hooks);
  }

  class({ cls, declared, partials }: AnalysedClass, placeOf: PlaceOf): void {
    const { node, source } = declared;
    const place = placeOf(source);
    this.namespace = cls.namespace;
    const subject: ClassSubject = { kind: "class", place, node, cls };
    for (const hook of this.hooks.class) hook(subject);
    this.qualifiers(place, node.qualifiers, subject, classScope(cls));
    const properties = new Elements(cls.ownProperties);
    const methods = new Elements(cls.ownMethods);
    for (const feature of node.features) {
      if (feature.kind === "property")
        this.property(subject, feature, properties.at(feature, source));
      else this.method(subject, feature, methods.at(feature, source));
    }
    for (const partial of partials) {
      const owner: ClassSubject = { ...subject, place: placeOf(partial.source) };
      this.partial(owner, partial, properties, methods);
    }
  }

  /** A member that another part has declared before is told more of, as by an amendment. */
  private partial(
    owner: ClassSubject,
    { node, source }: DeclaredClass,
    properties: Elements<CimProperty>,
    methods: Elements<CimMethod>,
  ): void {
    for (const feature of node.features) {
      const property = feature.kind === "property" && properties.at(feature, source);
      const method = feature.kind === "method" && methods.at(feature, source);
      if (feature.kind === "property" && property) this.property(owner, feature, property);
      else if (feature.kind === "method" && method) this.method(owner, feature, method);
      else this.amendedFeature(owner, feature);
    }
  }

  /** Qualifiers are all that an amendment says. */
  amendment({ cls, declared }: AnalysedClass, amended: ClassDeclaration, place: Place): void {
    this.namespace = cls.namespace;
    const owner: ClassSubject = { kind: "class", place, node: declared.node, cls };
    this.qualifiers(place, amended.qualifiers, owner, classScope(cls));
    for (const feature of amended.features) this.amendedFeature(owner, feature);
  }

  private property(
    owner: ClassSubject,
    node: PropertyDeclaration,
    property: CimProperty | undefined,
  ): void {
    // A property that is declared twice means nothing the second time.
    if (!property) return;
    const { place } = owner;
    const inherited = findProperty(owner.cls.superclass, node.name.text.toLowerCase());
    const subject: Element = { kind: "property", owner, node, property, inherited };
    for (const hook of this.hooks.property) hook(subject);
    this.qualifiers(place, node.qualifiers, subject, scopeOf(node));
    this.initializer(place, node, property, subject);
  }

  private method(
    owner: ClassSubject,
    node: MethodDeclaration,
    method: CimMethod | undefined,
  ): void {
    if (!method) return;
    const { place } = owner;
    const inherited = findMethod(owner.cls.superclass, node.name.text.toLowerCase());
    const subject: MethodSubject = { kind: "method", owner, node, method, inherited };
    for (const hook of this.hooks.method) hook(subject);
    this.qualifiers(place, node.qualifiers, subject, "method");
    const parameters = new Elements(method.parameters);
    for (const parameter of node.parameters) {
      this.parameter(subject, parameter, parameters.at(parameter, owner.place.source));
    }
  }

  private parameter(
    owner: MethodSubject,
    node: ParameterDeclaration,
    parameter: CimParameter | undefined,
  ): void {
    if (!parameter) return;
    const subject: Element = { kind: "parameter", owner, node, parameter };
    for (const hook of this.hooks.parameter) hook(subject);
    this.qualifiers(owner.owner.place, node.qualifiers, subject, "parameter");
    this.initializer(owner.owner.place, node, parameter, subject);
  }

  private amendedFeature(owner: ClassSubject, node: Feature): void {
    const { place, cls } = owner;
    const name = node.name.text.toLowerCase();
    if (node.kind === "property") {
      const property = findProperty(cls, name);
      if (!property || node.qualifiers.length === 0) return;
      const inherited = findProperty(cls.superclass, name);
      const subject: Element = { kind: "property", owner, node, property, inherited };
      this.qualifiers(place, node.qualifiers, subject, scopeOf(node));
      return;
    }
    const method = findMethod(cls, name);
    if (!method) return;
    const inherited = findMethod(cls.superclass, name);
    const subject: MethodSubject = { kind: "method", owner, node, method, inherited };
    this.qualifiers(place, node.qualifiers, subject, "method");
    const parameters = new Map(method.parameters.map((each) => [each.name.toLowerCase(), each]));
    for (const parameter of node.parameters) {
      const amended = parameters.get(parameter.name.text.toLowerCase());
      if (!amended) continue;
      const element: Element = {
        kind: "parameter",
        owner: subject,
        node: parameter,
        parameter: amended,
      };
      this.qualifiers(place, parameter.qualifiers, element, "parameter");
    }
  }

  private qualifiers(place: Place, list: readonly Qualifier[], on: Element, scope: Scope): void {
    const seen = this.seen.in(list);
    for (const node of list) {
      const { name, type, hooks } = this.known.find(this.namespace, node.name.text);
      const first = seen.before(name, node);
      const use = { place, node, name, type, on, scope, first };
      for (const hook of first ? this.hooks.repeated : hooks) hook(use);
      if (!type) for (const hook of this.hooks.undeclared) hook(use);
      if (node.flavors.length > 0) for (const hook of this.hooks.flavored) hook(use);
      for (const hook of this.hooks.qualifier) hook(use);
    }
  }

  private initializer(
    place: Place,
    { initializer }: PropertyDeclaration | ParameterDeclaration,
    element: TypedElement,
    subject: Element,
  ): void {
    if (!initializer) return;
    const value = typedValue(place, initializer, element, () => titleOf(subject));
    for (const hook of this.hooks.value) hook(value);
  }
}

/** Finds what a node was built into: both stand in the order of the source, but a repeated node was built into nothing. */
class Elements<E extends { readonly location: Location }> {
  private readonly elements: readonly E[];
  private next = 0;

  constructor(elements: readonly E[]) {
    this.elements = elements;
  }

  at(node: { readonly name: Span }, source: Source): E | undefined {
    const element = this.elements[this.next];
    if (element?.location.span.start !== node.name.start) return undefined;
    if (element.location.source !== source) return undefined;
    this.next += 1;
    return element;
  }
}

function classScope(cls: CimClass): Scope {
  return cls.association ? "association" : cls.indication ? "indication" : "class";
}

function scopeOf({ type }: PropertyDeclaration): Scope {
  return type.reference ? "reference" : "property";
}
