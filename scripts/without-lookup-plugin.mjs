// @ts-check
/**
 * fdir looks for picomatch in node_modules whenever it is loaded, for patterns of its own that
 * nobody here uses. The search takes longer than all else that a small file needs.
 */

/** @type {import("./without-lookup-plugin.mjs").withoutLookup} */
export function withoutLookup() {
  return {
    name: "without-lookup",
    transform(code, id) {
      if (!/[\\/]node_modules[\\/]fdir[\\/]/.test(id)) return undefined;
      const lookup = /__require\.resolve\("picomatch"\);\s*pm = __require\("picomatch"\);/;
      // A version that does it in another way is to be looked at.
      if (!lookup.test(code)) throw new Error(`${id} no longer looks for picomatch as it did`);
      return { code: code.replace(lookup, ""), map: null };
    },
  };
}
