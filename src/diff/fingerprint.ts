import { createHash } from "node:crypto";
import type { RuleId } from "./catalogue/index.ts";

/**
 * What an acceptance is given for: twelve hexadecimal digits of what changes how, whatever
 * file and line it stands in and whoever inherits it.
 */
export function fingerprintOf(
  rule: RuleId,
  namespace: string,
  subject: string,
  details: object,
): string {
  const what = JSON.stringify([rule, namespace.toLowerCase(), subject.toLowerCase(), details]);
  return createHash("sha256").update(what).digest("hex").slice(0, 12);
}
