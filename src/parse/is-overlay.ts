/** Whether a file is an overlay: by its name alone, since any JSON or YAML may hold what it holds. */
export function isOverlay(name: string): boolean {
  return /\.overlay\.(?:json|ya?ml)$/i.test(name);
}
