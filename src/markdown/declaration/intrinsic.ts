/** The names of the types of values (DSP0004 5.2). */
const INTRINSIC = /^(?:boolean|string|datetime|char16|real(?:32|64)|[us]int(?:8|16|32|64))$/i;

/** Whether a word names a type of values, in whatever case. */
export function isIntrinsic(word: string): boolean {
  return INTRINSIC.test(word);
}

/** Whether a word names a type of integers. */
export function isInteger(word: string): boolean {
  return /^[us]int(?:8|16|32|64)$/i.test(word);
}
