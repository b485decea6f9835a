/** The file in an output folder that says what was generated there. */
export const manifestName = ".mof-codegen.json";

/** The file in an output folder that says which run is writing there. */
export const lockName = ".mof-codegen.lock";

/** No namespace is that deep, and what looks at the folders on the way is recursive. */
const deepest = 100;

/**
 * Whether a path stays inside the folder that it is relative to, on every system: forward
 * slashes, no drive, no `..`, nothing that Windows reads as something else.
 */
export function staysInside(path: string): boolean {
  if (path === "" || path === manifestName || path === lockName) return false;
  if (/[\\:*?"<>|\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split("/").every((segment) => segment !== "" && !/[. ]$/.test(segment));
}

/** Whether a path leads through more folders than anybody needs. */
export function isTooDeep(path: string): boolean {
  return path.split("/", deepest + 1).length > deepest;
}
