import { basename, dirname, join, resolve } from "node:path";
import { disk } from "../disk.ts";
import type { Entry, Files } from "../files.ts";
import type { Found } from "../kind-of.ts";
import { type Checkout, openSubmodule } from "./checkout.ts";
import { largeFileOf, readLargeFile } from "./large-file.ts";
import { type Places, placesIn } from "./places.ts";
import { quoted } from "./shown.ts";
import { type Folder, type Node, nodeIn } from "./tree.ts";

/** As many links as Linux follows on the way to a file. */
const mostLinks = 40;
/** In bytes, on Linux. */
const longestTarget = 4096;

/** What a path leads to; the path of what it found is without links. */
type Spot =
  | {
      readonly kind: "file";
      readonly id: string;
      readonly checkout: Checkout;
      readonly path: string;
    }
  | { readonly kind: "folder"; readonly folder: Folder; readonly path: string }
  /** A link on the way, and the names that come behind it. */
  | {
      readonly kind: "link";
      readonly id: string;
      readonly checkout: Checkout;
      readonly path: string;
      readonly rest: readonly string[];
    }
  /** Something that no commit holds: it is what it is on disk. */
  | { readonly kind: "outside"; readonly path: string }
  | { readonly kind: "circle" }
  | { readonly kind: "nothing" };

/** Files as a commit holds them, and around the repository those of this computer. */
export class RevisionFiles implements Files {
  private readonly checkout: Checkout;
  private readonly places: Places;
  private readonly submodules = new Map<string, Checkout>();
  private readonly targets = new Map<string, string>();

  constructor(checkout: Checkout) {
    this.checkout = checkout;
    this.places = placesIn(checkout.folder);
  }

  lookAt(path: string): Found | undefined {
    const spot = this.find(path);
    if (spot.kind === "outside") return disk.lookAt(spot.path);
    if (spot.kind === "nothing") return undefined;
    if (spot.kind === "folder") return { kind: "folder" };
    if (spot.kind === "file") spot.checkout.blobs.expect(spot.id, path);
    // A circle is a file, so that reading it tells what is wrong.
    return { kind: "file" };
  }

  isRegularFile(path: string): boolean {
    const spot = this.find(path);
    if (spot.kind === "outside") return disk.isRegularFile(spot.path);
    return spot.kind === "file" || spot.kind === "circle";
  }

  isLink(path: string): boolean {
    const folder = this.find(dirname(path));
    if (folder.kind === "outside") return disk.isLink(path);
    return folder.kind === "folder" && nodeIn(folder.folder, basename(path))?.[1].kind === "link";
  }

  realPath(path: string): string {
    const spot = this.find(path);
    if (spot.kind === "outside") return disk.realPath(spot.path);
    return spot.kind === "file" || spot.kind === "folder" ? spot.path : path;
  }

  read(path: string, size?: number): Uint8Array {
    const spot = this.find(path);
    if (spot.kind === "outside") return disk.read(spot.path, size);
    if (spot.kind === "folder") throw new Error("it is a folder");
    if (spot.kind === "circle") throw new Error("its symbolic links go round in a circle");
    if (spot.kind !== "file") throw new Error("it does not exist");
    const { blobs, git, folder, commit } = spot.checkout;
    const bytes = blobs.read(spot.id);
    const large = largeFileOf(bytes);
    if (!large) return bytes;
    const inside = folder === this.checkout.folder ? "" : ` -C ${quoted(folder)}`;
    return readLargeFile(large, git, folder, `git${inside} lfs fetch origin ${commit}`);
  }

  entriesOf(path: string): readonly Entry[] | undefined {
    const spot = this.find(path);
    if (spot.kind === "outside") return disk.entriesOf(spot.path);
    if (spot.kind !== "folder") return undefined;
    return Array.from(spot.folder.nodes, ([name, node]) => entryOf(name, node));
  }

  /** Says that files will probably be read. */
  expect(paths: readonly string[]): void {
    for (const path of paths) this.lookAt(path);
  }

  /** The name that git has for a path; `undefined` for what no commit holds. */
  placeOf(path: string): string | undefined {
    return this.step(path).kind === "outside" ? undefined : this.places(path)?.join("/");
  }

  /** What a path leads to in the end. */
  private find(path: string): Exclude<Spot, { readonly kind: "link" }> {
    let spot = this.step(path);
    for (let links = 0; spot.kind === "link"; links += 1) {
      if (links >= mostLinks) return { kind: "circle" };
      const target = this.targetOf(spot.id, spot.checkout);
      if (target === undefined) return { kind: "nothing" };
      spot = this.step(resolve(dirname(spot.path), target, ...spot.rest));
    }
    return spot;
  }

  /** Where a link says that it leads; `undefined` when that is no path. */
  private targetOf(id: string, { blobs }: Checkout): string | undefined {
    const known = this.targets.get(id);
    if (known !== undefined) return known;
    const bytes = blobs.read(id);
    if (bytes.length === 0 || bytes.length > longestTarget || bytes.includes(0)) return undefined;
    const target = bytes.toString();
    this.targets.set(id, target);
    return target;
  }

  private submodule(folder: string, commit: string): Checkout {
    const known = this.submodules.get(folder);
    if (known) return known;
    const opened = openSubmodule(this.checkout.folder, folder, commit);
    this.submodules.set(folder, opened);
    return opened;
  }

  /** What stands at a path; a link where it is met on the way, with the rest of the way behind it. */
  private step(path: string): Spot {
    const names = this.places(path);
    if (!names) return { kind: "outside", path };
    let { checkout } = this;
    let folder = checkout.root;
    let at = checkout.folder;
    for (const [index, wanted] of names.entries()) {
      const rest = names.slice(index + 1);
      const found = nodeIn(folder, wanted);
      // Packages belong to no commit, yet include folders lie in them.
      if (!found && wanted === "node_modules") {
        return { kind: "outside", path: join(at, wanted, ...rest) };
      }
      if (!found) return { kind: "nothing" };
      const [name, node] = found;
      at = join(at, name);
      if (node.kind === "link") return { kind: "link", id: node.id, checkout, path: at, rest };
      if (node.kind === "file") {
        if (rest.length > 0) return { kind: "nothing" };
        return { kind: "file", id: node.id, checkout, path: at };
      }
      if (node.kind === "submodule") {
        checkout = this.submodule(at, node.id);
        folder = checkout.root;
      } else folder = node;
    }
    return { kind: "folder", folder, path: at };
  }
}

function entryOf(name: string, { kind }: Node): Entry {
  return {
    name,
    isFile: () => kind === "file",
    isDirectory: () => kind === "folder" || kind === "submodule",
    isSymbolicLink: () => kind === "link",
  };
}
