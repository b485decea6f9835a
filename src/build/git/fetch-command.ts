/**
 * The command that brings a revision into a shallow clone. A name is quoted only where no
 * shell could see anything else in it; otherwise everything is fetched.
 *
 * @param remotes - the names of the servers that the clone knows
 */
export function fetchCommand(revision: string, remotes: readonly string[]): string {
  const everything = "git fetch --unshallow";
  if (!/^[\w][\w./-]*$/u.test(revision) || revision.includes("..")) return everything;
  const server = remotes.includes("origin") ? "origin" : (remotes[0] ?? "origin");
  if (/^[0-9a-f]{7,64}$/u.test(revision)) {
    return revision.length >= 40 ? `git fetch --depth=1 ${server} ${revision}` : everything;
  }
  const remote = remotes.find((name) => revision.startsWith(`${name}/`));
  if (remote !== undefined) {
    const branch = revision.slice(remote.length + 1);
    return `git fetch --no-tags --depth=1 ${remote} +refs/heads/${branch}:refs/remotes/${revision}`;
  }
  if (revision === "HEAD") return everything;
  if (/^v?\d/u.test(revision)) return `git fetch --depth=1 ${server} tag ${revision}`;
  return `git fetch --no-tags --depth=1 ${server} ${revision}:${revision}`;
}
