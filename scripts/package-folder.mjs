// @ts-check
/**
 * @param {string} module a module's path
 * @returns {string | undefined} the folder of its package, relative to the repository
 */
export function packageFolder(module) {
  const match = /^.*?\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(
    module.replaceAll("\\", "/"),
  );
  return match?.[1];
}
