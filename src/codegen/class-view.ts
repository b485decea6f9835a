/** A class as its template is given it. */
import type { CimClass, Schema } from "../model/index.ts";
import { codeSpan, comment, inlineProse, oneLine, prose } from "./comment.ts";
import type { FileContext } from "./context.ts";
import { descriptorView } from "./descriptor.ts";
import { enumerationViews } from "./enumerations.ts";
import { stringLiteral } from "./identifiers.ts";
import { Imports } from "./imports.ts";
import { methodView, propertyView, statusTags } from "./members.ts";
import type { Names } from "./names.ts";
import type { GenerateOptions } from "./options.ts";
import type { Overrides } from "./overrides.ts";
import { fits } from "./text-width.ts";
import { brokenArguments } from "./type-arguments.ts";
import type { ClassView, MemberView, StaticView } from "./view.ts";

/** What is the same for all files of a run. */
export interface RunContext {
  readonly schema: Schema;
  readonly names: Names;
  readonly overrides: Overrides;
  readonly options: GenerateOptions;
}

/** Builds the view of one class. */
export function classView(cls: CimClass, run: RunContext): ClassView {
  const imports = new Imports(cls, run.names, run.options);
  const context: FileContext = { schema: run.schema, names: run.names, imports };
  const { name } = run.names.of(cls);
  const enumerations = enumerationViews(cls, context);
  const members = [
    ...cls.ownProperties.map((property) => propertyView(cls, property, context)),
    ...cls.ownMethods
      .filter((method) => !method.static)
      .map((method) => methodView(cls, method, context)),
  ];
  const statics = staticView(cls, context);
  const header = classHeader(cls, name, run.overrides, imports);
  const descriptor = descriptorView(cls, staticType(cls, imports, run.names), context);
  return {
    source: baseName(cls.location.source.name),
    imports: imports.statements(),
    enumerations,
    comment: classComment(cls, name),
    name,
    header,
    members: separated(members),
    static: statics,
    descriptor,
  };
}

/**
 * The interface's first line: it extends the superclass, without the members that
 * TypeScript would refuse to override. Prettier never breaks before a lone `extends`.
 */
function classHeader(cls: CimClass, name: string, overrides: Overrides, imports: Imports): string {
  if (!cls.superclass) return interfaceHeader(name);
  const base = imports.classType(cls.superclass);
  const omitted = overrides.omittedBy(cls).map((member) => stringLiteral(member));
  if (omitted.length === 0) return interfaceHeader(name, base);
  const line = interfaceHeader(name, `Omit<${base}, ${omitted.join(" | ")}>`);
  if (fits(line, 2)) return line;
  return interfaceHeader(name, `Omit${brokenArguments([[base], omitted])}`);
}

function interfaceHeader(name: string, base?: string): string {
  return `export interface ${name}${base === undefined ? "" : ` extends ${base}`}`;
}

function staticView(cls: CimClass, context: FileContext): StaticView | undefined {
  const methods = cls.ownMethods.filter((method) => method.static);
  if (methods.length === 0) return undefined;
  const { name, staticName } = context.names.of(cls);
  const inherited = cls.superclass && staticOwner(cls.superclass);
  const base =
    inherited && context.imports.declaredIn(inherited, context.names.of(inherited).staticName);
  return {
    comment: comment([`The static methods of {@link ${name}}, for \`class(${name})\`.`], 0) ?? "",
    name: staticName,
    header: interfaceHeader(staticName, base),
    members: separated(methods.map((method) => methodView(cls, method, context))),
  };
}

function staticType(cls: CimClass, imports: Imports, names: Names): string | undefined {
  const owner = staticOwner(cls);
  return owner && imports.declaredIn(owner, names.of(owner).staticName);
}

/** The nearest class of the chain that declares a static method. */
function staticOwner(cls: CimClass): CimClass | undefined {
  let owner: CimClass | undefined = cls;
  while (owner && !owner.ownMethods.some((method) => method.static)) owner = owner.superclass;
  return owner;
}

function classComment(cls: CimClass, name: string): string {
  const provider = cls.qualifiers.get("provider")?.value;
  const namespace = codeSpan(cls.namespace.replaceAll("/", "\\"));
  const where = [
    `Namespace ${namespace}`,
    ...(typeof provider === "string" ? [`provider ${inlineProse(provider)}`] : []),
  ].join(", ");
  const kinds = [
    ...(cls.abstract ? ["Abstract."] : []),
    ...(cls.association ? ["Association."] : []),
    ...(cls.indication ? ["Indication."] : []),
  ];
  const remarks = `@remarks ${[`${where}.`, ...kinds, howHeld(cls, name)].join(" ")}`;
  const paragraphs = [...prose(cls.description), remarks, ...statusTags(cls.qualifiers)];
  return comment(paragraphs, 0) ?? "";
}

/** The contract by itself is not something that one can hold at run time. */
function howHeld(cls: CimClass, name: string): string {
  const statics = cls.methods.length > 0 && cls.methods.every((method) => method.static);
  return statics && cls.properties.length === 0
    ? `A client calls it as \`class(${name})\`.`
    : `A client holds it as \`Handle<${name}>\`.`;
}

/** An empty line stands between methods, and between the last property and the first method. */
function separated(members: readonly MemberView[]): MemberView[] {
  return members.map((member, index) => ({ ...member, apart: index > 0 && member.apart }));
}

/** Generated text names no folder: it is the same wherever the sources lie. */
function baseName(name: string): string {
  return oneLine(name.split(/[\\/]/).at(-1) ?? name);
}
