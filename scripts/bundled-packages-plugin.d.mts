/** Where the list is written. */
export const bundledPackagesFile: URL;

interface Chunk {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

/**
 * A plugin that lists the packages a build has copied into dist.
 *
 * @param moreModules - Paths of modules that it cannot see.
 */
export function bundledPackages(moreModules: () => Promise<readonly string[]>): {
  name: string;
  generateBundle(options: unknown, bundle: Readonly<Record<string, Chunk>>): Promise<void>;
};
