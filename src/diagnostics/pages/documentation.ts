import type { DocumentationSentences } from "../catalogue/documentation.ts";
import type { Pages } from "./page.ts";

export const documentationPages: Pages<DocumentationSentences> = {
  "page-front-matter": {
    why: "The lines between the dashes above a page are YAML and say in `api_name` which class and which members it is about. They cannot be read, so only the heading and the syntax tell, and a page whose heading is translated may be taken for none.",
  },
  "page-not-reference": {
    why: "A page declares something when it is about one class or one method of a class: its front matter names them in `api_name`, or its heading does, and its Syntax section holds the declaration. Tutorials and overviews show several classes, or parts of some, as examples; nobody can call those.",
  },
  "documentation-other-namespace": {
    why: "A page is matched with the class of its namespace and name. Where that namespace does not have the class, and only one other does, that one is meant: pages name namespaces wrongly, and sources are compiled into others.",
  },
  "documentation-ambiguous-class": {
    why: "Classes of one name in several namespaces are different classes. A page that names no namespace, or one that has no such class, could be about any of them, so that its texts are given to none.",
  },
  "documentation-unused": {
    why: "Pages were named that were to describe the classes of the sources, and all of them are about others. What they say is nowhere in the output.",
  },
  "documentation-unknown-member": {
    why: "The page and the source are of different versions, or one of them is misspelt. The texts of the page go nowhere, since a page that only describes adds no members.",
  },
  "documentation-other-type": {
    why: "The page and the source are of different versions, or one of them is wrong. The source is what a server was made from, so that its type is generated; the page is worth a look where values do not arrive as expected.",
  },
  "documentation-other-direction": {
    why: "The page and the source are of different versions, or one of them is wrong. The source decides whether a parameter is an argument or a part of the result.",
  },
  "documentation-other-parameters": {
    why: "The page and the source are of different versions, or a name is misspelt in one of them. Parameters that only the page has are not generated, and those that it leaves out have no text.",
  },
  "documentation-other-fact": {
    why: "The page and the source are of different versions, or one of them is wrong: about the superclass, about whether a method is static, or about whether a property can be written, must have a value and how long it may be. The source is what a server was made from, so it counts. If the page is right, an overlay can state most of it.",
  },
  "documentation-other-key": {
    why: "Keys name an instance, so that a wrong one makes it unreachable. The source decides; if the page is right, state the keys of the class in an overlay.",
  },
  "documentation-value-out-of-range": {
    why: "The page lists a number that is no value of the type that the source declares, so it can never arrive. The page means another type, or writes a number of 32 bits with a sign that it does not have.",
  },
  "documentation-other-values": {
    why: "The page and the source give one value different names, so that readers of the one will not find it in the other. The name of the source is generated; if the page is right, state it in an overlay.",
  },
  "page-nothing-declared": {
    why: "Pages were given, but none of them is the page of a class or of a method. An index links to such pages, and a tutorial shows classes as examples. Without an error, files of earlier runs would be removed.",
  },
  "page-name-differs": {
    why: "A page states its name several times: in `api_name`, in its heading and in what it declares. Authors begin with a copy of another page, so that two of them may still be those of the other. The name that the page's file has counts, or `api_name` where the file has none of them.",
  },
  "page-character-replaced": {
    why: "Word processors, translations and HTML leave characters in code that MOF does not have: curly quotation marks, blanks that do not break, `&amp;`. Each is read as what was typed once.",
  },
  "page-mark-missing": {
    why: "Without the mark the declaration cannot be read. It is clear from the lines where it belongs: a member ends where the next one begins, and a block where the text ends.",
  },
  "page-mark-superfluous": {
    why: "Two commas with nothing between them, or three dots in place of what was left out, are not MOF. What they stand for cannot be known, so they are passed over.",
  },
  "page-type-missing": {
    why: "A member without a type cannot be declared. The page may say the type in its list of properties; a member that is a key or called a name is a string in nearly every class. A member for which nothing of that is known stays a mistake.",
  },
  "page-reference-repaired": {
    why: "A reference to an instance is written `Class REF Name`. Pages also write `[ref] Class &Name`, as C++ has it, and `uint32 REF Name`, although values cannot be referred to.",
  },
  "page-default-unquoted": {
    why: "Strings and points in time are written in quotation marks, which the page left out. What stands there is taken as the text.",
  },
  "page-default-left-out": {
    why: "Behind the equals sign stands nothing, or something that is no value of the type. What is generated does not have the default; everything else about the element is as the page says.",
  },
  "page-superclass-cut-off": {
    why: "Behind the colon the name of the superclass is missing, or only its beginning is there. Pages repeat what a class inherits, so that its members are known nevertheless.",
  },
  "page-type-differs": {
    why: "The block declares the property with one type, and its description in the list names another. The block is closer to the MOF that the page was made from, so it counts. If the description is right, state the type in MOF.",
  },
  "page-direction-differs": {
    why: "The signature says how a parameter is passed, and so does the list below it. One of them is wrong: a parameter that is an output is a part of the result, not an argument. The signature is closer to the MOF that the page was made from, so it counts.",
  },
  "page-direction-missing": {
    why: "A parameter of which nothing is said is an input. Where the signature is silent, the list of parameters may say that it is an output; where a translation has turned the words of the signature into those of its language, nothing says it.",
  },
  "page-list-mismatch": {
    why: "The list describes something that the declaration does not have, by name or, on translated pages, by its place. Attached to the nearest element, a description would be about something else.",
  },
  "page-namespace-repaired": {
    why: "Machine translation takes a namespace for words: it translates `Root`, turns the parts around and puts blanks between them. The parts are put in order, the root in front, or as other pages write the same parts. If the result is wrong, correct the row, or read the page together with one that writes the namespace undamaged, such as that in the language it was written in.",
  },
  "page-namespace-differs": {
    why: "A class is in one namespace with its methods. The page of the class links that of the method, so that both are about the same class, and one of the namespaces is misspelt.",
  },
  "page-without-namespace": {
    why: "The page has no row for the namespace, and no page of the same class or of the same MOF file has one. The class is read as one of the default namespace, in which servers may not have it.",
  },
  "page-class-missing": {
    why: "The page of a method says how to call it, and nothing about the class around it. Without keys an instance cannot be addressed, so the method can be called only on what was read before.",
  },
  "page-method-unknown": {
    why: "The page of the class lists the method, but its parameters stand on a page of its own, which is not among those that were read. The method is left out of what is generated.",
  },
  "page-superclass-unknown": {
    why: "A class that extends one that nobody declares cannot be generated. Pages usually show a class with all that it inherits, so it is read as a class without a superclass. Where the superclass is needed as a type, add its page or its MOF.",
  },
  "page-contradiction": {
    why: "Two pages declare the same member with other types or parameters. The page of a method counts more than that of its class, and of two pages of a class the first.",
  },
};
