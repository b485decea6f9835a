/** What a page says about the class or the method it is about, whichever it is. */
import type { Qualifier } from "../../ast/index.ts";
import type { PageText, Requirement } from "../page.ts";
import { helpLink } from "./help-link.ts";
import { readNamespace } from "./namespace.ts";
import type { PageOptions } from "./options.ts";
import type { Placed } from "./place.ts";
import { listQualifier, textQualifier } from "./qualifiers.ts";

/** `Remarks`, `Requirements` and `HelpLink`. */
export function pageQualifiers(placed: Placed, options: PageOptions): readonly Qualifier[] {
  const { page } = placed;
  const rows = page.requirements.filter(({ kind }) => kind !== "header");
  const link = helpLink(page, options);
  const { start } = page.heading ?? placed.node.name;
  return [
    ...textQualifier("Remarks", page.remarks),
    ...listQualifier(
      "Requirements",
      rows.map((row) => rowText(row, placed)),
    ),
    ...textQualifier(
      "HelpLink",
      link === undefined ? undefined : { text: link, start, end: start },
    ),
  ];
}

/** `label: value`, in the language of the page, with names as they were before it was translated. */
function rowText({ kind, label, value, start, end }: Requirement, placed: Placed): PageText {
  return { text: `${label.text}: ${valueText(kind, value.text, placed)}`, start, end };
}

function valueText(kind: Requirement["kind"], text: string, { namespace }: Placed): string {
  switch (kind) {
    case "namespace":
      return readNamespace(text).kind === "damaged" ? (namespace ?? text) : text;
    case "mof":
    case "library":
      return text.replace(/\.\s+(?=\w+$)/, ".");
    default:
      return text;
  }
}
