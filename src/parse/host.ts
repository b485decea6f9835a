/** How the loader reaches files. Paths are the host's own; nothing else looks into them. */
export interface Host {
  /** What stands at a path, `undefined` when there is nothing. */
  kindOf(path: string): "file" | "folder" | undefined;
  /**
   * The bytes of a file.
   *
   * @throws an Error whose message a person understands
   */
  readFile(path: string): Uint8Array;
  /** What stands in a folder, in any order; nothing when it cannot be opened. */
  entriesIn(folder: string): readonly FolderEntry[];
  /** Files with one of some endings, in any case, in a folder and below it, sorted. */
  filesBelow(folder: string, endings: readonly string[]): readonly string[];
  /** Files that a pattern with wildcards such as `schemas/**\/*.mof` matches, sorted. */
  filesMatching(pattern: string): readonly string[];
  /** The path that `path` means inside the folder `from`; both kinds of slashes separate. */
  resolve(from: string, path: string): string;
  folderOf(path: string): string;
  /** The last part of a path. */
  nameOf(path: string): string;
  /** A path as people and generated files see it: short, with forward slashes. */
  display(path: string): string;
  /** Equal for two spellings of one file. */
  identity(path: string): string;
}

/** Something in a folder, behind links. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
