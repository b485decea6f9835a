import { relative, sep } from "node:path";
import { disk } from "../disk.ts";
import { Blobs } from "./blobs.ts";
import { distrust } from "./repository.ts";
import { RevisionError } from "./revision-error.ts";
import { complaintOf, type Git, gitIn, lineOf } from "./run-git.ts";
import { quoted, shown } from "./shown.ts";
import { type Folder, readTree } from "./tree.ts";

/** A commit as it would lie in a folder. */
export interface Checkout {
  readonly folder: string;
  readonly commit: string;
  readonly git: Git;
  readonly root: Folder;
  readonly blobs: Blobs;
}

/**
 * @param folder - the top of the working tree, without links
 * @throws RevisionError when git cannot say what the commit holds
 */
export function openCheckout(folder: string, commit: string, git: Git): Checkout {
  const answer = git(["ls-tree", "-r", "-z", "--full-tree", commit]);
  if (!answer.done) {
    const reason = shown(complaintOf(answer));
    throw new RevisionError("no-answer", `git cannot list the files of ${commit}: ${reason}`);
  }
  const { root, links } = readTree(answer.stdout.toString());
  const blobs = new Blobs(git);
  // Whoever meets one link will meet others.
  for (const id of links) blobs.expect(id, `link ${id}`);
  return { folder, commit, git, root, blobs };
}

/**
 * The commit of a submodule.
 *
 * @param top - the top of the outermost working tree
 * @throws RevisionError when the submodule is not here, or lacks the commit
 */
export function openSubmodule(top: string, folder: string, commit: string): Checkout {
  const path = relative(top, folder).replaceAll(sep, "/");
  const git = gitIn(folder);
  const place = git(["rev-parse", "--show-toplevel"]);
  // In a folder without a repository of its own git answers for the one around it.
  if (!place.done || disk.realPath(lineOf(place.stdout)) !== disk.realPath(folder)) {
    const sentence = `the submodule ${shown(path)} is not checked out; \`git submodule update --init ${quoted(path)}\` fetches it`;
    throw distrust(folder, place) ?? new RevisionError("no-answer", sentence);
  }
  if (!git(["cat-file", "-e", `${commit}^{commit}`]).done) {
    const sentence = `the submodule ${shown(path)} lacks the commit ${commit}; \`git -C ${quoted(path)} fetch origin ${commit}\` fetches it`;
    throw new RevisionError("no-answer", sentence);
  }
  return openCheckout(folder, commit, git);
}
