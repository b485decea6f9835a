/** What levels and audiences are called, and the signs beside the names. */
import type { Audience, ChangeLevel } from "../../rule.ts";

/** What a reader sorts changes into. */
export type Category = ChangeLevel | "accepted";

/** Worst first. */
export const categories: readonly Category[] = ["breaking", "risky", "safe", "accepted"];

export const levels: readonly ChangeLevel[] = ["breaking", "risky", "safe"];

export const categoryWords: Readonly<Record<Category, string>> = {
  breaking: "Breaking",
  risky: "Risky",
  safe: "Safe",
  accepted: "Accepted",
};

/** Told apart by shape, not by colour. */
export const categorySigns: Readonly<Record<Category, string>> = {
  breaking: "■",
  risky: "▲",
  safe: "○",
  accepted: "✓",
};

export const audienceWords: Readonly<Record<Audience, string>> = {
  ts: "TypeScript",
  wire: "Wire",
  provider: "Provider",
};

export const audienceHints: Readonly<Record<Audience, string>> = {
  ts: "code compiled against the types",
  wire: "clients of before, servers of now",
  provider: "those who implement the classes",
};
