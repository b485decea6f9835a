/** The file in an output folder that says what was generated there. */
export const manifestName = ".mof-codegen.json";

/**
 * Whether a path stays inside the folder that it is relative to, on every system: forward
 * slashes, no drive, no `..`, nothing that Windows reads as something else.
 */
export function staysInside(path: string): boolean {
  if (path === "" || path === manifestName) return false;
  if (/[\\:*?"<>|\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split("/").every((segment) => segment !== "" && !/[. ]$/.test(segment));
}
