import { diff, judge, type Policy } from "../../src/diff/index.ts";
import type { DiffReport } from "../../src/diff/formats/report.ts";
import type { Schema } from "../../src/model/index.ts";
import { schemaOf } from "./changes.ts";

/** A report and the schemas that it is about. */
export interface Sample {
  readonly report: DiffReport;
  readonly schemas: { readonly old: Schema; readonly new: Schema };
}

/** The report of two texts. */
export function sampleOf(old: string, now: string, policy: Policy = {}): Sample {
  const schemas = {
    old: schemaOf("old.mof", old).schema,
    new: schemaOf("new.mof", now).schema,
  };
  const judgement = judge(diff(schemas.old, schemas.new), policy);
  return { report: { old: "old.mof", new: "new.mof", judgement }, schemas };
}

/** Texts that mean something to whatever reads a report: no character of MOF names, but of its strings. */
export const hostile: string = String.raw`</script><img src=x onerror=alert(1)> "'&]]> {0} [a](javascript:b) @user #12 ${"`"}code${"`"} | * _ ::error::x %0A `;

/** A text as MOF writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** So many classes with a property each, of which every type changes. */
export function many(count: number): Sample {
  const classes = (type: string): string =>
    Array.from(
      { length: count },
      (_, index) =>
        `class CIM_Thing${index} { [Key] string Name; [Description("Of number ${index}.")] ${type} Value; };\n`,
    ).join("");
  return sampleOf(classes("uint32"), classes("string"));
}
