/** What the checks can say about values, their limits and their names. */
import type { Catalogue } from "../../sentence.ts";
import { excerpt, withArticle } from "./phrases.ts";
import type { Titled } from "./titled.ts";

interface Typed extends Titled {
  readonly type: string;
}

export interface ValueCheckSentences {
  readonly "value-of-another-type": Typed & { readonly found: string };
  readonly "value-in-another-form": Typed & { readonly found: string };
  readonly "value-out-of-range": Typed & {
    readonly value: string;
    readonly smallest: string;
    readonly largest: string;
  };
  readonly "value-with-another-sign": Typed & { readonly value: string; readonly wrapped: string };
  readonly "real-for-integer": Typed & { readonly value: string };
  readonly "number-for-boolean": Titled;
  readonly "several-characters": Titled;
  readonly "malformed-datetime": Titled & { readonly value: string };
  readonly "array-for-scalar": Typed;
  readonly "scalar-for-array": Typed;
  readonly "too-many-elements": Typed & { readonly count: number };
  readonly "value-outside-limits": Titled & {
    readonly value: string;
    readonly limit: string;
    readonly qualifier: string;
  };
  readonly "limits-reversed": Titled & {
    readonly smallest: string;
    readonly largest: string;
    readonly qualifiers: readonly [string, string];
  };
  readonly "map-key-without-meaning": Typed & { readonly key: string };
  readonly "map-key-out-of-range": Typed & {
    readonly key: string;
    readonly smallest: string;
    readonly largest: string;
  };
  readonly "duplicate-map-key": Titled & { readonly key: string };
  readonly "duplicate-map-label": Titled & { readonly label: string };
  readonly "bit-beyond-type": Typed & { readonly bit: string; readonly bits: number };
  readonly "bit-map-without-names": Titled;
}

export const valueCheckSentences: Catalogue<ValueCheckSentences> = {
  "value-of-another-type": {
    severity: "error",
    adjustable: true,
    message: ({ title, type, found }) => `${title} is ${type}, but its value is ${found}`,
  },
  "value-in-another-form": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type, found }) =>
      `${title} is ${type}, but its value is written as ${found}`,
    help: () => "Microsoft's compiler turns it into the type, others refuse it.",
  },
  "value-out-of-range": {
    severity: "error",
    adjustable: true,
    message: ({ title, type, value, smallest, largest }) =>
      `${title} is ${type}, which goes from ${smallest} to ${largest}, but its value is ${excerpt(value)}`,
  },
  "value-with-another-sign": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type, value, wrapped }) =>
      `${title} is ${type}, but its value is ${value}, which becomes ${wrapped}`,
    help: ({ wrapped }) => `Write ${wrapped}, or change the type.`,
  },
  "real-for-integer": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type, value }) => `${title} is ${type}, but its value is ${excerpt(value)}`,
    help: () => "It is rounded.",
  },
  "number-for-boolean": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title }) => `${title} is boolean, but its value is a number`,
    help: () => "Write TRUE or FALSE.",
  },
  "several-characters": {
    severity: "error",
    adjustable: true,
    message: ({ title }) => `${title} is char16, but its value is not one character`,
    help: () => "Write one character in single quotes, or declare a string.",
  },
  "malformed-datetime": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, value }) => `the value of ${title}, "${excerpt(value)}", is no datetime`,
    help: () =>
      'A point in time is "yyyymmddhhmmss.mmmmmm+utc", an interval "ddddddddhhmmss.mmmmmm:000".',
  },
  "array-for-scalar": {
    severity: "error",
    adjustable: true,
    message: ({ title, type }) => `${title} is ${type}, but its value is an array`,
    help: () => "Leave out the braces, or write [] behind the name.",
  },
  "scalar-for-array": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type }) => `${title} is ${type}, but its value is no array`,
    help: () => "Write the value in braces. It counts as an array of one.",
  },
  "too-many-elements": {
    severity: "error",
    adjustable: true,
    message: ({ title, type, count }) => `${title} is ${type}, but its value has ${count} elements`,
  },
  "value-outside-limits": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, value, limit, qualifier }) =>
      `the value of ${title} is ${excerpt(value)}, but its ${qualifier} is ${limit}`,
  },
  "limits-reversed": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, smallest, largest, qualifiers: [min, max] }) =>
      `no value fits ${title}: its ${min} is ${smallest}, its ${max} is ${largest}`,
  },
  "map-key-without-meaning": {
    severity: "warning",
    adjustable: true,
    message: ({ title, type, key }) =>
      `${title} is ${type}, which never has the value "${excerpt(key)}" of its map`,
    help: () => 'A key is a number or a range: "1", "2..4", "0x8000..", ".."',
  },
  "map-key-out-of-range": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type, key, smallest, largest }) =>
      `${title} is ${type}, which goes from ${smallest} to ${largest}, but its map has the key "${excerpt(key)}"`,
  },
  "duplicate-map-key": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, key }) => `the key "${excerpt(key)}" stands twice in the map of ${title}`,
    help: () => "Every key has one label: the first counts.",
  },
  "duplicate-map-label": {
    severity: "info",
    adjustable: true,
    message: ({ title, label }) => `two values of ${title} have the label "${excerpt(label)}"`,
  },
  "bit-beyond-type": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    message: ({ title, type, bit, bits }) =>
      `"${excerpt(bit)}" is no bit of ${title}: ${withArticle(type)} has the bits 0 to ${bits - 1}`,
    help: () => "BitMap names positions from 0, not masks.",
  },
  "bit-map-without-names": {
    severity: "warning",
    strict: "error",
    adjustable: true,
    absence: true,
    message: ({ title }) => `${title} has a BitMap, but no BitValues that name its bits`,
  },
};
