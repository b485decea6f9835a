import type { MofSet } from "../ast/index.ts";
import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import { ENGLISH } from "../source/index.ts";
import type { Analysis } from "./analysis.ts";
import { buildInstances } from "./build-instances.ts";
import { ClassResolver } from "./class-resolver.ts";
import { collect } from "./collect.ts";
import { deleteInstances } from "./delete-instances.ts";
import { pagesByClass } from "./documentation/pages-by-class.ts";
import { readNamespace } from "./namespace.ts";
import { overlaysByClass } from "./overlays/overlays-by-class.ts";
import { QualifierTypes } from "./qualifier-types.ts";
import { sorted } from "./sorted.ts";

/** How a schema is made of documents. */
export interface ResolveOptions {
  /**
   * The namespace of declarations before any `#pragma namespace`. Unless stated, it is
   * `root/default` for a document in Microsoft's dialect, as mofcomp has it, and
   * `root/cimv2` for others.
   */
  readonly defaultNamespace?: string;
  /** The locale whose amendments are merged, as a number; English (0x409) unless stated. */
  readonly locale?: number;
  /** Whether what a dialect forgives is reported too. */
  readonly strict?: boolean;
}

/** Resolves documents without checking them; the schema comes with what it was made of. */
export function analyse(set: MofSet, options: ResolveOptions = {}): Outcome<Analysis> {
  const { defaultNamespace: wanted, locale = ENGLISH, strict = false } = options;
  const declared = collect(
    set,
    wanted === undefined ? undefined : readNamespace(wanted, { namespace: "root" }).namespace,
  );
  const diagnostics: Diagnostic[] = [...declared.diagnostics];
  const types = new QualifierTypes(declared.qualifiers);
  const documentation = pagesByClass(set.documentation ?? [], declared.classes, diagnostics);
  const overlays = overlaysByClass(set.overlays ?? [], declared.classes, diagnostics);
  const sources = { declared, types, documentation, overlays };
  const resolver = new ClassResolver({ ...sources, locale, diagnostics });
  const { classes, builtin } = resolver.resolveAll();
  const classNamed = (namespace: string, name: string) => resolver.classNamed(namespace, name);
  const built = buildInstances(declared, classNamed, diagnostics);
  const instances = deleteInstances(built, declared.deletedInstances, diagnostics);
  const analysis: Analysis = {
    strict,
    schema: {
      classes: sorted([...classes.map(({ cls }) => cls), ...builtin], (cls) => cls),
      instances: instances.map(({ instance }) => instance),
      qualifierTypes: sorted(types.declared, (type) => type),
    },
    set,
    classes: sorted(classes, ({ cls }) => cls),
    instances,
    qualifiers: declared.qualifiers,
    qualifierType: (namespace, name) => types.of(namespace, name),
    classNamed,
    dialectOf: (source) => declared.dialects.get(source) ?? "dmtf",
  };
  return { value: analysis, diagnostics };
}
