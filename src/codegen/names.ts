/** Every name that generated code declares, and every file and folder, decided in one place. */
import { type CimClass, identityOf, type Schema } from "../model/index.ts";
import { identifier, identifierReason, startedSafely } from "./identifiers.ts";
import type { NamedThing, NameNote } from "./name-notes.ts";
import type { GenerateOptions } from "./options.ts";
import { fileName, folderName, pathReason } from "./paths.ts";
import { UniqueNames } from "./unique-names.ts";

/** The names of one class's generated code. */
export interface ClassNames {
  /** Interface and descriptor. */
  readonly name: string;
  readonly staticName: string;
  readonly createName: string;
  readonly writeName: string;
  readonly providerName: string;
  /** Folder from the namespace, with forward slashes. */
  readonly folder: string;
  /** File name without extension. */
  readonly file: string;
}

/** Names for a whole schema; the same schema gives the same names. */
export interface Names {
  of(cls: CimClass): ClassNames;
  /** A folder for the runtime, beside those of the namespaces and the same as none of them. */
  readonly runtimeFolder: string;
  /** A name for a value map that meets no other name of the class's namespace. */
  enumeration(cls: CimClass, ...parts: readonly string[]): string;
  /** Whether several namespaces declare something of that name. */
  isShared(name: string): boolean;
  /** What could not be called as it would be, so far. */
  readonly notes: readonly NameNote[];
}

/** Decides the names of all classes of a schema. */
export function namesFor(schema: Schema, layout?: GenerateOptions["layout"]): Names {
  const notes: NameNote[] = [];
  const scopes = new Scopes();
  const classes =
    layout === "single"
      ? namedInOneFile(schema, scopes, notes)
      : namedClasses(schema, scopes, notes);
  // A class may be called X_Static, and one of another namespace may be imported beside it.
  const everyClass = new Set([...classes.values()].map(({ name }) => name));
  const beside: Beside = (wanted, folder, thing, of) => {
    const name = scopes.claim(wanted, folder, everyClass);
    if (name !== wanted) notes.push({ thing, of, wanted, name, reason: "taken" });
    return name;
  };
  const halves = namedHalves(schema, classes, beside);
  const enumerations = new Map<string, string>();
  // Asked for at every mention of a class, so that the object is looked up, not its name.
  const known = new Map<CimClass, ClassNames>();
  const namesOf = (cls: CimClass): ClassNames => {
    const names = known.get(cls) ?? halves.get(identityOf(cls.namespace, cls.name));
    if (!names) throw new Error(`${cls.name} is not of this schema`);
    known.set(cls, names);
    return names;
  };
  return {
    of: namesOf,
    runtimeFolder: runtimeFolder([...classes.values()].map(({ folder }) => folder)),
    enumeration(cls, ...parts) {
      const { name, folder } = namesOf(cls);
      // The same parts ask for the same name again; other parts get another.
      const key = [folder, name, ...parts].join("\0");
      const known = enumerations.get(key);
      if (known !== undefined) return known;
      const wanted = [name, ...parts.map((part) => startedSafely(part))].join("_");
      const of = `${labelOfClass(cls)}.${parts.join(".")}`;
      const given = beside(wanted, folder, "value map", of);
      enumerations.set(key, given);
      return given;
    },
    isShared: (name) => scopes.isShared(name),
    notes,
  };
}

/** Claims a name beside those of the classes. */
type Beside = (wanted: string, folder: string, thing: NamedThing, of: string) => string;

/** What a class has before the names beside it are decided. */
type NamedClass = Pick<ClassNames, "name" | "folder" | "file">;

function namedClasses(
  schema: Schema,
  scopes: Scopes,
  notes: NameNote[],
): ReadonlyMap<string, NamedClass> {
  const files = new Map<string, UniqueNames>();
  const folders = foldersFor(schema, notes);
  const classes = new Map<string, NamedClass>();
  for (const cls of schema.classes) {
    const folder = folders.get(cls.namespace.toLowerCase()) ?? "";
    const name = scopes.claim(identifier(cls.name), folder);
    const file = entry(files, folder, anyCase).claim(fileName(cls.name));
    const about = { of: labelOfClass(cls), wanted: cls.name };
    if (name !== cls.name) {
      notes.push({ thing: "class", ...about, name, reason: identifierReason(cls.name, name) });
    }
    if (file !== cls.name) {
      notes.push({ thing: "file", ...about, name: file, reason: pathReason(cls.name) });
    }
    classes.set(identityOf(cls.namespace, cls.name), { name, folder, file });
  }
  return classes;
}

