import type { Repository } from "./repository.ts";
import { lineOf } from "./run-git.ts";
import { isPlain } from "./shown.ts";

/** A command for a person. */
export interface FetchCommand {
  readonly command: string;
  /** What the revision is called once it was fetched, where that is another name. */
  readonly as?: string;
}

/**
 * The command that fetches a revision into a shallow clone.
 *
 * @param whole - whether what came before is needed too
 */
export function fetchCommand(
  repository: Repository,
  revision: string,
  whole: boolean,
): FetchCommand {
  const remotes = remotesOf(repository);
  const [remote = "origin"] = remotes;
  const depth = whole ? "--unshallow" : "--depth=1";
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) {
    return { command: `git fetch ${depth} ${remote} ${revision}` };
  }
  // Neither what is counted from a branch (`main~2`) nor a part of an id can be asked for.
  if (!isPlain(revision) || /\.\.|^[0-9a-f]{4,39}$/.test(revision)) {
    return { command: "git fetch --unshallow" };
  }
  const tag = tagOf(revision);
  if (tag !== undefined) return { command: `git fetch --no-tags ${depth} ${remote} tag ${tag}` };
  const name = revision.replace(/^(?:refs\/)?remotes\//, "");
  const from = longest(remotes.filter((each) => name.startsWith(`${each}/`)));
  const branch = name.slice(from === undefined ? 0 : from.length + 1).replace(/^refs\/heads\//, "");
  const local = `${from ?? remote}/${branch}`;
  return {
    command: `git fetch --no-tags ${depth} ${from ?? remote} ${branch}:refs/remotes/${local}`,
    ...(from === undefined && { as: local }),
  };
}

/** A name that looks like a version, or says itself that it is a tag's. */
function tagOf(revision: string): string | undefined {
  const name = revision.replace(/^(?:refs\/)?tags\//, "");
  return name !== revision || /^(?:[a-z]*[-_])?v?\d[\w.+-]*$/i.test(name) ? name : undefined;
}

/** The names of remote repositories, the usual one first. */
function remotesOf({ git }: Repository): readonly string[] {
  const names = lineOf(git(["remote"]).stdout)
    .split("\n")
    .filter(isPlain);
  return [...names.filter((name) => name === "origin"), ...names];
}

/** A remote repository may be called like the beginning of another one. */
function longest(names: readonly string[]): string | undefined {
  return names.toSorted((a, b) => b.length - a.length)[0];
}
