import type { Span } from "../../source/index.ts";
import type { CimType } from "../schema.ts";
import { ownerOf } from "./walk/element.ts";
import { perAnalysis } from "./walk/per-analysis.ts";
import type { Rule } from "./walk/rule.ts";
import type { ClassSubject, Element, Place } from "./walk/subject.ts";
import { titleOf } from "./walk/words.ts";

/**
 * Classes name each other inside their namespace. Where it does not have a class, and several
 * others do, it is a guess which one is meant: `findClass` takes the first.
 */
export const ambiguousClass: Rule = {
  codes: ["ambiguous-class"],
  class(subject) {
    const { node, cls, place } = subject;
    if (node.superclass && cls.superclass) {
      report(subject, cls.superclass.name, node.superclass, place);
    }
  },
  property: (subject) => reportType(subject, subject.property.type, subject.owner.place),
  method: (subject) => reportType(subject, subject.method.returns?.type, subject.owner.place),
  parameter(subject) {
    reportType(subject, subject.parameter.type, subject.owner.owner.place);
  },
};

function reportType(
  subject: Exclude<Element, ClassSubject>,
  type: CimType | undefined,
  place: Place,
): void {
  if (type?.kind !== "reference" && type?.kind !== "embedded-instance") return;
  if (type.className === undefined) return;
  const { node } = subject;
  const written = node.type.name;
  // EmbeddedInstance names the class of a string.
  const isNamed = written.text.toLowerCase() === type.className.toLowerCase();
  report(subject, type.className, isNamed ? written : node.name, place);
}

function report(subject: Element, className: string, span: Span, place: Place): void {
  const namespaces = homes(place.analysis).get(className.toLowerCase());
  const { namespace } = ownerOf(subject);
  if (!namespaces || namespaces.has(namespace.toLowerCase())) return;
  const sentence = { title: titleOf(subject), className, namespace };
  place.report("ambiguous-class", { ...sentence, homes: [...namespaces.values()] }, span);
}

/** Of names that several namespaces declare, those namespaces: in lower case, and as written. */
const homes = perAnalysis(({ classes }) => {
  const byName = new Map<string, Map<string, string>>();
  for (const { cls } of classes) {
    const name = cls.name.toLowerCase();
    const namespaces = byName.get(name) ?? new Map<string, string>();
    byName.set(name, namespaces.set(cls.namespace.toLowerCase(), cls.namespace));
  }
  return new Map([...byName].filter(([, { size }]) => size > 1));
});
