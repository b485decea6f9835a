import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { attempt } from "./attempt.ts";
import { parentOf } from "./existing.ts";
import type { FileSystem } from "./file-system.ts";
import { takeLock, type Lock } from "./lock.ts";
import { codeOf } from "./reason.ts";
import { makeTemporaryFolder, removeLeftovers } from "./temporary-folder.ts";

/**
 * Changes to a folder that can be taken back. New content and replaced files lie in a
 * temporary folder inside it, hence on the same disk, so that every change is a rename.
 */
export class Transaction {
  /** What was being worked on last, for the message about a failure. */
  lastPath: string;
  readonly #root: string;
  readonly #fileSystem: FileSystem;
  #temporary: string | undefined;
  #lock: Lock | undefined;
  #count = 0;
  readonly #madeAround: string[] = [];
  /** Folders of this run: only it has put anything there, each path once. */
  readonly #madeInside = new Set<string>();
  readonly #undo: (() => void)[] = [];

  constructor(root: string, fileSystem: FileSystem) {
    this.#root = resolve(root);
    this.#fileSystem = fileSystem;
    this.lastPath = this.#root;
  }

  /**
   * Makes the folder where it is missing, and locks it.
   *
   * @returns whether the folder is ours; `false` when another run is writing there
   */
  begin(): boolean {
    this.#makeFolders(this.#root, (made) => this.#madeAround.push(made));
    this.#temporary = makeTemporaryFolder(this.#root, this.#fileSystem);
    this.#lock = takeLock(this.#root, this.#temporary, this.#fileSystem);
    return this.#lock !== undefined;
  }

  /** Writes content that is placed later, and returns where it lies until then. */
  stage(text: string): string {
    const staged = this.#temporaryName();
    this.#fileSystem.writeNew(staged, text);
    return staged;
  }

  /** Moves staged content to a path, over the file that is there. */
  place(path: string, staged: string): void {
    const target = this.#target(path);
    const folder = dirname(target);
    const isFolderNew = this.#madeInside.has(folder);
    if (!isFolderNew && existsSync(target)) {
      const old = this.#temporaryName();
      this.#fileSystem.keepAs(target, old);
      this.#fileSystem.rename(staged, target);
      this.#undo.push(() => this.#fileSystem.rename(old, target));
      return;
    }
    if (!isFolderNew)
      this.#makeFolders(folder, (made) => {
        this.#madeInside.add(made);
        this.#undo.push(() => this.#fileSystem.removeEmptyFolder(made));
      });
    this.#fileSystem.rename(staged, target);
    this.#undo.push(() => this.#fileSystem.removeFile(target));
  }

  takeAway(path: string): void {
    const target = this.#target(path);
    const old = this.#temporaryName();
    this.#fileSystem.rename(target, old);
    this.#undo.push(() => this.#fileSystem.rename(old, target));
  }

  /** Removes a folder below the root, and those above it, as far as nothing is left in them. */
  removeEmptyFolders(path: string): void {
    for (let next = path; next !== ""; next = parentOf(next)) {
      const target = this.#target(next);
      if (!existsSync(target)) continue;
      if (readdirSync(target).length > 0) return;
      this.#fileSystem.removeEmptyFolder(target);
      this.#undo.push(() => this.#fileSystem.makeFolder(target));
    }
  }

  /** Everything is in place: what is left to do may fail without harm. */
  finish(): void {
    const temporary = this.#temporary;
    if (temporary !== undefined) attempt(() => this.#fileSystem.removeTree(temporary));
    attempt(() => removeLeftovers(this.#root, this.#fileSystem));
    attempt(() => this.#lock?.release());
  }

  /**
   * Puts everything back.
   *
   * @returns the folder that holds the old files when that failed
   */
  rollBack(): string | undefined {
    const complete = this.#undo.reverse().map(attempt).every(Boolean);
    attempt(() => this.#lock?.release());
    if (!complete) return this.#temporary;
    const temporary = this.#temporary;
    if (temporary !== undefined) attempt(() => this.#fileSystem.removeTree(temporary));
    for (const made of this.#madeAround.reverse()) {
      attempt(() => this.#fileSystem.removeEmptyFolder(made));
    }
    return undefined;
  }

  #target(path: string): string {
    this.lastPath = join(this.#root, path);
    return this.lastPath;
  }

  #temporaryName(): string {
    this.#count += 1;
    return join(this.#temporary ?? this.#root, String(this.#count));
  }

  #makeFolders(path: string, made: (path: string) => void): void {
    if (existsSync(path)) return;
    this.#makeFolders(dirname(path), made);
    try {
      this.#fileSystem.makeFolder(path);
      made(path);
    } catch (error) {
      // Another run that begins at the same time may have made it.
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
}
