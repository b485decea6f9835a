import type { ChangeLevel } from "../rule.ts";

/** Levels as numbers, the worst the greatest. */
export const ranks: Readonly<Record<ChangeLevel, number>> = { safe: 0, risky: 1, breaking: 2 };

/** The worst of some levels; of none it is safe. */
export function worst(levels: readonly ChangeLevel[]): ChangeLevel {
  return levels.reduce((a, b) => (ranks[a] >= ranks[b] ? a : b), "safe");
}
