import { localeNumber } from "../source/index.ts";
import type { FolderEntry, Host } from "./host.ts";

/** What stands in folders, each of which is opened once. */
export class Folders {
  private readonly host: Host;
  private readonly opened = new Map<string, Folder>();

  constructor(host: Host) {
    this.host = host;
  }

  open(path: string): Folder {
    const known = this.opened.get(path);
    if (known) return known;
    const folder = folderOf(this.host.entriesIn(path));
    this.opened.set(path, folder);
    return folder;
  }

  /**
   * The path of what has this name in another case. Windows does not distinguish case, so
   * files that were written there name each other in any.
   */
  inOtherCase(path: string): string | undefined {
    const missing: string[] = [];
    let found = path;
    while (this.host.kindOf(found) === undefined) {
      const parent = this.host.folderOf(found);
      if (parent === found) return undefined;
      missing.push(this.host.nameOf(found));
      found = parent;
    }
    for (const name of missing.reverse()) {
      const [entry] = this.open(found).named(name);
      if (!entry) return undefined;
      found = this.host.resolve(found, entry.name);
    }
    return found;
  }
}

/** A folder that was opened. */
export interface Folder {
  /** Whether a file in it ends in `.mfl`. */
  readonly hasTexts: boolean;
  /** The folders in it that are named after a locale, with its number. */
  readonly locales: readonly { readonly name: string; readonly number: number }[];
  /** What has a name, in whatever case, sorted. */
  named(name: string): readonly FolderEntry[];
}

function folderOf(entries: readonly FolderEntry[]): Folder {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map<string, FolderEntry[]>();
  for (const entry of sorted) {
    const key = entry.name.toLowerCase();
    const same = byName.get(key);
    if (same) same.push(entry);
    else byName.set(key, [entry]);
  }
  return {
    hasTexts: sorted.some(({ name }) => /\.mfl$/i.test(name)),
    locales: sorted.flatMap(({ name, kind }) => {
      const number = kind === "folder" ? localeNumber(name) : undefined;
      return number === undefined ? [] : [{ name, number }];
    }),
    named: (name) => byName.get(name.toLowerCase()) ?? [],
  };
}
