import { statSync } from "node:fs";
import { codeOf } from "./reason.ts";

/** What stands at a path, behind links; `undefined` when there is nothing. */
export function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    const code = codeOf(error);
    // Something that is there but out of reach is a file, so that reading it tells the reason.
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : "file";
  }
}
