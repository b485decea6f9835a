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
  "overlay-unknown-class": {
    why: "An overlay states facts about classes that a source declares; it adds none. If no source declares the class, its name or its namespace is misspelt, or the file that declares it was not read.",
  },
  "overlay-ambiguous-class": {
    why: "Classes of one name in several namespaces are different classes, and what is true of one need not be true of the other. Where an overlay states no namespace, only one may have the class.",
  },
  "overlay-unknown-property": {
    why: "What is stated of a property is stated where it is declared, so that every subclass has it. A property of another name is misspelt, and one that is inherited is overlaid at the class that declares it.",
  },
  "overlay-unknown-method": {
    why: "What is stated of a method is stated where it is declared, so that every subclass has it. A method of another name is misspelt, and one that is inherited is overlaid at the class that declares it.",
  },
  "overlay-unknown-parameter": {
    why: "An overlay states facts about parameters that the method has; it adds none. One of another name is misspelt, or belongs to another method.",
  },
  "overlay-key-inherited": {
    why: "The keys of a class are those of its superclass and those that it declares itself. A property that it only inherits is the same one in all subclasses of the class that declares it, so that it is a key there or nowhere.",
  },
  "overlay-without-effect": {
    why: "What is stated here is the case already, or can never be the case. Whoever wrote it expects something else to happen, so it is told instead of being passed over.",
  },
  "overlay-value-misfit": {
    why: "Values that have names are those that the element can have: numbers in the range of an integer type, or any text for a string. Where the source has a BitMap, they are positions of bits.",
  },
};
