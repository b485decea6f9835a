import { printDeclarations } from "../ast/index.ts";
import type {
  CimClass,
  CimMethod,
  CimProperty,
  QualifierType,
  Schema,
  SchemaInstance,
} from "../model/index.ts";
import type { Snapshot } from "./format.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { SnapshotParts } from "./snapshot-of.ts";
import { writeSnapshot } from "./write-snapshot.ts";

/** Prints single declarations of a schema as MOF, each with the qualifiers that it states itself. */
export class DeclarationPrinter {
  private readonly parts: SnapshotParts;

  constructor(schema: Schema) {
    this.parts = new SnapshotParts(schema);
  }

  /** A class with its members. */
  wholeClass(cls: CimClass): string {
    return this.print({ classes: [this.parts.classOf(cls)] });
  }

  /** A class without its members. */
  classHeader(cls: CimClass): string {
    return this.wholeClass({ ...cls, ownProperties: [], ownMethods: [] });
  }

  /** @param cls - a class that has the property, which says whose rules its qualifiers follow */
  property(cls: CimClass, property: CimProperty): string {
    return this.member({ ...cls, ownProperties: [property], ownMethods: [] });
  }

  /** @param cls - a class that has the method, which says whose rules its qualifiers follow */
  method(cls: CimClass, method: CimMethod): string {
    return this.member({ ...cls, ownProperties: [], ownMethods: [method] });
  }

  qualifierType(type: QualifierType): string {
    return this.print({ qualifierTypes: [this.parts.qualifierTypeOf(type)] });
  }

  instance(instance: SchemaInstance): string {
    return this.print({ instances: [this.parts.instanceOf(instance)] });
  }

  /** Without the braces around it, and not indented. */
  private member(cls: CimClass): string {
    const lines = this.wholeClass({ ...cls, qualifiers: new Map() }).split("\n");
    return lines
      .slice(1, -1)
      .map((line) => line.replace(/^ {2}/, ""))
      .join("\n");
  }

  private print(part: Partial<Pick<Snapshot, "classes" | "instances" | "qualifierTypes">>): string {
    const all = { classes: [], instances: [], qualifierTypes: [], ...part };
    const text = writeSnapshot({ ...this.parts.head, ...all });
    const { declarations } = readSnapshot({ name: "schema", text }).value;
    const own = declarations.filter(({ kind }) => kind !== "pragma");
    return [...printDeclarations(own)].join("").trimEnd();
  }
}
