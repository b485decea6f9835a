import type { QualifierRules } from "../catalogue/qualifiers.ts";
import { inClass, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

/** A class of some version, `""` for none. */
function version(text: string): string {
  return text === "" ? inClass() : `[Version("${text}")] ${inClass()}`;
}

function versions(before: string, after: string): Example {
  return { old: version(before), new: version(after) };
}

/** Pages for the versions of classes. */
export const versionPages: RulePages<
  Pick<QualifierRules, Extract<keyof QualifierRules, `version-${string}`>>
> = {
  "version-not-bumped": {
    title: "A class has changed but its version has not",
    why: "Implementers look at the version of a class to see whether they are up to date. They take the class for the one that they know.",
    compatible: "Raise the version of the class together with the change.",
    old: version("1.2.0"),
    new: `[Version("1.2.0")] ${inClass("uint32 Speed;")}`,
  },
  "version-decreased": {
    title: "The version of a class decreased",
    why: "Versions count upwards. Implementers who look at them take the class for an older one, and may not notice what is new.",
    compatible: "Raise the version, even if the class is again what it was.",
    ...versions("1.2.0", "1.1.0"),
  },
  "version-removed": {
    title: "A class no longer has a version",
    why: "Implementers cannot see any more which state of the class they are looking at.",
    compatible: "Keep the version, and raise it when the class changes.",
    ...versions("1.2.0", ""),
  },
  "version-added": {
    title: "A class has a version now",
    why: "Nothing changes for code and clients. Implementers can see which state of the class they are looking at.",
    compatible: "Nothing is to be done.",
    ...reversed(versions("1.2.0", "")),
  },
  "version-major-changed": {
    title: "A class has another major version",
    why: "A new major version announces that something breaks. Implementers have to find out what it is, in the other changes or in the descriptions.",
    compatible: "Where nothing breaks, raise the second number instead.",
    ...versions("1.2.0", "2.0.0"),
  },
  "version-changed": {
    title: "A class has a higher version",
    why: "That is how it ought to be when a class changes. Nobody is hurt.",
    compatible: "Nothing is to be done.",
    ...versions("1.1.0", "1.2.0"),
  },
};
