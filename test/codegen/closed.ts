import { posix } from "node:path";
import ts from "typescript";
import type { GeneratedFile } from "../../src/codegen/index.ts";

/** What a generated file declares, and what it imports by which path. */
export interface Module {
  readonly declared: ReadonlySet<string>;
  readonly imported: readonly Imported[];
  readonly from: readonly string[];
}

interface Imported {
  readonly name: string;
  readonly local: string;
  readonly path: string;
}

/** Generated files by path. */
export function modulesOf(files: readonly GeneratedFile[]): ReadonlyMap<string, Module> {
  return new Map(files.map((file) => [file.path, readModule(file)]));
}

/**
 * What is wrong with generated files as a whole: imports of files that are not there or do not
 * declare the name, and names that mean two things in one file.
 */
export function faults(modules: ReadonlyMap<string, Module>): string[] {
  return [...modules].flatMap(([path, { declared, imported, from }]) => [
    ...from.filter((target) => !modules.has(target)).map((target) => `${path}: no ${target}`),
    ...imported
      .filter((each) => modules.get(each.path)?.declared.has(each.name) === false)
      .map((each) => `${path}: ${each.path} does not declare ${each.name}`),
    ...imported
      .map(({ local }) => local)
      .filter((local, index, all) => declared.has(local) || all.indexOf(local) !== index)
      .map((local) => `${path}: ${local} means two things`),
  ]);
}

function readModule({ path, text }: GeneratedFile): Module {
  const declared = new Set<string>();
  const imported: Imported[] = [];
  const from: string[] = [];
  for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      declared.add(statement.name.text);
    }
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) continue;
    if (!moduleSpecifier.text.startsWith(".")) continue;
    const target = posix.join(posix.dirname(path), moduleSpecifier.text.replace(/\.js$/, ".ts"));
    from.push(target);
    const bindings = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) {
      imported.push({ name: (propertyName ?? name).text, local: name.text, path: target });
    }
  }
  return { declared, imported, from };
}
