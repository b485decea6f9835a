/** What sources declare, before anything is looked up. */
import type {
  ClassDeclaration,
  Dialect,
  InstanceDeclaration,
  QualifierDeclaration,
} from "../ast/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Location, Source } from "../source/index.ts";
import type { Enumerations } from "./enumerations.ts";

/** A class declaration and where it stands. */
export interface DeclaredClass {
  readonly node: ClassDeclaration;
  readonly source: Source;
  readonly namespace: string;
  /** Stated for an amendment. */
  readonly locale?: number;
  /** From a documentation page, which leaves out what MOF states by a word. */
  readonly page?: true;
}

export interface DeclaredInstance {
  readonly node: InstanceDeclaration;
  readonly source: Source;
  readonly namespace: string;
}

/** `#pragma deleteinstance("path", NOFAIL)` */
export interface DeletedInstance {
  readonly path: string;
  readonly namespace: string;
  /** The instances that stood before it in the same text: from the first index to before the other. */
  readonly from: number;
  readonly to: number;
  /** Absent with NOFAIL: then there need not be one. */
  readonly location?: Location;
}

export interface DeclaredQualifier {
  readonly node: QualifierDeclaration;
  readonly source: Source;
  readonly namespace: string;
}

/** Everything declared, by identity. */
export interface Declared {
  /** Usually one declaration each; more are duplicates. */
  readonly classes: ReadonlyMap<string, readonly DeclaredClass[]>;
  /** Declarations of some members each, in the order of the documents. */
  readonly partials: ReadonlyMap<string, readonly DeclaredClass[]>;
  /** The same class's amendments, one for each locale and place. */
  readonly amendments: ReadonlyMap<string, readonly DeclaredClass[]>;
  readonly instances: readonly DeclaredInstance[];
  readonly qualifiers: readonly DeclaredQualifier[];
  readonly enumerations: Enumerations;
  readonly deletedInstances: readonly DeletedInstance[];
  readonly dialects: ReadonlyMap<Source, Dialect>;
  readonly diagnostics: readonly Diagnostic[];
}
