import type { MapWord, ValueMapRules } from "../catalogue/value-maps.ts";
import { qualified, reversed, type Example } from "./mof.ts";
import type { RulePage, RulePages } from "./page.ts";

/** Named values and named bits. */
interface Words {
  readonly keys: string;
  readonly labels: string;
  readonly one: string;
  readonly several: string;
}

const words: Readonly<Record<MapWord, Words>> = {
  valuemap: { keys: "ValueMap", labels: "Values", one: "value", several: "values" },
  bitmap: { keys: "BitMap", labels: "BitValues", one: "bit", several: "bits" },
};

const declaration = "uint32 State;";

type Names = Readonly<Record<string, string>>;

const two: Names = { "0": "Stopped", "1": "Running" };
const three: Names = { ...two, "2": "Broken" };

export const valueMapPages: RulePages<ValueMapRules> = {
  "valuemap-entry-added": entryAdded("valuemap"),
  "valuemap-entry-added-input": entryAddedInput("valuemap"),
  "valuemap-entry-added-inout": entryAddedInout("valuemap"),
  "valuemap-entry-removed": entryRemoved("valuemap"),
  "valuemap-entry-removed-input": entryRemovedInput("valuemap"),
  "valuemap-value-renamed": renamed("valuemap"),
  "valuemap-value-reassigned": reassigned("valuemap"),
  "valuemap-range-changed": rangeChanged("valuemap"),
  "valuemap-added": added("valuemap"),
  "valuemap-removed": removed("valuemap"),
  "bitmap-entry-added": entryAdded("bitmap"),
  "bitmap-entry-added-input": entryAddedInput("bitmap"),
  "bitmap-entry-added-inout": entryAddedInout("bitmap"),
  "bitmap-entry-removed": entryRemoved("bitmap"),
  "bitmap-entry-removed-input": entryRemovedInput("bitmap"),
  "bitmap-value-renamed": renamed("bitmap"),
  "bitmap-value-reassigned": reassigned("bitmap"),
  "bitmap-range-changed": rangeChanged("bitmap"),
  "bitmap-added": added("bitmap"),
  "bitmap-removed": removed("bitmap"),
};

function entryAdded(word: MapWord): RulePage {
  const { one } = words[word];
  return {
    title: `A named ${one} that is read was added`,
    why: `Code still compiles, since the generated type takes any number. An old client may be given a ${one} that it has no case for.`,
    compatible: `Let clients treat an unknown ${one} as unknown, and nothing else is to be done.`,
    ...example(word, two, three, ""),
  };
}

function entryAddedInput(word: MapWord): RulePage {
  const { one } = words[word];
  return {
    title: `A named ${one} that is written was added`,
    why: `Code and old clients go on to write what they wrote. Providers have to know what the new ${one} asks for.`,
    compatible: "Nothing is to be done by clients. Change the providers before the schema.",
    ...example(word, two, three, "Read(FALSE), Write"),
  };
}

function entryAddedInout(word: MapWord): RulePage {
  const { one } = words[word];
  return {
    title: `A named ${one} that is read and written was added`,
    why: `Code still compiles, since the generated type takes any number. An old client may be given a ${one} that it has no case for, and providers have to know what it asks for.`,
    compatible: `Let clients treat an unknown ${one} as unknown, and change the providers before the schema.`,
    ...example(word, two, three, "Write"),
  };
}

function entryRemoved(word: MapWord): RulePage {
  const { one } = words[word];
  return {
    title: `A named ${one} that is read was removed`,
    why: `Code that uses the constant no longer compiles. An old client waits for a ${one} that does not come any more, and providers have to answer with another one.`,
    compatible: `Keep the entry and say in the description that the ${one} is no longer used.`,
    ...example(word, three, two, ""),
  };
}

function entryRemovedInput(word: MapWord): RulePage {
  const { one } = words[word];
  return {
    title: `A named ${one} that is written was removed`,
    why: `Code that uses the constant no longer compiles. An old client that writes the ${one} is refused, or misunderstood.`,
    compatible: `Keep the entry, go on to accept the ${one}, and deprecate it in the description.`,
    ...example(word, three, two, "Read(FALSE), Write"),
  };
}

function renamed(word: MapWord): RulePage {
  const { one } = words[word];
  return {
    title: `A named ${one} has another name`,
    why: `The number is the same, so nothing changes on the wire. The generated constant has the new name, and code that uses the old one no longer compiles.`,
    compatible: "Keep the old name until the next major version, even if it is misspelt.",
    ...example(word, { ...two, "2": "Broken" }, { ...two, "2": "Failed" }, ""),
  };
}

function reassigned(word: MapWord): RulePage {
  const { one, several } = words[word];
  return {
    title: `A name stands for another ${one}`,
    why: `Code still compiles, and after the next build it sends and expects another number. Old clients and new providers misunderstand one another, and nothing tells them.`,
    compatible: `Leave all ${several} as they are, and add new ones with new names at the end.`,
    ...example(word, { "0": "Stopped", "1": "Running" }, { "0": "Stopped", "2": "Running" }, ""),
  };
}

function rangeChanged(word: MapWord): RulePage {
  const { one, several } = words[word];
  return {
    title: `A range of ${several} has changed`,
    why: `A range says which ${several} somebody may use without a name. Types are as before, but a ${one} that was free may be reserved now, or the other way round.`,
    compatible: `Do not take a range away in which there are ${several} in use.`,
    ...example(word, { ...two, "2..15": "Reserved" }, { ...two, "2..31": "Reserved" }, ""),
  };
}

function added(word: MapWord): RulePage {
  const { several } = words[word];
  return {
    title: `The ${several} of a number have names now`,
    why: `A type and a constant are generated that were not there before, and their names may clash with others in your code. On the wire the ${several} are what they were.`,
    compatible:
      "Nothing is to be done, as long as the names say what the numbers have always meant.",
    ...nameless(word),
  };
}

function removed(word: MapWord): RulePage {
  const { several } = words[word];
  return {
    title: `The ${several} of a number have no names any more`,
    why: `Code that uses the generated constants no longer compiles. On the wire the ${several} are what they were.`,
    compatible: "Keep the names until the next major version.",
    ...reversed(nameless(word)),
  };
}

function nameless(word: MapWord): Example {
  return qualified("", named(word, two), declaration);
}

function example(word: MapWord, before: Names, after: Names, access: string): Example {
  const [old, now] = [before, after].map((names) =>
    [...(access === "" ? [] : [access]), named(word, names)].join(", "),
  );
  return qualified(old ?? "", now ?? "", declaration);
}

function named(word: MapWord, names: Names): string {
  const { keys, labels } = words[word];
  return `${keys} {${quoted(Object.keys(names))}}, ${labels} {${quoted(Object.values(names))}}`;
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => JSON.stringify(text)).join(", ");
}
