/** Makes sure that dist is there and was made from the present sources. */
export function ensureBuilt(options?: { ifNeeded?: boolean }): Promise<"built" | "up to date">;
