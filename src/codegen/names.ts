/** Every name that generated code declares, and every file and folder, decided in one place. */
import { createHash } from "node:crypto";
import { type CimClass, identityOf, type Schema } from "../model/index.ts";
import { identifier } from "./identifiers.ts";
import { UniqueNames } from "./unique-names.ts";

/** Bytes of a file's or folder's name: enough for every name there is, short enough for every system. */
const LONGEST_PART = 120;
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** The names of one class's generated code. */
export interface ClassNames {
  /** Interface and descriptor. */
  readonly name: string;
  readonly staticName: string;
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
}

/** Decides the names of all classes of a schema. */
export function namesFor(schema: Schema): Names {
  const classes = new Map<string, ClassNames>();
  const declared = new Map<string, UniqueNames>();
  const files = new Map<string, UniqueNames>();
  const folders = foldersFor(schema);
  for (const cls of schema.classes) {
    const folder = folders.get(cls.namespace.toLowerCase()) ?? "";
    const name = entry(declared, folder, sameCase).claim(identifier(cls.name));
    const file = entry(files, folder, anyCase).claim(fileName(cls.name));
    classes.set(identityOf(cls.namespace, cls.name), { name, staticName: "", folder, file });
  }
  // A class may be called X_Static, and one of another namespace may be imported beside it.
  const everyClass = new Set([...classes.values()].map(({ name }) => name));
  const beside = (wanted: string, folder: string) =>
    entry(declared, folder, sameCase).claim(wanted, everyClass);
  for (const [identity, names] of classes) {
    const staticName = beside(`${names.name}_Static`, names.folder);
    classes.set(identity, { ...names, staticName });
  }
  const enumerations = new Map<string, string>();
  const namesOf = (cls: CimClass): ClassNames => {
    const names = classes.get(identityOf(cls.namespace, cls.name));
    if (!names) throw new Error(`${cls.name} is not of this schema`);
    return names;
  };
  return {
    of: namesOf,
    runtimeFolder: runtimeFolder([...folders.values()]),
    enumeration(cls, ...parts) {
      const { name, folder } = namesOf(cls);
      const wanted = [name, ...parts.map((part) => identifier(part))].join("_");
      // The same parts ask for the same name again; other parts get another.
      const key = [folder, name, ...parts].join("\0");
      const known = enumerations.get(key) ?? beside(wanted, folder);
      enumerations.set(key, known);
      return known;
    },
  };
}

const sameCase = (name: string): string => name;
/** Windows and macOS take `A.ts` and `a.ts` for one file. */
const anyCase = (name: string): string => name.toLowerCase();

function entry(
  map: Map<string, UniqueNames>,
  key: string,
  identity: (name: string) => string,
): UniqueNames {
  const names = map.get(key) ?? new UniqueNames(identity);
  map.set(key, names);
  return names;
}

function foldersFor(schema: Schema): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  const names = new UniqueNames();
  for (const { namespace } of schema.classes) {
    const identity = namespace.toLowerCase();
    if (!folders.has(identity)) folders.set(identity, names.claim(folderName(identity)));
  }
  return folders;
}

function runtimeFolder(folders: readonly string[]): string {
  const outermost = new Set(folders.map((folder) => folder.split("/", 1)[0] ?? ""));
  return new UniqueNames().claim("runtime", outermost);
}

/**
 * A namespace comes from a string of the MOF: nothing in it may lead out of the output
 * folder, and no folder may have the name of a file, which always has a dot.
 */
function folderName(namespace: string): string {
  const parts = namespace.split("/").filter((part) => part !== "");
  return parts.map((part) => pathPart(part.replaceAll(".", "_"))).join("/") || "_";
}

function fileName(name: string): string {
  const part = pathPart(name);
  return part.toLowerCase() === "index" ? `${part}_` : part;
}

function pathPart(text: string): string {
  const plain = text.replace(/[^\p{L}\p{M}\p{N}_.-]/gu, "_").replace(/^\.+|[.]+$/g, "_");
  const named = DEVICES.test(plain) ? plain.replace(/^[^.]*/, "$&_") : plain;
  if (Buffer.byteLength(named) <= LONGEST_PART) return named;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${beginning(named, LONGEST_PART - hash.length - 1)}_${hash}`;
}

/** As many whole characters as fit into so many bytes. */
function beginning(text: string, bytes: number): string {
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}
