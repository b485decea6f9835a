import type { OverlaySentences } from "../catalogue/overlay.ts";
import type { Pages } from "./page.ts";

export const overlayPages: Pages<OverlaySentences> = {
  "overlay-damaged": {
    why: "An overlay states facts that the sources leave out, as JSON or YAML of a fixed shape. Something in the file is not of that shape.",
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
  "overlay-value-misfit": {
    why: "Values that have names are those that the element can have: numbers in the range of an integer type, or any text for a string. Where the source has a BitMap, they are positions of bits.",
  },
};
