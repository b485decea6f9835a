/** `WWW-Authenticate` headers → challenges. */
import type { Challenge } from "../auth/authenticator.ts";

/**
 * Reads challenges from the raw header lines of a response, because Node joins
 * lines of one name with commas, which parameters contain as well. Several
 * challenges in one line are told apart by RFC 9110 11.6.1's grammar.
 *
 * @param rawHeaders - Names and values in turn, as `IncomingMessage.rawHeaders`.
 */
export function readChallenges(rawHeaders: readonly string[]): readonly Challenge[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && name.toLowerCase() === "www-authenticate"
      ? splitLine(rawHeaders[index + 1] ?? "")
      : [],
  );
}

// A comma, then a token that is not followed by "=", begins a new challenge.
const boundary = /,\s*(?=[A-Za-z][\w-]*(?:\s+[^=,\s]|\s*(?:,|$)))/;

function splitLine(line: string): readonly Challenge[] {
  return outsideQuotes(line.trim().slice(0, 16_384))
    .split(boundary)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const space = part.search(/\s/);
      const scheme = space < 0 ? part : part.slice(0, space);
      const parameters = space < 0 ? "" : part.slice(space).trim();
      return { scheme: scheme.toLowerCase(), parameters: parameters.replaceAll(hiddenComma, ",") };
    });
}

const hiddenComma = "\u0000";

/** Hides commas inside quotes from the split. */
function outsideQuotes(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => quoted.replaceAll(",", hiddenComma));
}
