/** A number, `4097..32767`, or such a range with one end. */
const NUMBERS =
  /^(?:(?:0x[0-9a-f]{1,16}|\d+)|(?:0x[0-9a-f]{1,16}|\d+)?\.\.(?:0x[0-9a-f]{1,16}|\d+)?)$/i;

/** A value as `ValueMap` has it: numbers in hexadecimal, alone or in a range, become decimal. */
export function valueKey(text: string): string {
  if (!NUMBERS.test(text)) return text;
  return text.replace(/0x[0-9a-f]+/gi, (digits) => BigInt(digits).toString());
}
