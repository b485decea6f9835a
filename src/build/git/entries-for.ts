import { locate, type Located } from "./repository.ts";

/** Something in a folder of a tree, and what it leads to. */
export interface NamedEntry {
  readonly name: string;
  readonly isLink: boolean;
  /** Absent for a link that leads nowhere. */
  readonly target: Located | undefined;
}

/** What stands in a folder; nothing when it is none. */
export function entriesFor(found: Located | undefined | false): readonly NamedEntry[] {
  if (!found || found.entry.kind !== "folder") return [];
  const { repository, path } = found;
  return (repository.tree.names.get(path) ?? []).map((name) => {
    const at = path === "" ? name : `${path}/${name}`;
    const isLink = repository.tree.entries.get(at)?.kind === "link";
    return { name, isLink, target: locate(repository, at) };
  });
}
