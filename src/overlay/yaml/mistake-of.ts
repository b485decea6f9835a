import type { ErrorCode, YAMLError } from "yaml";
import type { YamlMistake } from "./mistake.ts";

/** The parser's sentences speak of its tokens; these of what a person wrote. */
const REASONS: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: "an alias has no anchor and no tag of its own",
  BAD_ALIAS: "an anchor and an alias need a name",
  BAD_DIRECTIVE: "YAML has no such directive",
  BAD_DQ_ESCAPE: "there is no such escape in double quotes",
  BAD_INDENT:
    "this line is indented neither as those before it nor as what contains them, or a brace before it is not closed",
  BAD_PROP_ORDER: "anchors and tags stand behind this mark",
  BAD_SCALAR_START: "a text that begins with this mark needs quotes",
  BLOCK_AS_IMPLICIT_KEY: "a text with a colon and a blank needs quotes",
  BLOCK_IN_FLOW: "between braces and brackets, what belongs together stands in braces and brackets",
  KEY_OVER_1024_CHARS: "a name has at most 1024 characters",
  MULTILINE_IMPLICIT_KEY: "a name and its colon stand on one line",
  MULTIPLE_ANCHORS: "a value has one anchor",
  MULTIPLE_TAGS: "a value has one tag",
  RESOURCE_EXHAUSTION: "its values contain each other too many times",
  UNEXPECTED_TOKEN: "this is not expected here",
};

/** What the parser complains about. */
export function mistakeOf({ code, message, pos }: YAMLError): YamlMistake {
  const reason = REASONS[code] ?? `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`;
  return { reason, start: pos[0], end: pos[1] };
}
