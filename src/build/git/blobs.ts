import { largestSource, tooLarge } from "../read-source.ts";
import type { Git } from "./run-git.ts";

/** As many bytes as are taken at once; more only of a single file that is larger. */
const usualBatch = 64 * 1024 * 1024;
/** More than name, kind and size of a file need. */
const longestHeader = 1024;

/**
 * The contents of files in a repository. What is expected to be read soon comes with what is
 * read now: git is started a few times, not once for each file.
 */
export class Blobs {
  private readonly git: Git;
  private readonly batch: number;
  /** What has not been fetched, and for how many paths it is expected. */
  private readonly expected = new Map<string, number>();
  private readonly paths = new Set<string>();
  private readonly fetched = new Map<string, Buffer>();
  /** In bytes, as far as git has said them. */
  private readonly sizes = new Map<string, number>();

  constructor(git: Git, batch: number = usualBatch) {
    this.git = git;
    this.batch = batch;
  }

  /** Says that a file will probably be read. */
  expect(id: string, path: string): void {
    if (this.paths.has(path)) return;
    this.paths.add(path);
    this.expected.set(id, (this.expected.get(id) ?? 0) + 1);
  }

  /**
   * The bytes of a file.
   *
   * @throws an Error whose message is the end of a sentence
   */
  read(id: string): Buffer {
    if (!this.fetched.has(id)) this.fetch(id);
    const bytes = this.fetched.get(id);
    if (!bytes) throw new Error(`git does not give its content (object ${id.slice(0, 12)})`);
    const others = Math.max((this.expected.get(id) ?? 0) - 1, 0);
    this.expected.set(id, others);
    // Bytes that were read have become text; those of a whole schema are many.
    if (others === 0) this.fetched.delete(id);
    return bytes;
  }

  private fetch(id: string): void {
    const wanted = [id];
    for (const [each, paths] of this.expected) {
      if (paths > 0 && each !== id && !this.fetched.has(each)) wanted.push(each);
    }
    this.ask(wanted, this.batch);
    const size = this.sizes.get(id);
    if (size === undefined) throw new Error(missing);
    if (size > largestSource) throw new Error(tooLarge);
    if (!this.fetched.has(id)) this.ask([id], size + longestHeader);
  }

  /** Git writes until there is enough; what comes later stays expected. */
  private ask(ids: readonly string[], most: number): void {
    const input = `${ids.join("\n")}\n`;
    this.take(this.git(["cat-file", "--batch", "--buffer"], { input, most }).stdout);
  }

  /** @param answer - of each file a line with its name, kind and size, its bytes, and a line end; it may break off */
  private take(answer: Buffer): void {
    let start = 0;
    for (let end = answer.indexOf("\n"); end >= 0; end = answer.indexOf("\n", start)) {
      const header = answer.toString("latin1", start, end);
      start = end + 1;
      const [, id = "", size = ""] = /^(\w+) blob (\d+)$/.exec(header) ?? [];
      if (id === "") continue;
      const stop = start + Number(size);
      this.sizes.set(id, Number(size));
      if (stop <= answer.length) this.fetched.set(id, answer.subarray(start, stop));
      start = stop + 1;
    }
  }
}

const missing =
  "git does not have its content; in a partial clone `git fetch --refetch --no-filter` fetches what was left out";
