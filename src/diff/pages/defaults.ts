import type { ElementRules } from "../catalogue/elements.ts";
import { qualified, reversed, member, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

const added: Example = member("uint32 Speed;", "uint32 Speed = 900;");
const addedInput: Example = qualifiedBy("uint32 Speed;", "uint32 Speed = 900;");

function qualifiedBy(before: string, after: string): Example {
  return {
    old: qualified("Write", "", before).old,
    new: qualified("", "Write", after).new,
  };
}

/** Pages for the values that are there when nobody has given any. */
export const defaultPages: RulePages<
  Pick<ElementRules, Extract<keyof ElementRules, `default-${string}`>>
> = {
  "default-added": {
    title: "Something that is read has a default now",
    why: "Types are as before. A new instance may have this value where an old client expects none, and providers have to start with it.",
    compatible: "Take the value that providers started with anyway.",
    ...added,
  },
  "default-added-input": {
    title: "Something that is written has a default now",
    why: "Types are as before. An old client that gives no value gets this one now, and providers have to put it in.",
    compatible: "Take the value that providers put in anyway.",
    ...addedInput,
  },
  "default-removed": {
    title: "Something that is read has no default any more",
    why: "Types are as before. A new instance may have no value where an old client expects the default.",
    compatible: "Go on to start with the value in the providers.",
    ...reversed(added),
  },
  "default-removed-input": {
    title: "Something that is written has no default any more",
    why: "Types are as before. An old client that gives no value, because the default would do, may be left without one.",
    compatible: "Go on to put the value in when none is given.",
    ...reversed(addedInput),
  },
  "default-changed": {
    title: "Something that is read has another default",
    why: "Types are as before. A new instance starts with another value than an old client expects, and providers have to start with it.",
    compatible: "Leave the default as it is, and set the new value where it is needed.",
    ...member("uint32 Speed = 900;", "uint32 Speed = 1200;"),
  },
  "default-changed-input": {
    title: "Something that is written has another default",
    why: "Types are as before. An old client that gives no value gets another one than it did before.",
    compatible: "Leave the default as it is, and let new clients give the new value.",
    ...qualifiedBy("uint32 Speed = 900;", "uint32 Speed = 1200;"),
  },
};
