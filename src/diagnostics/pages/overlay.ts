import type { OverlaySentences } from "../catalogue/overlay.ts";
import type { Pages } from "./page.ts";

export const overlayPages: Pages<OverlaySentences> = {
  "overlay-damaged": {
    why: "An overlay states facts that the sources leave out, as JSON or YAML 1.2 of a fixed shape. This file is neither, or it is one that nobody wrote by hand: several documents, values with tags, hundreds of levels, or aliases that stand for more than anybody can read.",
  },
  "overlay-unknown-member": {
    why: "A member that is misspelt would state nothing, and nobody would notice. So members that an overlay does not have are mistakes.",
  },
  "overlay-wrong-type": {
    why: "Every member of an overlay has one type: facts are true or false, names of values are texts, or null to take away a name that the source gives. In YAML a word that looks like a number is one, unless it stands in quotes.",
  },
  "overlay-text-for-boolean": {
    why: "Overlays are read as YAML 1.2, in which the words true and false alone are booleans. Older readers took yes, no, on and off for booleans as well, which also made them of texts that only looked like it.",
  },
  "overlay-bad-name": {
    why: "Classes, properties, methods and parameters have names of letters, digits and underscores (DSP0004 annex A). A fact about anything else would be a fact about nothing.",
  },
  "overlay-duplicate": {
    why: "What is stated twice may be stated differently, and then nobody knows what counts. Names are compared without regard to case, as everywhere in CIM (DSP0004 5.1.1), and values as numbers.",
  },
  "overlay-merge-key": {
    why: "YAML 1.1 had the key <<, which put the members of another object beside those that were written. YAML 1.2 has it no more, and in an overlay it would hide what is stated about which class.",
  },
};
