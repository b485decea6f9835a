import { statSync } from "node:fs";
import { codeOf } from "./reason.ts";

/** What stands at a path, behind links. */
export interface Found {
  readonly kind: "file" | "folder";
  /** In bytes; that of a regular file only. */
  readonly size?: number;
}

/** What stands at a path, behind links; `undefined` when there is nothing. */
export function lookAt(path: string): Found | undefined {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return { kind: "file", size: stats.size };
    return { kind: stats.isDirectory() ? "folder" : "file" };
  } catch (error) {
    const code = codeOf(error);
    // What is there but cannot be read, such as a device, is a file, so that reading it tells why.
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : { kind: "file" };
  }
}

/** The kind of what stands at a path, behind links. */
export function kindOf(path: string): "file" | "folder" | undefined {
  return lookAt(path)?.kind;
}

/** Whether a path leads to a file with an end: a device may have none, and a pipe may keep us waiting. */
export function isRegularFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether a path leads to a device or a pipe. */
export function isEndless(path: string): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && !stats.isFile() && !stats.isDirectory();
  } catch {
    // Reading it tells the reason.
    return false;
  }
}
