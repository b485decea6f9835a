/** How the parser chooses between alternatives, some of which have conditions. */
import {
  getLookaheadPaths,
  type IOrAlt,
  type IToken,
  LLkLookaheadStrategy,
  type TokenType,
} from "chevrotain";

type Options = Parameters<
  InstanceType<typeof LLkLookaheadStrategy>["buildLookaheadForAlternation"]
>[0];
type Alternatives = readonly IOrAlt<unknown>[];

/** What of a parser is asked here. */
interface Ahead {
  LA(howMuch: number): IToken;
}

/**
 * Chevrotain tries alternatives in turn when one of them has a condition. Where the next
 * token leaves one alternative only, and that one has none, there is nothing to try.
 */
export class FirstTokenLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(
    options: Options,
  ): (alternatives?: IOrAlt<unknown>[]) => number | undefined {
    const inTurn = super.buildLookaheadForAlternation(options);
    if (!options.hasPredicates) return inTurn;
    const { prodOccurrence: occurrence, rule, maxLookahead } = options;
    const paths = getLookaheadPaths({ occurrence, rule, prodType: "Alternation", maxLookahead });
    const single = singleAlternatives(paths);
    return function (this: Ahead, alternatives: IOrAlt<unknown>[] = []): number | undefined {
      const index = single.get(this.LA(1).tokenTypeIdx);
      if (index !== undefined && isFree(alternatives, index)) return index;
      return inTurn.call(this, alternatives);
    };
  }
}

function isFree(alternatives: Alternatives, index: number): boolean {
  return alternatives[index]?.GATE === undefined;
}

/** The only alternative that begins with a token, for tokens that say enough by themselves. */
function singleAlternatives(paths: readonly TokenType[][][]): ReadonlyMap<number, number> {
  const single = new Map<number, number>();
  const unclear = new Set<number>();
  for (const [index, alternative] of paths.entries()) {
    for (const [first, ...further] of alternative) {
      for (const id of idsOf(first)) {
        if (further.length > 0 || (single.get(id) ?? index) !== index) unclear.add(id);
        single.set(id, index);
      }
    }
  }
  for (const id of unclear) single.delete(id);
  return single;
}

/** The numbers of a type and of those that are kinds of it. */
function idsOf(type: TokenType | undefined): readonly number[] {
  return type ? [type.tokenTypeIdx ?? 0, ...(type.categoryMatches ?? [])] : [];
}
