/** `Class.Key="text",Other=1`, `Class="text"` or `Class=@` (the WMI SDK, "Describing an Instance Object Path"). */
export interface InstancePath {
  readonly className: string;
  /** Texts of keys by name in lower case; the name is empty where the only key is not named. */
  readonly keys: ReadonlyMap<string, string>;
}

const KEY = /(?:([\p{L}_]\w*)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))\s*(?:,\s*|$)/suy;

/**
 * Reads an object path; the namespace in front of the class is left out.
 *
 * @returns `undefined` for a text that is none
 */
export function readInstancePath(path: string): InstancePath | undefined {
  const [, className, mark, rest] = /^(?:[^"=]*:)?\s*(\w+)\s*([.=])\s*(.*)$/su.exec(path) ?? [];
  if (className === undefined || rest === undefined) return undefined;
  const keys = new Map<string, string>();
  if (mark === "=" && rest === "@") return { className, keys };
  for (KEY.lastIndex = 0; KEY.lastIndex < rest.length;) {
    const match = KEY.exec(rest);
    if (!match) return undefined;
    const [, name = "", text, word = ""] = match;
    if ((name === "") !== (mark === "=")) return undefined;
    keys.set(name.toLowerCase(), text?.replace(/\\(.)/gsu, "$1") ?? word);
  }
  return keys.size === 0 ? undefined : { className, keys };
}
