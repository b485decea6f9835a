import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/** What is compared with what. */
export type Comparison =
  | { readonly kind: "two-sources"; readonly old: string; readonly new: string }
  | {
      readonly kind: "against";
      /** A revision or a source. */
      readonly old: string;
      readonly sources: readonly string[];
    };

/**
 * What the command line asks to be compared. Two sources without `--against` are compared with
 * each other, whatever the configuration says.
 *
 * @throws UsageError when that is not two sides
 */
export function comparisonOf(values: Values): Comparison {
  const stated = values.stated?.sources ?? values.sources;
  const against = values.text("against");
  const [old, now, more] = stated;
  const onTheLine = values.stated?.text("against") !== undefined;
  if (!onTheLine && old !== undefined && now !== undefined) {
    if (more !== undefined) throw tooMany(stated.length);
    if (old === "-" && now === "-") {
      throw new UsageError("standard input can be one side, not both");
    }
    return { kind: "two-sources", old, new: now };
  }
  if (against === undefined) throw oneSide(old);
  if (values.sources.length === 0) {
    throw new UsageError(`name the sources that are to be compared with ${against}`);
  }
  return { kind: "against", old: against, sources: values.sources };
}

function tooMany(number: number): UsageError {
  return new UsageError(
    `two sources are compared, not ${number}; quote a pattern so that the shell leaves it alone, or say --against <old>`,
  );
}

function oneSide(old: string | undefined): UsageError {
  if (old === undefined) {
    return new UsageError("name an old and a new source, or sources and --against <old>");
  }
  return new UsageError(`name what ${old} is to be compared with, or say --against <old>`);
}
