/** Paths of the modules in the pages that the build has made so far. */
export function modulesInPages(): Promise<readonly string[]>;

/** A plugin that tsdown and Vitest both understand. */
export function pages(): {
  name: string;
  load: {
    filter: { id: RegExp };
    handler(id: string): Promise<{ code: string; moduleType: "js" }>;
  };
};
