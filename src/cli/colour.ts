import type { Io, TextStream } from "./io.ts";

/**
 * Whether to colour what goes to a stream: the command line decides, then NO_COLOR
 * (no-color.org), then FORCE_COLOR, then whether a terminal shows it.
 *
 * @param asked - `--color` or `--no-color`
 */
export function wantsColour(stream: TextStream, env: Io["env"], asked?: boolean): boolean {
  if (asked !== undefined) return asked;
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
