/** Instance paths, as values and as text. */
import { CimDateTime } from "./datetime.ts";
import { CimInterval } from "./interval.ts";
import { CimError } from "./error.ts";
import { type InstancePath, type KeyValue, path, type Reference } from "./types.ts";

/**
 * The path of a handle, an instance or a reference.
 *
 * @param reference - Any of the three.
 */
export function pathOf(reference: Reference<unknown>): InstancePath {
  return reference[path];
}

/**
 * Whether a value carries an instance path.
 *
 * @param value - Anything.
 */
export function isReference(value: unknown): value is Reference<unknown> {
  return typeof value === "object" && value !== null && path in value;
}

/** What a server's references are: a path and nothing else. */
class PathReference implements Reference<unknown> {
  readonly [path]: InstancePath;

  constructor(instancePath: InstancePath) {
    this[path] = instancePath;
  }

  toString(): string {
    return formatPath(this[path]);
  }

  toJSON(): string {
    return this.toString();
  }
}

/**
 * A reference made from a path, for a parameter of a reference type.
 *
 * @typeParam T - Contract of the class; the caller's word is taken.
 * @param instancePath - Where the instance is.
 */
export function referenceTo<T = unknown>(instancePath: InstancePath): Reference<T> {
  // As: T is a phantom, so a path reference is one for every T.
  return new PathReference(instancePath);
}

/**
 * A path as WMI writes it: `root/cimv2/rdms:Win32_X.A="b",C=3`, and
 * `root/cimv2:Win32_X=@` for a singleton (MS-WMI 2.2.5; DSP0207 without the host).
 *
 * @param instancePath - The path.
 * @throws CimError `"invalid-parameter"` when more than 8 paths are keys of one another.
 */
export function formatPath(instancePath: InstancePath): string {
  return format(requireShallow(instancePath, "invalid-parameter"));
}

function format({ namespace, className, keys }: InstancePath): string {
  const all = Object.entries(keys).map(([name, value]) => `${name}=${formatKey(value)}`);
  const tail = all.length === 0 ? "=@" : `.${all.join(",")}`;
  return `${namespace}:${className}${tail}`;
}

function formatKey(value: KeyValue): string {
  if (typeof value === "string") return quote(value);
  if (value instanceof CimDateTime || value instanceof CimInterval) return quote(value.toString());
  if (typeof value === "object") return quote(format(value));
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function quote(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/**
 * A key value in the one text form by which two keys are compared and which a
 * selector carries (DSP0227 6.3). A path becomes its {@link formatPath}.
 *
 * @param value - The key.
 */
export function keyText(value: KeyValue): string {
  if (typeof value !== "object") return String(value);
  return value instanceof CimDateTime || value instanceof CimInterval
    ? value.toString()
    : formatPath(value);
}

/**
 * Paths within paths: each level doubles the backslashes of those below it, so that the text of
 * deep ones would fill the memory.
 */
const maxPathDepth = 8;

/**
 * Refuses a path with paths as keys of keys of keys, whose text would have no bounds.
 *
 * @param instancePath - What is about to become a key.
 * @param code - Whose mistake it is.
 * @returns The same path.
 * @throws CimError of the code.
 */
export function requireShallow(
  instancePath: InstancePath,
  code: "invalid-parameter" | "protocol",
): InstancePath {
  if (nests(instancePath, maxPathDepth)) return instancePath;
  throw new CimError(code, `more than ${maxPathDepth} references are keys of one another`);
}

/** Whether a path and those in its keys have at most so many levels. */
function nests(instancePath: InstancePath, depth: number): boolean {
  return (
    depth > 0 &&
    Object.values(instancePath.keys).every(
      (key) => typeof key !== "object" || !("keys" in key) || nests(key, depth - 1),
    )
  );
}

const pathText = /^(?:(?:\\\\|\/\/)[^\\/]+[\\/])?(?:([^:"]*):)?([^.=:"]+)(?:\.(.+)|=@|=(.+))?$/s;
const keyText1 = /([^=,"]+)=(?:"((?:[^"\\]|\\.)*)"|([^,"]*))(?:,(?!$)|$)/gsy;

/**
 * Reads the text of {@link formatPath}, with or without a host. Quoted values
 * are strings, unquoted ones booleans, numbers or bigints.
 *
 * @param text - An object path.
 * @param namespace - The namespace when the text states none.
 * @throws CimError `"invalid-parameter"` when the text is no object path.
 */
export function parsePath(text: string, namespace: string): InstancePath {
  const match = pathText.exec(text.trim());
  const [, stated, className, keyList, single] = match ?? [];
  if (className === undefined) throw notAPath(text);
  const keys: [string, KeyValue][] = [];
  // One unnamed key: its name is not in the text.
  const list = keyList ?? (single === undefined ? "" : `=${single}`).replace(/^=/, "__key=");
  let end = 0;
  for (const found of list.matchAll(keyText1)) {
    const [whole, name = "", quoted, bare = ""] = found;
    keys.push([
      name.trim(),
      quoted === undefined ? bareKey(bare) : quoted.replace(/\\(.)/gs, "$1"),
    ]);
    end = found.index + whole.length;
  }
  if (end !== list.length) throw notAPath(text);
  return {
    namespace: stated === undefined || stated === "" ? namespace : stated.replaceAll("\\", "/"),
    className,
    keys: Object.fromEntries(keys),
  };
}

function bareKey(text: string): KeyValue {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (!/^[+-]?\d{1,20}$/.test(text)) return text;
  const value = BigInt(text);
  return BigInt.asIntN(53, value) === value ? Number(value) : value;
}

function notAPath(text: string): CimError {
  return new CimError(
    "invalid-parameter",
    `${JSON.stringify(text.slice(0, 200))} is not an object path`,
  );
}
