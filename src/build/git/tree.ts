import { sep } from "node:path";
import { ignoresCase } from "../ignores-case.ts";

/** What a commit holds at a place. */
export type Node =
  | { readonly kind: "file"; readonly id: string }
  | { readonly kind: "link"; readonly id: string }
  /** The root of another repository, and its commit. */
  | { readonly kind: "submodule"; readonly id: string }
  | Folder;

/** A folder of a commit. */
export interface Folder {
  readonly kind: "folder";
  readonly nodes: Map<string, Node>;
}

/** What a commit holds. */
export interface Tree {
  readonly root: Folder;
  /** The objects that say where links lead to. */
  readonly links: readonly string[];
}

/** @param listing - what `git ls-tree -r -z` says */
export function readTree(listing: string): Tree {
  const root: Folder = { kind: "folder", nodes: new Map() };
  const folders = new Map<string, Folder>([["", root]]);
  const links: string[] = [];
  for (const line of listing.split("\0")) {
    const [, mode = "", id = "", path = ""] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (!isPath(path)) continue;
    const slash = path.lastIndexOf("/");
    const folder = folderAt(path.slice(0, Math.max(slash, 0)), folders, root);
    const kind = mode === "160000" ? "submodule" : mode === "120000" ? "link" : "file";
    if (kind === "link") links.push(id);
    folder.nodes.set(path.slice(slash + 1), { kind, id });
  }
  return { root, links };
}

function folderAt(path: string, folders: Map<string, Folder>, root: Folder): Folder {
  const known = folders.get(path);
  if (known) return known;
  const slash = path.lastIndexOf("/");
  const parent = slash < 0 ? root : folderAt(path.slice(0, slash), folders, root);
  const folder: Folder = { kind: "folder", nodes: new Map() };
  parent.nodes.set(path.slice(slash + 1), folder);
  folders.set(path, folder);
  return folder;
}

/** Git itself makes no such trees; others may, so that a path leads out of the tree. */
function isPath(path: string): boolean {
  if (path === "" || /(?:^|\/)(?:\.{0,2})(?:\/|$)/.test(path)) return false;
  return sep === "/" || !/[\\:]/.test(path);
}

/** What has a name in a folder, and its exact name; upper and lower case differ as they do on disk. */
export function nodeIn(
  { nodes }: Folder,
  name: string,
  anyCase: boolean = ignoresCase,
): readonly [name: string, node: Node] | undefined {
  const exact = nodes.get(name);
  if (exact) return [name, exact];
  if (!anyCase) return undefined;
  const wanted = folded(name);
  return [...nodes].find(([each]) => folded(each) === wanted);
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
