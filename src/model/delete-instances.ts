/** What `#pragma deleteinstance` takes away again. */
import { diagnose, type Diagnostic } from "../diagnostics/index.ts";
import type { AnalysedInstance } from "./analysis.ts";
import type { DeletedInstance } from "./collect.ts";
import type { CimConstant } from "./schema.ts";

/** The instances without those that the same text deletes behind them. */
export function deleteInstances(
  instances: readonly AnalysedInstance[],
  deleted: readonly DeletedInstance[],
  diagnostics: Diagnostic[],
): readonly AnalysedInstance[] {
  if (deleted.length === 0) return instances;
  const gone = new Set<AnalysedInstance>();
  for (const { path, namespace, from, to, location } of deleted) {
    const wanted = readPath(path);
    const found = instances
      .slice(from, to)
      .filter((each) => !gone.has(each) && wanted && isAt(each, namespace, wanted));
    for (const each of found) gone.add(each);
    if (found.length > 0 || !location) continue;
    diagnostics.push(diagnose("nothing-to-delete", { name: path, namespace }, location));
  }
  return instances.filter((each) => !gone.has(each));
}

/** `Class.Key="text",Other=1`, `Class="text"` or `Class=@` (the WMI SDK, "Describing an Instance Object Path"). */
interface InstancePath {
  /** In lower case. */
  readonly className: string;
  /** Texts of keys by name in lower case; the name is empty where the only key is not named. */
  readonly keys: ReadonlyMap<string, string>;
}

const KEY = /(?:([\p{L}_]\w*)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))\s*(?:,\s*|$)/uy;

function readPath(path: string): InstancePath | undefined {
  // The namespace in front of the class is that of the pragma.
  const [, className, mark, rest] = /^(?:[^"=]*:)?\s*(\w+)\s*([.=])\s*(.*)$/su.exec(path) ?? [];
  if (className === undefined || rest === undefined) return undefined;
  const keys = new Map<string, string>();
  if (rest === "@") return { className: className.toLowerCase(), keys };
  for (KEY.lastIndex = 0; KEY.lastIndex < rest.length;) {
    const match = KEY.exec(rest);
    if (!match) return undefined;
    const [, name = "", text, word = ""] = match;
    if ((name === "") !== (mark === "=")) return undefined;
    keys.set(name.toLowerCase(), text?.replace(/\\(.)/gsu, "$1") ?? word);
  }
  return { className: className.toLowerCase(), keys };
}

function isAt(
  { instance, cls }: AnalysedInstance,
  namespace: string,
  { className, keys }: InstancePath,
): boolean {
  if (instance.className.toLowerCase() !== className) return false;
  if (instance.namespace.toLowerCase() !== namespace.toLowerCase()) return false;
  const values = new Map([...instance.values].map(([name, value]) => [name.toLowerCase(), value]));
  const [only = "", ...others] = cls?.keys ?? [...instance.values.keys()];
  for (const [name, text] of keys) {
    if (name === "" && others.length > 0) return false;
    const value = values.get(name === "" ? only.toLowerCase() : name);
    if (value === undefined || keyText(value) !== text.toLowerCase()) return false;
  }
  return true;
}

/** Keys are compared without regard to case. */
function keyText(value: CimConstant): string {
  return typeof value === "object" ? "" : String(value).toLowerCase();
}
