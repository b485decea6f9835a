/** What can be said about documentation pages, and what was made of what is wrong on them. */
import type { Catalogue, InFile, Member, Named } from "../sentence.ts";
import { excerpt, listed } from "./checks/phrases.ts";

export interface PageSentences {
  readonly "page-front-matter": InFile & { readonly reason: string };
  readonly "page-not-reference": InFile & { readonly reason: string };
  readonly "page-nothing-declared": {
    readonly paths: readonly string[];
    /** How many pages are not among the paths. */
    readonly more: number;
  };
  readonly "page-name-differs": Named & {
    readonly kind: "class" | "method";
    readonly other: string;
  };
  readonly "page-character-replaced": { readonly written: string; readonly read: string };
  readonly "page-mark-missing": { readonly mark: string; readonly behind: string };
  readonly "page-mark-superfluous": { readonly mark: string };
  readonly "page-type-missing": Named & {
    readonly type: string;
    readonly from: "list" | "name" | "returns";
  };
  readonly "page-reference-repaired": { readonly written: string; readonly read: string };
  readonly "page-default-unquoted": Named & { readonly written: string };
  readonly "page-default-left-out": Named & { readonly written: string };
  readonly "page-superclass-cut-off": { readonly className: string };
  readonly "page-type-differs": Named & { readonly declared: string; readonly listed: string };
  readonly "page-direction-differs": Named & { readonly declared: string; readonly listed: string };
  readonly "page-direction-missing": Named & {
    /** What the description says. */
    readonly direction?: string;
    /** What stands in its place. */
    readonly written?: string;
  };
  readonly "page-list-mismatch": {
    /** The class or the method. */
    readonly owner: string;
    readonly kind: "property" | "parameter";
    readonly names: readonly string[];
  };
  readonly "page-namespace-repaired": {
    readonly written: string;
    readonly read: string;
    readonly pages: number;
  };
  readonly "page-namespace-differs": Named & {
    readonly namespace: string;
    readonly other: string;
  };
  readonly "page-without-namespace": { readonly className: string };
  readonly "page-class-missing": { readonly className: string; readonly names: readonly string[] };
  readonly "page-method-unknown": { readonly className: string; readonly names: readonly string[] };
  readonly "page-superclass-unknown": { readonly className: string; readonly superclass: string };
  readonly "page-contradiction": Member;
}

