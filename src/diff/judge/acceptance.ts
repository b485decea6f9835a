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

/** Whether a text may be the fingerprint of a change. */
export function isFingerprint(text: string): boolean {
  return /^[0-9a-f]{12}$/u.test(text);
}

/** Whether a text is a day of the calendar, as `2026-12-31`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