/** In one file the second namespace that has a class of the same name adds its own. */
function namedInOneFile(
  schema: Schema,
  scopes: Scopes,
  notes: NameNote[],
): ReadonlyMap<string, NamedClass> {
  const classes = new Map<string, NamedClass>();
  for (const cls of schema.classes) {
    const wanted = identifier(cls.name);
    const last = startedSafely(cls.namespace.split("/").at(-1) ?? "");
    const name = scopes.claim(scopes.has(wanted, "") ? `${wanted}_${last}` : wanted, "");
    if (name !== cls.name) {
      const about = { of: labelOfClass(cls), wanted: cls.name, name };
      notes.push({ thing: "class", ...about, reason: identifierReason(cls.name, name) });
    }
    classes.set(identityOf(cls.namespace, cls.name), { name, folder: "", file: "index" });
  }
  return classes;
}

function namedHalves(
  schema: Schema,
  classes: ReadonlyMap<string, NamedClass>,
  beside: Beside,
): ReadonlyMap<string, ClassNames> {
  const complete = new Map<string, ClassNames>();
  for (const cls of schema.classes) {
    const identity = identityOf(cls.namespace, cls.name);
    const named = classes.get(identity);
    if (!named || complete.has(identity)) continue;
    const half = (suffix: string, thing: NamedThing) =>
      beside(`${named.name}_${suffix}`, named.folder, thing, labelOfClass(cls));
    complete.set(identity, {
      ...named,
      staticName: half("Static", "static half"),
      createName: half("Create", "create type"),
      writeName: half("Write", "write type"),
      providerName: half("Provider", "provider"),
    });
  }
  return complete;
}

/** `root/cimv2:CIM_X` */
export function labelOfClass(cls: CimClass): string {
  return `${cls.namespace}:${cls.name}`;
}

/** The names that are declared in each namespace. */
class Scopes {
  private readonly declared = new Map<string, UniqueNames>();
  /** In how many namespaces a name is declared: in each it is claimed once. */
  private readonly counts = new Map<string, number>();

  claim(wanted: string, folder: string, alsoTaken?: ReadonlySet<string>): string {
    const name = entry(this.declared, folder, sameCase).claim(wanted, alsoTaken);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return name;
  }

  has(name: string, folder: string): boolean {
    return this.declared.get(folder)?.has(name) ?? false;
  }

  isShared(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 1;
  }
}

const sameCase = (name: string): string => name;
/**
 * Windows and macOS take `A.ts` and `a.ts` for one file, macOS also two spellings of a letter
 * with an accent.
 */
const anyCase = (name: string): string => name.normalize("NFC").toUpperCase().toLowerCase();

function entry(
  map: Map<string, UniqueNames>,
  key: string,
  identity: (name: string) => string,
): UniqueNames {
  const names = map.get(key) ?? new UniqueNames(identity);
  map.set(key, names);
  return names;
}

function foldersFor(schema: Schema, notes: NameNote[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  const names = new UniqueNames(anyCase);
  for (const { namespace } of schema.classes) {
    const identity = namespace.toLowerCase();
    if (folders.has(identity)) continue;
    const name = names.claim(folderName(identity));
    folders.set(identity, name);
    if (name !== identity) {
      const about = { thing: "folder", of: namespace, wanted: identity, name } as const;
      notes.push({ ...about, reason: pathReason(identity) });
    }
  }
  return folders;
}

function runtimeFolder(folders: readonly string[]): string {
  const names = new UniqueNames(anyCase);
  for (const folder of new Set(folders.map((each) => each.split("/", 1)[0] ?? ""))) {
    names.claim(folder);
  }
  return names.claim("runtime");
}
