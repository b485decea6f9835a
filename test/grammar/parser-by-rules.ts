import { MofParser } from "../../grammar/parser.ts";

/** The parser without its short cut: every list of qualifiers is read by the rules. */
export class ParserByRules extends MofParser {
  protected override regularList(): undefined {
    return undefined;
  }
}
