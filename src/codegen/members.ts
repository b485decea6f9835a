/** Properties and methods as lines of an interface. */
import type { CimClass, CimMethod, CimProperty } from "../model/index.ts";
import { comment } from "./comment.ts";
import type { FileContext } from "./context.ts";
import { methodParagraphs, propertyParagraphs } from "./paragraphs.ts";
import { type Field, fieldText } from "./fields.ts";
import { typeKey } from "./identifiers.ts";
import { contractMethod } from "./signature.ts";
import { propertyType } from "./ts-type.ts";
import type { MemberView } from "./view.ts";

/** A property of the interface. */
export function propertyView(
  cls: CimClass,
  property: CimProperty,
  context: FileContext,
): MemberView {
  const field: Field = {
    name: `readonly ${typeKey(property.name)}`,
    type: propertyType(cls, property, context),
    nullable: !property.key && !property.required,
    comment: propertyParagraphs(property),
  };
  const text = comment(field.comment, 2);
  return { comment: text, text: fieldText(field, 2), apart: false };
}

/** A method of the interface; notes stand behind its description. */
export function methodView(
  cls: CimClass,
  method: CimMethod,
  context: FileContext,
  notes: readonly string[] = [],
): MemberView {
  return {
    comment: comment(methodParagraphs(cls, method, notes), 2),
    text: contractMethod(cls, method, context),
    apart: true,
  };
}

/** An empty line stands between methods, and between the last property and the first method. */
export function separated(members: readonly MemberView[]): MemberView[] {
  return members.map((member, index) => ({ ...member, apart: index > 0 && member.apart }));
}
