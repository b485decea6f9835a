/** Names of files and folders that every system takes. */
import { createHash } from "node:crypto";
import type { NameReason } from "./name-notes.ts";

/** Bytes of a file's or folder's name: enough for every name there is, short enough for every system. */
const LONGEST_PART = 120;
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const FORBIDDEN = /[^\p{L}\p{M}\p{N}_.-]/gu;

/**
 * A folder, with forward slashes. A namespace comes from a string of the MOF: nothing in it
 * may lead out of the output folder, and no folder may have the name of a file, which always
 * has a dot.
 */
export function folderName(namespace: string): string {
  const parts = namespace.split("/").filter((part) => part !== "");
  return parts.map((part) => pathPart(part.replaceAll(".", "_"))).join("/") || "_";
}

/** A file's name without its extension; `index` is that of the namespace itself. */
export function fileName(name: string): string {
  const part = pathPart(name);
  return part.toLowerCase() === "index" ? `${part}_` : part;
}

/** Why a file or folder is not called as it would be; `taken` when its name alone is no reason. */
export function pathReason(wanted: string): NameReason {
  const parts = wanted.split("/");
  if (parts.some((part) => DEVICES.test(part))) return "device";
  if (parts.some((part) => Buffer.byteLength(part) > LONGEST_PART)) return "long";
  if (wanted.toLowerCase() === "index") return "index";
  if (fileName(wanted) !== wanted && folderName(wanted) !== wanted) return "characters";
  return "taken";
}

function pathPart(text: string): string {
  const plain = text.replace(FORBIDDEN, "_").replace(/^\.+|[.]+$/g, "_");
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
