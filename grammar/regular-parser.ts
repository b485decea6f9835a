/** What is next and needs no rules, because nothing in it is unusual. */
import type { Assignment, Name, Qualifier } from "../src/ast/index.ts";
import { constructOfFlavor } from "./dialects.ts";
import { LiteralParser } from "./literal-parser.ts";
import { endOfRegularAssignment, endOfRegularList } from "./regular-end.ts";
import { RegularReader } from "./regular-reader.ts";

export abstract class RegularParser extends LiteralParser {
  protected regularList(): readonly Qualifier[] | undefined {
    if (!this.isFree || endOfRegularList(this.tokens, this.nextIndex) < 0) return undefined;
    const reader = this.regularReader();
    const list = reader.list();
    this.behind(reader);
    return list;
  }

  protected regularReader(): RegularReader {
    const { text, tokens, mistakes, digits } = this;
    return new RegularReader({ text, tokens, mistakes, digits }, this.nextIndex);
  }

  /** Goes on behind what was read without rules. */
  protected behind({ index, flavors }: RegularReader): void {
    this.goOn(index);
    this.passDisplaced();
    for (const flavor of flavors) this.flavor(flavor);
  }

  protected regularAssignment(): Assignment | undefined {
    if (!this.isFree || endOfRegularAssignment(this.tokens, this.nextIndex) < 0) return undefined;
    const reader = this.regularReader();
    const assignment = reader.assignment();
    this.behind(reader);
    return assignment;
  }

  protected flavor(name: Name): Name {
    this.shows(constructOfFlavor(name.text), name);
    return name;
  }
}
