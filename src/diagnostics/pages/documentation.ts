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
  "documentation-other-key": {
    why: "Keys name an instance, so that a wrong one makes it unreachable. The source decides; if the page is right, state the keys of the class in an overlay.",
  },
  "documentation-other-values": {
    why: "The page and the source give one value different names, so that readers of the one will not find it in the other. The name of the source is generated; if the page is right, state it in an overlay.",
  },
};
