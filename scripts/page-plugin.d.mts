/** A plugin that tsdown and Vitest both understand. */
export function pageTexts(): {
  name: string;
  load: {
    filter: { id: RegExp };
    handler(id: string): Promise<{ code: string; moduleType: "js" }>;
  };
};

/** Paths of the modules of packages that are copied into the program of a page. */
export function modulesInPage(): Promise<readonly string[]>;
