/** Which commit is meant. */
export interface WantedRevision {
  /** What git calls a revision: a branch, a tag, a commit, `HEAD~3`. */
  readonly revision: string;
  /** Whether the last commit is meant that this revision and `HEAD` have in common. */
  readonly mergeBase?: boolean;
}
