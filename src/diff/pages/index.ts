/**
 * A page for every rule, as data. They are long, so whoever shows one loads them when they
 * are asked for.
 */
import type { RuleDetails } from "../catalogue/index.ts";
import { classPages } from "./classes.ts";
import { elementPages } from "./elements.ts";
import { instancePages } from "./instances.ts";
import { limitPages } from "./limits.ts";
import { methodPages } from "./methods.ts";
import type { RulePages } from "./page.ts";
import { propertyPages } from "./properties.ts";
import { qualifierPages } from "./qualifiers.ts";
import { valueMapPages } from "./value-maps.ts";

export type { RulePage } from "./page.ts";

export const rulePages: RulePages<RuleDetails> = {
  ...classPages,
  ...propertyPages,
  ...methodPages,
  ...elementPages,
  ...limitPages,
  ...valueMapPages,
  ...qualifierPages,
  ...instancePages,
};
