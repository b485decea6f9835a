/** Reports that the tests of the page show. */
import { diff } from "../../../src/diff/index.ts";
import type { DiffReport } from "../../../src/diff/formats/report.ts";
import { judge } from "../../../src/diff/judge/judge.ts";
import type { Policy } from "../../../src/diff/judge/policy.ts";
import { resolve, type Schema } from "../../../src/model/index.ts";
import { parse } from "../../../src/parse/index.ts";

/** A report and the schemas that it is about. */
export interface Sample {
  readonly report: DiffReport;
  readonly schemas: { readonly old: Schema; readonly new: Schema };
}

/** Compares two texts of MOF. */
export function sampleOf(old: string, now: string, policy: Policy = {}): Sample {
  const schemas = { old: schemaOf("old/fan.mof", old), new: schemaOf("new/fan.mof", now) };
  return reportOf(schemas, policy);
}

/** Compares two schemas. */
export function reportOf(schemas: Sample["schemas"], policy: Policy = {}): Sample {
  const judgement = judge(diff(schemas.old, schemas.new), policy);
  const semver = { old: "1.4.0", new: "1.5.0", needed: "2.0.0", enough: false };
  return { report: { old: "v1.4.0", new: "feature/fans", judgement, semver }, schemas };
}

function schemaOf(name: string, text: string): Schema {
  const { value } = parse({ name, text });
  return resolve({ roots: [value], includes: new Map() }, { defaultNamespace: "root/acme" }).value;
}

const base = `
[Abstract, Description("The top of everything.")]
class ACME_Element { [Key] string Id; string Caption; };

[Description("Whatever moves air through a chassis.")]
class ACME_Fan : ACME_Element {
  [Description("How fast the fan turns, in turns each minute."), Units("Revolutions per Minute")]
  uint32 Speed;
  [Write, MaxLen(64), Description("A name that people give to the fan, so that they find it again in long lists of fans and need not look at numbers.")]
  string Label;
  [ValueMap{"0","1","2"}, Values{"Unknown","On","Off"}]
  uint16 State;
  [Deprecated{"ACME_Fan.Speed"}] uint32 DesiredSpeed;
  [Description("Sets how fast the fan turns.")]
  uint32 SetSpeed([In] uint32 Speed, [In, Optional] boolean Wait);
  uint32 Reset();
};
class ACME_QuietFan : ACME_Fan { uint8 Loudness; };
class ACME_LoudFan : ACME_Fan { uint8 Loudness; };
class ACME_Sensor : ACME_Element { [Read] sint32 Reading; string Unit; };
class ACME_Pump : ACME_Element { uint32 Flow; };
instance of ACME_Sensor { Id = "inlet"; Reading = 20; Unit = "C"; };
instance of ACME_Sensor { Id = "outlet"; Reading = 30; Unit = "C"; };
#pragma namespace("root/acme/service")
Qualifier Tested : string = "never", Scope(class, property), Flavor(ToSubclass);
class ACME_Ticket { [Key] uint32 Number; string Text; datetime Opened; };
`;

/** Fifteen or so changes of all levels. */
export function fans(policy: Policy = {}): Sample {
  return sampleOf(base, edited(), policy);
}

function edited(): string {
  const edits: readonly (readonly [string, string])[] = [
    ["string Caption", "uint32 Caption"],
    ["in turns each minute", "in turns each second"],
    ["Revolutions per Minute", "Revolutions per Second"],
    ["uint32 Speed;", "uint64 Speed;"],
    ["MaxLen(64)", "MaxLen(32)"],
    [
      "so that they find it again in long lists of fans",
      "so that they see it in lists of many fans",
    ],
    [
      '"0","1","2"}, Values{"Unknown","On","Off"}',
      '"0","1","2","3"}, Values{"Unknown","On","Idle","Off"}',
    ],
    ['  [Deprecated{"ACME_Fan.Speed"}] uint32 DesiredSpeed;\n', ""],
    ["[In, Optional] boolean Wait", "[In, Optional] boolean Wait, [In, Required] uint32 Ramp"],
    ["  uint32 Reset();\n", ""],
    ["class ACME_Pump : ACME_Element { uint32 Flow; };\n", ""],
    ["[Read] sint32 Reading;", "[Read] sint32 Reading; [Read] uint32 Precision;"],
    ["Reading = 30", "Reading = 35"],
    ['"never"', '"not yet"'],
    ["datetime Opened", "string Opened"],
    ["#pragma", "class ACME_Valve : ACME_Element { boolean Open = false; };\n#pragma"],
  ];
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nothing to edit: ${from}`);
    return text.replace(from, to);
  }, base);
}

/** As many changes as are asked for, in classes of ten properties: types, lengths and descriptions. */
export function many(changes: number): Sample {
  const classes = Array.from({ length: changes / 10 }, (_, index) => index);
  const textOf = (side: "old" | "new"): string =>
    classes.map((index) => classText(index, side)).join("\n");
  return sampleOf(textOf("old"), textOf("new"));
}

function classText(index: number, side: "old" | "new"): string {
  const above = index === 0 ? "" : ` : ACME_C${Math.floor((index - 1) / 4)}`;
  const key = index === 0 ? "[Key] string Id; " : "";
  const members = Array.from({ length: 10 }, (_, each) =>
    memberText(`C${index}P${each}`, each, side),
  );
  return `class ACME_C${index}${above} { ${key}\n${members.join("\n")}\n};`;
}

function memberText(name: string, index: number, side: "old" | "new"): string {
  const old = side === "old";
  switch (index % 3) {
    case 0:
      return `  [Description("What ${name} is for.")] ${old ? "uint32" : "uint64"} ${name};`;
    case 1:
      return `  [Description("What ${name} is ${old ? "for" : "good for"}.")] uint32 ${name};`;
    default:
      return `  [MaxLen(${old ? 32 : 64})] string ${name};`;
  }
}

/** Names and texts that would be markup, code, or invisible, if somebody let them. */
export function hostile(): Sample {
  const text = "</script><img src=x onerror=alert(1)>\u202eabc\u2028\u0007<!--<script>";
  const textOf = (speed: string): string => `
    [Description("${text} ${speed}")] class ACME_A { [Key] string Id; ${speed} Speed; };
    instance of ACME_A { Id = "${text}"; Speed = ${speed.length}; };`;
  const sample = sampleOf(textOf("uint8"), textOf("uint16"));
  const { judgement } = sample.report;
  const changes = judgement.changes.map((each) => ({
    ...each,
    change: { ...each.change, hint: text, affected: [text] },
  }));
  const last = changes.at(-1);
  const renamed = last && {
    ...last,
    acceptance: { fingerprint: text, reason: text, until: text },
    change: { ...last.change, className: text, subject: text, namespace: text, message: text },
  };
  return {
    ...sample,
    report: {
      ...sample.report,
      old: "</script><script>alert(1)</script>",
      new: text,
      judgement: { ...judgement, changes: [...changes, ...(renamed ? [renamed] : [])] },
    },
  };
}
