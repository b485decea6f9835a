/** The part of a schema that some of its classes make. */
import type { Source } from "../../source/index.ts";
import { findClass } from "../find-class.ts";
import { isList } from "../qualifiers.ts";
import type { CimClass, CimConstant, Schema, SchemaInstance } from "../schema.ts";

/**
 * Those classes, and their instances, but for those that name others, embedded or by alias.
 * Types of qualifiers stay: they say what the qualifiers of the classes mean.
 */
export function sliceOf(schema: Schema, classes: ReadonlySet<CimClass>): Schema {
  if (classes.size === schema.classes.length) return schema;
  return {
    ...schema,
    classes: schema.classes.filter((cls) => classes.has(cls)),
    instances: schema.instances.length === 0 ? [] : new InstanceSlice(schema, classes).left(),
  };
}

/** An alias together with its file, in which alone it counts. */
interface Alias {
  /** How many of the instances and classes that are left declare it. */
  declarers: number;
  /** Whether anything of the whole schema does: what names nothing anyway takes nothing away. */
  declared: boolean;
  readonly users: SchemaInstance[];
}

/** Leaves instances out until those that are left name only what is left. */
class InstanceSlice {
  private readonly schema: Schema;
  private readonly classes: ReadonlySet<CimClass>;
  private readonly aliases = new Map<Source, Map<string, Alias>>();
  /** The aliases that stand at each instance and in it. */
  private readonly declaredBy = new Map<SchemaInstance, Alias[]>();
  private readonly leaving: SchemaInstance[] = [];

  constructor(schema: Schema, classes: ReadonlySet<CimClass>) {
    this.schema = schema;
    this.classes = classes;
    for (const cls of schema.classes) {
      if (cls.alias === undefined) continue;
      const alias = this.aliasNamed(cls.alias, cls.location.source);
      alias.declared = true;
      if (classes.has(cls)) alias.declarers++;
    }
    for (const instance of schema.instances) this.enter(instance);
  }

  left(): readonly SchemaInstance[] {
    for (const file of this.aliases.values()) {
      for (const alias of file.values())
        if (isGone(alias)) for (const user of alias.users) this.leaving.push(user);
    }
    for (let gone = this.leaving.pop(); gone; gone = this.leaving.pop()) {
      const declared = this.declaredBy.get(gone) ?? [];
      this.declaredBy.delete(gone);
      for (const alias of declared) {
        alias.declarers--;
        if (isGone(alias)) for (const user of alias.users) this.leaving.push(user);
      }
    }
    return this.schema.instances.filter((instance) => this.declaredBy.has(instance));
  }

  /** Walks an instance with those within it. */
  private enter(instance: SchemaInstance): void {
    const declared: Alias[] = [];
    this.declaredBy.set(instance, declared);
    const values: CimConstant[] = [instance];
    for (let value = values.pop(); value !== undefined; value = values.pop()) {
      if (typeof value !== "object" || value === null) continue;
      if (isList(value)) for (const item of value) values.push(item);
      else if (value.kind === "alias") {
        this.aliasNamed(value.alias, instance.location.source).users.push(instance);
      } else {
        if (!this.isWanted(value)) this.leaving.push(instance);
        for (const each of value.values.values()) values.push(each);
        if (value.alias === undefined) continue;
        const alias = this.aliasNamed(value.alias, instance.location.source);
        alias.declared = true;
        alias.declarers++;
        declared.push(alias);
      }
    }
  }

  private isWanted({ namespace, className }: SchemaInstance): boolean {
    const cls = findClass(this.schema, namespace, className);
    return cls !== undefined && this.classes.has(cls);
  }

  private aliasNamed(name: string, source: Source): Alias {
    const file = this.aliases.get(source) ?? new Map<string, Alias>();
    this.aliases.set(source, file);
    const key = name.toLowerCase();
    const alias = file.get(key) ?? { declarers: 0, declared: false, users: [] };
    file.set(key, alias);
    return alias;
  }
}

function isGone({ declared, declarers }: Alias): boolean {
  return declared && declarers === 0;
}
