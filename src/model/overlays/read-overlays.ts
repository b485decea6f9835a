/** What overlays state of one class, and what they state of nothing. */
import type {
  Fact,
  Feature,
  MethodDeclaration,
  MethodOverlay,
  Name,
  ParameterDeclaration,
  ParameterOverlay,
  PropertyDeclaration,
  PropertyOverlay,
  Qualifier,
  TypeName,
  ValueOverlay,
} from "../../ast/index.ts";
import { type Code, diagnose, type Diagnostic, type Sentences } from "../../diagnostics/index.ts";
import type { Source, Span } from "../../source/index.ts";
import { findMethod, findProperty } from "../find-member.ts";
import { Nearest } from "../nearest.ts";
import type { QualifierChanges } from "../qualifiers.ts";
import type { CimClass } from "../schema.ts";
import { changeValues } from "./change-values.ts";
import { OverlaidMembers } from "./overlaid-members.ts";
import type { PlacedOverlay } from "./overlays-by-class.ts";
import { qualifierValue } from "./qualifier-value.ts";

/** The class that overlays are about. */
export interface OverlaidClass {
  readonly className: string;
  /** Its own ones. */
  readonly features: readonly Feature[];
  readonly superclass: CimClass | undefined;
  readonly diagnostics: Diagnostic[];
}

/** Reads the overlays of a class, the more wanted last. */
export function readOverlays(
  overlays: readonly PlacedOverlay[],
  cls: OverlaidClass,
): OverlaidMembers {
  const members = new OverlaidMembers();
  const own = ownOf(cls.features);
  const lastKeys = overlays.findLast(({ overlay }) => overlay.keys)?.overlay;
  for (const { overlay, source } of overlays) {
    const reader = new OverlayReader(cls, own, source, members);
    if (overlay.keys) reader.keys(overlay.keys, overlay === lastKeys);
    for (const property of overlay.properties) reader.property(property);
    for (const method of overlay.methods) reader.method(method);
  }
  return members;
}

/** By name in lower case. */
interface Own {
  readonly properties: ReadonlyMap<string, PropertyDeclaration>;
  readonly methods: ReadonlyMap<string, MethodDeclaration>;
  /** As they are written. */
  readonly names: { readonly properties: readonly string[]; readonly methods: readonly string[] };
  readonly search: Nearest;
}

/** Of a member that is declared twice the first counts. */
function ownOf(features: readonly Feature[]): Own {
  const properties = new Map<string, PropertyDeclaration>();
  const methods = new Map<string, MethodDeclaration>();
  for (const feature of features) {
    const key = feature.name.text.toLowerCase();
    if (feature.kind === "method") methods.set(key, methods.get(key) ?? feature);
    else properties.set(key, properties.get(key) ?? feature);
  }
  const names = { properties: namesOf(properties.values()), methods: namesOf(methods.values()) };
  return { properties, methods, names, search: new Nearest() };
}

function namesOf(named: Iterable<{ readonly name: Name }>): readonly string[] {
  return Array.from(named, ({ name }) => name.text);
}

/** Reads one overlay. */
class OverlayReader {
  private readonly cls: OverlaidClass;
  private readonly own: Own;
  private readonly source: Source;
  private readonly members: OverlaidMembers;

  constructor(cls: OverlaidClass, own: Own, source: Source, members: OverlaidMembers) {
    this.cls = cls;
    this.own = own;
    this.source = source;
    this.members = members;
  }

  /** What a superclass has as keys stays one, whether it is named or not. */
  keys(names: readonly Name[], count: boolean): void {
    const wanted = new Set<string>();
    for (const name of names) {
      const key = name.text.toLowerCase();
      if (this.own.properties.has(key)) wanted.add(key);
      else this.reportKey(name);
    }
    if (!count) return;
    for (const [key, node] of this.own.properties) {
      const isInherited = findProperty(this.cls.superclass, key)?.key === true;
      if (!isInherited) this.members.add(node, undefined, keyOrNone(wanted.has(key)));
    }
  }

  property({ name, required, write, sensitive, values }: PropertyOverlay): void {
    const node = this.own.properties.get(name.text.toLowerCase());
    if (!node) {
      this.reportProperty(name);
      return;
    }
    const element = { member: node, type: node.type, title: this.titleOf(node) };
    if (required?.value === false && stands(node.qualifiers, "key")) {
      this.idle(element, "a key is never null", required);
    } else this.state(element, "Required", required);
    this.state(element, "Write", write);
    this.state(element, "Sensitive", sensitive);
    this.name(element, values);
  }

