/** What a rule of the schema diff is made of. */

/** Who may be hurt by a change. */
export type Audience = "ts" | "wire" | "provider";

/** How bad a change is for an audience. */
export type ChangeLevel = "breaking" | "risky" | "safe";

/** What a change asks of the version of a package with generated code (semver.org). */
export type Bump = "major" | "minor" | "patch";

/** A kind of change and how bad it is. */
export interface Rule<D> {
  readonly levels: ChangeLevels;
  readonly bump: Bump;
  /**
   * What has changed, one sentence without a full stop.
   *
   * @param subject - a class or a member: `CIM_Fan`, `CIM_Fan.Speed`, `CIM_Fan.Set(Speed)`
   */
  readonly message: (subject: string, details: D) => string;
}

/**
 * How bad a change is: `ts` for code that is compiled against the generated types, `wire` for
 * a client of before with a provider of now, `provider` for those who implement the class.
 */
export type ChangeLevels = Readonly<Record<Audience, ChangeLevel>>;

/** A rule for each id of a list. */
export type RuleCatalogue<L> = { readonly [R in keyof L]: Rule<L[R]> };

/** Nothing is to be said but what the change is about. */
export type Nothing = Readonly<Record<string, never>>;

/** Something was one thing and is another. */
export interface Changed {
  readonly before: string;
  readonly after: string;
}

/** Something with a value is there once only. */
export interface Stated {
  readonly value: string;
}

/** A qualifier that is there once only. */
export interface StatedQualifier extends Stated {
  readonly qualifier: string;
}

/** A qualifier with another value. */
export interface ChangedQualifier extends Changed {
  readonly qualifier: string;
}

type Letter = "B" | "W" | "s";

const levelOf: Readonly<Record<Letter, ChangeLevel>> = { B: "breaking", W: "risky", s: "safe" };

/**
 * Makes a rule.
 *
 * @param letters - breaking, risky (W) or safe for TypeScript, the wire and providers
 */
export function rule<D>(
  letters: readonly [ts: Letter, wire: Letter, provider: Letter],
  bump: Bump,
  message: Rule<D>["message"],
): Rule<D> {
  const [ts, wire, provider] = letters;
  const levels = { ts: levelOf[ts], wire: levelOf[wire], provider: levelOf[provider] };
  return { levels, bump, message };
}
