import type { Host } from "../../src/parse/index.ts";

/** What files hold by path; an error is what reading the file gives. */
export type MemoryFiles = Readonly<Record<string, string | Uint8Array | Error>>;

/** Files in memory, and which of them were read. */
export interface MemoryHost extends Host {
  readonly reads: string[];
  /** Folders that were opened or looked through. */
  readonly opened: string[];
}

/**
 * Files in memory, their paths with slashes.
 *
 * @param sensitive - whether upper and lower case are different, as on Linux
 */
export function memoryHost(files: MemoryFiles, sensitive = false): MemoryHost {
  const key = (path: string): string => (sensitive ? path : path.toLowerCase());
  const paths = new Map(Object.entries(files).map(([path, content]) => [key(path), content]));
  const reads: string[] = [];
  const opened: string[] = [];
  const isFolder = (path: string): boolean =>
    path === "" || [...paths.keys()].some((file) => file.startsWith(`${key(path)}/`));
  const kindOf = (path: string): "file" | "folder" | undefined => {
    if (paths.has(key(path))) return "file";
    return isFolder(path) ? "folder" : undefined;
  };
  return {
    reads,
    opened,
    kindOf,
    readFile(path) {
      reads.push(path);
      const content = paths.get(key(path)) ?? "";
      if (content instanceof Error) throw content;
      return typeof content === "string" ? Buffer.from(content) : content;
    },
    entriesIn(folder) {
      opened.push(folder);
      const names = namesIn(Object.keys(files), folder);
      return names.map((name) => ({ name, kind: kindOf(join(folder, name)) ?? "file" }));
    },
    filesBelow(folder, endings) {
      opened.push(folder);
      return Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .filter((path) => endings.some((ending) => path.toLowerCase().endsWith(ending)))
        .sort();
    },
    filesMatching: (pattern) =>
      Object.keys(files)
        .filter((path) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(path))
        .sort(),
    resolve: (from, path) => {
      const parts: string[] = [];
      for (const part of `${from}/${path.replaceAll("\\", "/")}`.split("/")) {
        if (part === "..") parts.pop();
        else if (part !== "" && part !== ".") parts.push(part);
      }
      return parts.join("/");
    },
    folderOf: (path) => path.split("/").slice(0, -1).join("/"),
    nameOf: (path) => path.split("/").at(-1) ?? "",
    display: (path) => path,
    identity: key,
  };
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** The first parts of paths below a folder. */
function namesIn(paths: readonly string[], folder: string): readonly string[] {
  const below = folder === "" ? "" : `${folder}/`.toLowerCase();
  const inside = paths.filter((path) => path.toLowerCase().startsWith(below));
  return [...new Set(inside.map((path) => path.slice(below.length).split("/")[0] ?? ""))];
}
