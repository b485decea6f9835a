/** Where the list is written. */
export const bundledPackagesFile: URL;

interface Chunk {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

/** A plugin that lists the packages a build has copied into dist. */
export function bundledPackages(): {
  name: string;
  generateBundle(options: unknown, bundle: Readonly<Record<string, Chunk>>): Promise<void>;
};
