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
/** On Linux. */
const longestPath = 4096;

/** What a path leads to; the path of what it found is without links. */
type Spot =
  | {
      readonly kind: "file";
      readonly id: string;
      readonly checkout: Checkout;
      readonly path: string;
    }
  | {
      readonly kind: "folder";
      readonly folder: Folder;
      readonly checkout: Checkout;
      readonly path: string;
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
  private readonly found = new Map<string, Spot>();
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
    return this.find(path).kind === "outside" ? undefined : this.places(path)?.join("/");
  }

  /** @param links - that were followed on the way */
  private find(path: string, links = 0): Spot {
    const known = this.found.get(path);
    if (known) return known;
    const spot = this.look(path, links);
    // Where many links lead to a path, it may be a shorter way from elsewhere.
    if (spot.kind !== "circle" || links === 0) this.found.set(path, spot);
    return spot;
  }

  private look(path: string, links: number): Spot {
    // The system itself says what is wrong with such a path.
    if (path.length > longestPath) return { kind: "outside", path };
    const parent = dirname(path);
    if (parent === path || !this.places(parent)) return this.enter(path, links);
    const above = this.find(parent, links);
    const name = basename(path);
    if (above.kind === "outside") return { kind: "outside", path: join(above.path, name) };
    if (above.kind === "circle") return above;
    if (above.kind !== "folder") return { kind: "nothing" };
    const found = nodeIn(above.folder, name);
    if (found) return this.at(join(above.path, found[0]), found[1], above, links);
    // Packages belong to no commit, yet include folders lie in them.
    if (name === "node_modules") return { kind: "outside", path: join(above.path, name) };
    return { kind: "nothing" };
  }

  /** What a path leads to whose folder is not in the working tree. */
  private enter(path: string, links: number): Spot {
    const names = this.places(path);
    if (!names) return { kind: "outside", path };
    const { checkout } = this;
    const { folder: top, root } = checkout;
    if (names.length > 0) return this.find(join(top, ...names), links);
    return { kind: "folder", folder: root, checkout, path: top };
  }

  private at(
    path: string,
    node: Node,
    { checkout }: { readonly checkout: Checkout },
    links: number,
  ): Spot {
    switch (node.kind) {
      case "file":
        return { kind: "file", id: node.id, checkout, path };
      case "folder":
        return { kind: "folder", folder: node, checkout, path };
      case "submodule": {
        const inner = this.submodule(path, node.id);
        return { kind: "folder", folder: inner.root, checkout: inner, path };
      }
      case "link": {
        if (links >= mostLinks) return { kind: "circle" };
        const target = this.targetOf(node.id, checkout);
        if (target === undefined) return { kind: "nothing" };
        return this.find(resolve(dirname(path), target), links + 1);
      }
    }
  }

  /** Where a link says that it leads; `undefined` when that is no path. */
  private targetOf(id: string, { blobs }: Checkout): string | undefined {
    const known = this.targets.get(id);
    if (known !== undefined) return known;
    const bytes = blobs.read(id);
    if (bytes.length === 0 || bytes.length > longestPath || bytes.includes(0)) return undefined;
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
}

function entryOf(name: string, { kind }: Node): Entry {
  return {
    name,
    isFile: () => kind === "file",
    isDirectory: () => kind === "folder" || kind === "submodule",
    isSymbolicLink: () => kind === "link",
  };
}
