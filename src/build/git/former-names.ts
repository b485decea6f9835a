import type { Git } from "./run-git.ts";

/**
 * What the files of the index were called in a commit, by the names that they have now; only those
 * that were renamed. What was moved without telling git is not among them.
 */
export function formerNames(git: Git, commit: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const how = ["--cached", "-M", "-l5000", "--diff-filter=R", "--name-status", "-z"];
  const { stdout } = git(["diff-index", "--no-ext-diff", "--no-textconv", ...how, commit]);
  const parts = stdout.toString().split("\0");
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [, former, present] = parts.slice(index, index + 3);
    if (former !== undefined && present !== undefined) names.set(present, former);
  }
  return names;
}
