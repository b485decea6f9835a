/** Somebody has agreed to a change. */
export interface Acceptance {
  /** Of the change, twelve hexadecimal digits. */
  readonly fingerprint: string;
  /** Why it was agreed to. */
  readonly reason: string;
  /** The last day on which it counts, as `2026-12-31`. */
  readonly until?: string;
  /** What was accepted, for those who read the file. */
  readonly change?: string;
}

/** Whether an acceptance no longer counts. */
export function isExpired({ until }: Acceptance, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && until < today;
}
