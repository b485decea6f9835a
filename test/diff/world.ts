/** Schemas as files whose declarations can be exchanged, so that what is inherited is inherited. */
import type {
  ClassDeclaration,
  Declaration,
  Feature,
  MofDocument,
  Qualifier,
} from "../../src/ast/index.ts";
import { printDeclarations } from "../../src/ast/index.ts";
import { analyse, type Schema } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

/** A file, and what stands in it by now. */
export interface WorldFile {
  readonly document: MofDocument;
  readonly declarations: readonly Declaration[];
}

export type World = readonly WorldFile[];

export function worldOf(documents: readonly MofDocument[]): World {
  return documents.map((document) => ({ document, declarations: document.declarations }));
}

/** What the files mean, mistakes or not; those that were changed are printed and read again. */
export function schemaOf(world: World): Schema {
  return analyse({ roots: world.map(documentOf), includes: new Map() }).value.schema;
}

function documentOf({ document, declarations }: WorldFile): MofDocument {
  if (declarations === document.declarations) return document;
  return documentIn([...printDeclarations(declarations)].join(""), document.source.name);
}

export function documentIn(text: string, name = "text.mof"): MofDocument {
  return parse({ name, text }).value;
}

/** Declarations without a mistake. */
export function declarationsIn(text: string): readonly Declaration[] {
  const { value, diagnostics } = parse({ name: "text.mof", text });
  if (diagnostics.length > 0) throw new Error(`${diagnostics[0]?.message ?? ""} in ${text}`);
  return value.declarations;
}

export function classesIn(world: World): readonly ClassDeclaration[] {
  return world.flatMap(({ declarations }) =>
    declarations.filter((each): each is ClassDeclaration => each.kind === "class"),
  );
}

/** Puts other declarations where a class stood. */
export function withClass(
  world: World,
  name: string,
  change: (declaration: ClassDeclaration) => readonly Declaration[],
): World {
  return world.map((file) => {
    const at = file.declarations.findIndex((each) => each.kind === "class" && isNamed(each, name));
    const found = file.declarations[at];
    if (found?.kind !== "class") return file;
    return { ...file, declarations: file.declarations.toSpliced(at, 1, ...change(found)) };
  });
}

/** Puts another member where one stood, or none. */
export function withMember(
  world: World,
  className: string,
  name: string,
  change: (member: Feature) => Feature | undefined,
): World {
  return withClass(world, className, (cls) => {
    const features = cls.features.flatMap((each) =>
      isNamed(each, name) ? (change(each) ?? []) : each,
    );
    return [{ ...cls, features }];
  });
}

export function isNamed(node: { readonly name: { readonly text: string } }, name: string): boolean {
  return node.name.text.toLowerCase() === name.toLowerCase();
}

/** The one member of a class that a text declares. */
export function featureIn(text: string): Feature {
  const [cls] = declarationsIn(`class A { ${text}; };`);
  const feature = cls?.kind === "class" ? cls.features[0] : undefined;
  if (!feature) throw new Error(text);
  return feature;
}

/** Qualifiers of a text such as `[Key, Read]`. */
export function qualifiersIn(text: string): readonly Qualifier[] {
  return text === "" ? [] : featureIn(`${text} string A`).qualifiers;
}

export function qualifierNames(qualifiers: readonly Qualifier[]): ReadonlySet<string> {
  return new Set(qualifiers.map(({ name }) => name.text.toLowerCase()));
}
