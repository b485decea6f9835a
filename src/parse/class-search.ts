import type { MofDocument } from "../ast/index.ts";
import type { Host } from "./host.ts";
import { namesIn } from "./names-in.ts";

/**
 * Looks for the files of classes that are needed and declared nowhere: `X.mof` for the
 * class X, anywhere below some folders. The folders are looked through once, and only
 * when something is missing.
 */
export class ClassSearch {
  private readonly folders: readonly string[];
  private readonly host: Host;
  private readonly declared = new Set<string>();
  /** Names that are needed, until they have been looked for; in the order in which they came. */
  private readonly needed = new Set<string>();
  private readonly sought = new Set<string>();
  private files: ReadonlyMap<string, string> | undefined;

  constructor(folders: readonly string[], host: Host) {
    this.folders = folders;
    this.host = host;
  }

  /** Notes what a document declares and needs. */
  look(document: MofDocument): void {
    const { declared, needed } = namesIn(document);
    for (const name of declared) this.declared.add(name);
    for (const name of needed) if (!this.sought.has(name)) this.needed.add(name);
  }

  /** The file of the next class that is missing. */
  next(): string | undefined {
    for (const name of this.needed) {
      this.needed.delete(name);
      this.sought.add(name);
      if (this.declared.has(name)) continue;
      this.files ??= this.index();
      const file = this.files.get(name);
      if (file !== undefined) return file;
    }
    return undefined;
  }

  /** The first file of each name, the folders in the order in which they were given. */
  private index(): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    for (const folder of this.folders) {
      for (const path of this.host.filesBelow(folder, [".mof"])) {
        const name = this.host.nameOf(path).slice(0, -".mof".length).toLowerCase();
        if (!files.has(name)) files.set(name, path);
      }
    }
    return files;
  }
}
