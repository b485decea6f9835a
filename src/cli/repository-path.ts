import { isAbsolute, relative, resolve } from "node:path";
import type { Io } from "./io.ts";

/**
 * How a file is called by those who look at a repository from its root: inside a GitHub
 * workflow they do, wherever the command runs. Elsewhere names stay as they are.
 */
export function repositoryPath(io: Io): (name: string) => string {
  const root = io.env["GITHUB_WORKSPACE"];
  if (!root) return (name) => name;
  return (name) => {
    const path = relative(resolve(io.cwd, root), resolve(io.cwd, name)).replaceAll("\\", "/");
    return path.startsWith("../") || isAbsolute(path) ? name : path;
  };
}