  method({ name, static: isStatic, returns, parameters }: MethodOverlay): void {
    const { className, superclass } = this.cls;
    const node = this.own.methods.get(name.text.toLowerCase());
    if (!node) {
      const origin = findMethod(superclass, name.text)?.origin;
      const meant = this.nearest(name, this.own.names.methods);
      const sentence = { className, name: name.text, origin, meant };
      this.report("overlay-unknown-method", sentence, name);
      return;
    }
    const element = { member: node, type: node.type, title: this.titleOf(node) };
    this.state(element, "Static", isStatic);
    this.name(element, returns);
    for (const parameter of parameters) this.parameter(node, parameter);
  }

  private parameter(
    method: MethodDeclaration,
    { name, required, optional, sensitive, values }: ParameterOverlay,
  ): void {
    const key = name.text.toLowerCase();
    const node = method.parameters.find((each) => each.name.text.toLowerCase() === key);
    if (!node) {
      const { className } = this.cls;
      const meant = this.nearest(name, namesOf(method.parameters));
      const sentence = { className, method: method.name.text, name: name.text, meant };
      this.report("overlay-unknown-parameter", sentence, name);
      return;
    }
    const title = `${this.titleOf(method)}.${node.name.text}`;
    const element = { member: method, parameter: node, type: node.type, title };
    if (stands(node.qualifiers, "out") && !stands(node.qualifiers, "in")) {
      if (required) this.idle(element, "what a method gives back may always be null", required);
      if (optional) this.idle(element, "nobody passes an output", optional);
    } else {
      this.state(element, "Required", required);
      this.state(element, "Optional", optional);
    }
    this.state(element, "Sensitive", sensitive);
    this.name(element, values);
  }

  private idle({ title }: OverlaidElement, reason: string, at: Span): void {
    this.report("overlay-without-effect", { title, reason }, at);
  }

  /** A boolean qualifier. */
  private state(
    { member, parameter }: OverlaidElement,
    name: string,
    fact: Fact<boolean> | undefined,
  ): void {
    if (!fact) return;
    const { value, start, end } = fact;
    const overlaidAt = { source: this.source, span: { start, end } };
    this.members.add(member, parameter, (qualifiers, find) => {
      qualifiers.set(name.toLowerCase(), { ...qualifierValue(name, value, find), overlaidAt });
    });
  }

  /** Names of values. */
  private name(
    { member, parameter, type, title }: OverlaidElement,
    values: readonly ValueOverlay[] = [],
  ): void {
    if (values.length === 0) return;
    const change = changeValues(values, type, {
      misfit: (value, kind) => {
        const sentence = { title, type: typeTitleOf(type), value: value.value, kind };
        this.report("overlay-value-misfit", sentence, value);
      },
      idle: (value, reason) => {
        this.report("overlay-without-effect", { title, reason }, value);
      },
    });
    this.members.add(member, parameter, change);
  }

  private reportKey(name: Name): void {
    const inherited = findProperty(this.cls.superclass, name.text);
    if (!inherited) this.reportProperty(name);
    if (!inherited || inherited.key) return;
    const { className } = this.cls;
    const sentence = { className, name: inherited.name, origin: inherited.origin };
    this.report("overlay-key-inherited", sentence, name);
  }

  private reportProperty(name: Name): void {
    const { className, superclass } = this.cls;
    const origin = findProperty(superclass, name.text)?.origin;
    const meant = this.nearest(name, this.own.names.properties);
    this.report("overlay-unknown-property", { className, name: name.text, origin, meant }, name);
  }

  private nearest({ text }: Name, known: readonly string[]): string | undefined {
    return this.own.search.to(text, known);
  }

  private titleOf({ name }: Feature): string {
    return `${this.cls.className}.${name.text}`;
  }

  private report<C extends Code>(code: C, sentence: Sentences[C], { start, end }: Span): void {
    const location = { source: this.source, span: { start, end } };
    this.cls.diagnostics.push(diagnose(code, sentence, location));
  }
}

/** A property, a method for what it returns, or a parameter of a method. */
interface OverlaidElement {
  readonly member: Feature;
  readonly parameter?: ParameterDeclaration;
  readonly type: TypeName;
  readonly title: string;
}

function keyOrNone(isKey: boolean): QualifierChanges {
  return (qualifiers, find) => {
    if (isKey) qualifiers.set("key", qualifierValue("Key", true, find));
    else qualifiers.delete("key");
  };
}

/** Whether a boolean qualifier is written, and not as false. */
function stands(qualifiers: readonly Qualifier[], name: string): boolean {
  return qualifiers.some(
    ({ name: { text }, value }) =>
      text.toLowerCase() === name && (value?.kind !== "boolean" || value.value),
  );
}

function typeTitleOf({ name, reference }: TypeName): string {
  return reference ? `${name.text} REF` : name.text;
}