export const pageSentences: Catalogue<PageSentences> = {
  "page-front-matter": {
    severity: "warning",
    adjustable: true,
    message: ({ path, reason }) => `the YAML above ${path} cannot be read: ${reason}`,
    help: () => "The page is read without it: its headings and its syntax say what it is about.",
  },
  "page-not-reference": {
    severity: "warning",
    adjustable: true,
    message: ({ path, reason }) => `${path} is no reference page: ${reason}`,
    help: () => "Only pages about one class or one method say what can be called; leave it out.",
  },
  "page-nothing-declared": {
    severity: "error",
    message: ({ paths, more }) =>
      more > 0
        ? `no class is declared on ${paths.join(", ")} and ${more} more pages`
        : `no class is declared on ${listed(paths, "and")}`,
    help: () =>
      "A reference page names one class or one method in `api_name` or in its heading, and declares it in a block below Syntax. The pages of a folder are read when it has no .mof file.",
  },
  "page-name-differs": {
    severity: "warning",
    adjustable: true,
    message: ({ kind, name, other }) => `the ${kind} ${name} is called ${other} here`,
    help: ({ name }) => `The page is read as that of ${name}.`,
  },
  "page-character-replaced": {
    severity: "warning",
    adjustable: true,
    message: ({ written, read }) => `${written} stands in code, and is read as ${read}`,
  },
  "page-mark-missing": {
    severity: "warning",
    adjustable: true,
    message: ({ mark, behind }) => `"${mark}" is missing behind ${behind}, and is read there`,
  },
  "page-mark-superfluous": {
    severity: "warning",
    adjustable: true,
    message: ({ mark }) => `"${mark}" stands here for nothing, and is passed over`,
  },
  "page-type-missing": {
    severity: "warning",
    adjustable: true,
    message: ({ name, type, from }) => `${name} has no type, and is read as ${type} ${known(from)}`,
    help: ({ from }) =>
      from === "name" ? "If it is another type, generate from MOF instead of the page." : undefined,
  },
  "page-reference-repaired": {
    severity: "warning",
    adjustable: true,
    message: ({ written, read }) => `${excerpt(written)} is read as ${read}`,
  },
  "page-default-unquoted": {
    severity: "warning",
    adjustable: true,
    message: ({ name, written }) => `the default of ${name} is read as "${excerpt(written)}"`,
  },
  "page-default-left-out": {
    severity: "warning",
    adjustable: true,
    message: ({ name, written }) =>
      `${written === "" ? "nothing" : excerpt(written)} is no default of ${name}, which is read without one`,
  },
  "page-superclass-cut-off": {
    severity: "warning",
    adjustable: true,
    message: ({ className }) =>
      `the name of the superclass of ${className} is cut off, so it is read without one`,
  },
  "page-type-differs": {
    severity: "warning",
    adjustable: true,
    message: ({ name, declared, listed }) =>
      `${name} is declared as ${declared}, but its description says ${listed}`,
    help: () => "The declaration counts.",
  },
  "page-direction-differs": {
    severity: "warning",
    adjustable: true,
    message: ({ name, declared, listed }) =>
      `${name} is declared as [${declared}], but its description says [${listed}]`,
    help: () => "The declaration counts.",
  },
  "page-direction-missing": {
    severity: "warning",
    adjustable: true,
    message: ({ name, direction, written = "" }) =>
      direction === undefined
        ? `[${excerpt(written)}] is no direction that MOF has, so that ${name} is read as an input`
        : `the declaration does not say how ${name} is passed, which is read as [${direction}] as its description says`,
    help: () => "State [in], [out] or [in, out] in front of the type.",
  },
  "page-list-mismatch": {
    severity: "warning",
    adjustable: true,
    message: ({ owner, kind, names }) =>
      `${owner} declares no ${kind} that is called ${listed(names.map(excerpt), "or")}`,
    help: () => "What the page says about it belongs to no element, and is left out.",
  },
  "page-namespace-repaired": {
    severity: "warning",
    adjustable: true,
    message: ({ written, read, pages }) =>
      `the namespace "${excerpt(written)}"${pages > 1 ? `, on ${pages} pages,` : ""} is read as ${read}`,
  },
  "page-namespace-differs": {
    severity: "warning",
    adjustable: true,
    message: ({ name, namespace, other }) =>
      `this page says that ${name} is in ${other}, but the page of ${name}, which leads here, says ${namespace}`,
    help: () => "The page of the class counts.",
  },
  "page-without-namespace": {
    severity: "info",
    adjustable: true,
    message: ({ className }) => `no page says which namespace ${className} is in`,
    help: () => "--default-namespace says it for all classes of which it is not known.",
  },
  "page-class-missing": {
    severity: "info",
    adjustable: true,
    message: ({ className, names }) =>
      `no page is about ${className}, only about ${some(names)} of it: its properties and keys are unknown`,
    help: ({ className }) => `Add the page of ${className}.`,
  },
  "page-method-unknown": {
    severity: "info",
    adjustable: true,
    message: ({ className, names }) =>
      `${className} has ${some(names)}, but no page says how to call ${names.length === 1 ? "it" : "them"}`,
    help: () => "Add their pages.",
  },
  "page-superclass-unknown": {
    severity: "info",
    adjustable: true,
    message: ({ className, superclass }) =>
      `${className} extends ${superclass}, which no page declares, so it is read as a class of its own`,
    help: ({ superclass }) =>
      `Add the page of ${superclass}. Pages usually repeat what is inherited, so that little is missing.`,
  },
  "page-contradiction": {
    severity: "warning",
    adjustable: true,
    message: ({ className, name }) =>
      `${className}.${name} is declared differently on another page`,
  },
};

function known(from: "list" | "name" | "returns"): string {
  switch (from) {
    case "list":
      return "as its description says";
    case "name":
      return "because of what it is called";
    case "returns":
    default:
      return "because its return values are numbers";
  }
}

/** The first of many names. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(excerpt);
  const more = names.length - shown.length;
  return more > 0
    ? `${shown.join(", ")} and ${more} more methods`
    : `the method${names.length === 1 ? "" : "s"} ${listed(shown, "and")}`;
}
