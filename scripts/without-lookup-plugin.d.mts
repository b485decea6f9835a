/** A plugin of tsdown that keeps fdir from looking for a package that is not needed. */
export function withoutLookup(): {
  name: string;
  transform(code: string, id: string): { code: string; map: null } | undefined;
};
