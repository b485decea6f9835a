import { MofParser } from "../../grammar/parser.ts";

/** The parser without its short cuts: everything is read by the rules. */
export class ParserByRules extends MofParser {
  protected override regularList(): undefined {
    return undefined;
  }

  protected override regularParts(): undefined {
    return undefined;
  }

  protected override regularAssignment(): undefined {
    return undefined;
  }

  protected override regularMember(): undefined {
    return undefined;
  }
}
