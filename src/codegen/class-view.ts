/** A class as its template is given it. */
import { type CimClass, findClass, type Schema } from "../model/index.ts";
import { codeSpan, comment, inlineProse, oneLine, prose } from "./comment.ts";
import type { FileContext } from "./context.ts";
import { descriptorView } from "./descriptor.ts";
import { enumerationViews } from "./enumerations.ts";
import { remarks, seeTag, statusTags } from "./paragraphs.ts";
import { createView, isCalledOnClass, providerView, staticView, writeView } from "./halves.ts";
import { Imports } from "./imports.ts";
import { interfaceHeader } from "./interface-header.ts";
import { methodView, propertyView, separated } from "./members.ts";
import type { Names } from "./names.ts";
import type { GenerateOptions } from "./options.ts";
import type { Overrides } from "./overrides.ts";
import { type ClassView, type SingleView, viewVersion } from "./view.ts";

/** What is the same for all files of a run. */
export interface RunContext {
  readonly schema: Schema;
  readonly names: Names;
  readonly overrides: Overrides;
  readonly options: GenerateOptions;
}

/** Builds the view of one class and its file. */
export function classView(cls: CimClass, run: RunContext): ClassView {
  const imports = new Imports(cls, run.names, run.options);
  const view = declarationsView(cls, run, imports);
  return { ...view, imports: imports.statements() };
}

/** Builds the view of the file that has all classes. */
export function singleView(classes: readonly CimClass[], run: RunContext): SingleView {
  const imports = new Imports(undefined, run.names, run.options);
  const views = classes.map((cls) => declarationsView(cls, run, imports));
  return { version: viewVersion, imports: imports.statements(), classes: views };
}

function declarationsView(cls: CimClass, run: RunContext, imports: Imports): ClassView {
  const context: FileContext = { schema: run.schema, names: run.names, imports };
  const { name } = run.names.of(cls);
  const enumerations = enumerationViews(cls, context);
  const members = [
    ...cls.ownProperties.map((property) => propertyView(cls, property, context)),
    ...cls.ownMethods
      .filter((method) => !method.static)
      .map((method) => methodView(cls, method, context)),
  ];
  const header = classHeader(cls, members.length === 0, run, imports);
  const halves = halvesOf(cls, run.overrides, context);
  const descriptor = descriptorView(cls, halves, context);
  return {
    version: viewVersion,
    source: baseName(cls.location.source.name),
    imports: [],
    enumerations,
    comment: classComment(cls, name, context),
    name,
    header,
    members: separated(members),
    ...halves,
    descriptor,
  };
}

/** The interface's first line. */
function classHeader(
  cls: CimClass,
  isEmpty: boolean,
  { names, overrides }: RunContext,
  imports: Imports,
): string {
  const base = cls.superclass && imports.classType(cls.superclass);
  return interfaceHeader(names.of(cls).name, base, overrides.omittedBy(cls), isEmpty ? 3 : 2);
}

function halvesOf(cls: CimClass, overrides: Overrides, context: FileContext): Halves {
  return {
    static: staticView(cls, overrides, context),
    create: createView(cls, context),
    write: writeView(cls, context),
    provider: providerView(cls, overrides, context),
  };
}

type Halves = Pick<ClassView, "static" | "create" | "write" | "provider">;

function classComment(cls: CimClass, name: string, context: FileContext): string {
  const provider = cls.qualifiers.get("provider")?.value;
  const namespace = codeSpan(cls.namespace.replaceAll("/", "\\"));
  const where = [
    `Namespace ${namespace}`,
    ...(typeof provider === "string" ? [`provider ${inlineProse(provider)}`] : []),
  ].join(", ");
  const about = `@remarks ${[`${where}.`, ...kindsOf(cls, context), howHeld(cls, name)].join(" ")}`;
  const paragraphs = [
    ...prose(cls.description),
    about,
    ...remarks(cls.qualifiers),
    ...seeTag(cls.qualifiers),
    ...statusTags(cls.qualifiers),
  ];
  return comment(paragraphs, 0) ?? "";
}

function kindsOf(cls: CimClass, context: FileContext): string[] {
  return [
    ...(cls.abstract ? ["Abstract."] : []),
    ...(cls.association ? [associationSentence(cls, context)] : []),
    ...(cls.indication ? ["Indication."] : []),
    ...(cls.singleton ? ["Singleton."] : []),
    ...(cls.qualifiers.get("terminal")?.value === true ? ["Terminal."] : []),
  ];
}

/** `Association of X (Antecedent) and Y (Dependent).` */
function associationSentence(cls: CimClass, { schema }: FileContext): string {
  const ends = cls.properties.flatMap(({ name, type }) => {
    if (type.kind !== "reference") return [];
    const target = type.className && findClass(schema, cls.namespace, type.className);
    const end = codeSpan(name);
    return [target ? `${codeSpan(target.name)} (${end})` : end];
  });
  const last = ends.at(-1);
  if (last === undefined) return "Association.";
  const others = ends.slice(0, -1).join(", ");
  return `Association of ${others === "" ? last : `${others} and ${last}`}.`;
}

/** The contract by itself is not something that one can hold at run time. */
function howHeld(cls: CimClass, name: string): string {
  if (cls.indication) return "An event, of which a client holds nothing.";
  const statics =
    cls.methods.length > 0 && cls.methods.every((method) => isCalledOnClass(cls, method));
  if (!statics || cls.properties.length > 0) return `A client holds it as \`Handle<${name}>\`.`;
  // Only what it has read can be held, as long as nobody knows the keys.
  return cls.methods.some(({ staticUnknown }) => staticUnknown)
    ? `A client holds what it reads as \`Handle<${name}>\`, and calls what is static as \`class(${name})\`.`
    : `A client calls it as \`class(${name})\`.`;
}

/** Generated text names no folder: it is the same wherever the sources lie. */
function baseName(name: string): string {
  return oneLine(name.split(/[\\/]/).at(-1) ?? name);
}
