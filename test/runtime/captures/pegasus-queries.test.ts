/** OpenPegasus: queries and associations. */
import { describe, expect, test } from "vitest";
import {
  type ClassDescriptor,
  type Client,
  cql,
  defineClass,
  formatPath,
  pathOf,
  type Reference,
  type uint8,
  wql,
} from "../../../src/runtime/index.ts";
import { collect } from "../caught.ts";
import { check, type Recorded } from "./exchange.ts";
import { classic, line, namesIn, namesOf, server, titled } from "./pegasus-classes.ts";
import { haveCaptures } from "./replay.ts";

const namespace = "root/SampleProvider";

interface Message {
  readonly Identifier: uint8;
  readonly Message: string | null;
}

const Message: ClassDescriptor<Message, "Identifier"> = defineClass({
  format: 1,
  name: "Sample_InstanceQueryProviderClass",
  namespace,
  keys: ["Identifier"],
  properties: { Identifier: "uint8", Message: "string" },
});

interface Person {
  readonly Name: string;
  readonly Identifier: uint8 | null;
}

const Teacher: ClassDescriptor<Person, "Name"> = defineClass({
  format: 1,
  name: "Sample_Teacher",
  namespace,
  keys: ["Name"],
  properties: { Name: "string", Identifier: "uint8" },
});

interface Teaching {
  readonly Teaches: Reference<Person>;
  readonly TaughtBy: Reference<Person>;
}

const Teaching: ClassDescriptor<Teaching, "Teaches" | "TaughtBy"> = defineClass({
  format: 1,
  name: "Sample_TeacherStudent",
  namespace,
  keys: ["Teaches", "TaughtBy"],
  association: true,
  properties: { Teaches: "ref Sample_Teacher", TaughtBy: "ref Sample_Student" },
});

const teacher = (cim: Client): Reference<Person> => cim.at(Teacher, { Name: "Teacher1" });

function path(kind: "Student" | "Teacher", number: number): string {
  return `${namespace}:Sample_${kind}.Name="${kind}${number}"`;
}

function student(number: number): unknown {
  return {
    className: "Sample_Student",
    properties: { Name: `Student${number}`, Identifier: number },
  };
}

/** Which student, then which teacher: the order of keys is that of their names. */
const taught = [
  ...[1, 2, 3].map((number) => [number, 1] as const),
  ...[1, 2].map((number) => [number, 2] as const),
  ...[2, 3].map((number) => [number, 3] as const),
  [1, 4] as const,
];

/** An association of the first teacher with a student. */
function association(kind: "TeacherStudent" | "AdvisorStudent", number: number) {
  const [to, from] = kind === "TeacherStudent" ? ["Teaches", "TaughtBy"] : ["Advises", "AdvisedBy"];
  const [one, other] = [path("Teacher", 1), path("Student", number)];
  const inKey = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
  return {
    path: `${namespace}:Sample_${kind}.${from}=${inKey(other)},${to}=${inKey(one)}`,
    instance: {
      className: `Sample_${kind}`,
      properties: { [to]: `reference ${one}`, [from]: `reference ${other}` },
    },
  };
}

const associations = [
  association("TeacherStudent", 1),
  association("TeacherStudent", 2),
  association("TeacherStudent", 3),
  association("AdvisorStudent", 1),
  association("AdvisorStudent", 2),
];

function place(reference: Reference<unknown>): string {
  return formatPath(pathOf(reference));
}

const closing = "LOCALNAMESPACEPATH/NAMESPACE@NAME=";

const exchanges: readonly Recorded[] = [
  {
    // Queries that cannot be pulled fail, and are then asked for at once.
    names: ["16-open-query", "17-exec-query"],
    options: { maxObjectCount: 1 },
    call: (cim) => collect(cim.query(cql(Message)`SELECT * FROM ${Message}`)),
    gives: [{ Identifier: 1, Message: "Hello World" }],
    request: {
      because: "the second one was recorded with another query",
      differs: {
        "17-exec-query": {
          recorded: [
            line(
              "ExecQuery",
              `IPARAMVALUE@NAME=Query/VALUE=SELECT * FROM ${Message.name} WHERE Identifier = 1`,
            ),
            line("ExecQuery", "IPARAMVALUE@NAME=QueryLanguage/VALUE=WQL"),
          ],
          ours: [
            line("ExecQuery", `IPARAMVALUE@NAME=Query/VALUE=SELECT * FROM ${Message.name}`),
            line("ExecQuery", "IPARAMVALUE@NAME=QueryLanguage/VALUE=DMTF:CQL"),
          ],
        },
      },
    },
  },
  classic("OpenQueryInstances", {
    name: "17-exec-query",
    call: (cim) =>
      collect(cim.query(wql(Message)`SELECT * FROM ${Message} WHERE Identifier = ${1}`)),
    gives: [{ Identifier: 1, Message: "Hello World" }],
  }),
  classic("OpenQueryInstances", {
    name: "18-exec-query-cql",
    call: (cim) => collect(cim.query(cql(Message)`SELECT Message FROM ${Message}`)),
    fails: { code: "failed", cimStatus: 1, httpStatus: 200, operation: "query" },
  }),
  classic("OpenQueryInstances", {
    name: "19-fault-exec-query-bad",
    call: (cim) => collect(cim.query(wql(Message)`SELEKT`)),
    fails: { code: "invalid-query", cimStatus: 15, httpStatus: 200, reason: "SELEKT" },
  }),
  classic("OpenEnumerateInstancePaths", {
    name: "20-enumerate-assoc-class",
    call: (cim) => collect(cim.enumerate(Teaching, { keysOnly: true })),
    gives: taught.map(([pupil, master]) => ({
      TaughtBy: `reference ${path("Student", pupil)}`,
      Teaches: `reference ${path("Teacher", master)}`,
    })),
  }),
  classic("OpenAssociatorInstances", {
    name: "21-associators",
    // By two associations, so that two of them come twice.
    call: async (cim) => {
      const found = await collect(cim.associators(teacher(cim)));
      return { found, places: found.map(place) };
    },
    gives: {
      found: [1, 2, 3, 1, 2].map(student),
      places: [1, 2, 3, 1, 2].map((number) => path("Student", number)),
    },
  }),
  classic("OpenAssociatorInstancePaths", {
    name: "22-associator-names",
    call: (cim) => collect(cim.associators(teacher(cim), { keysOnly: true })),
    gives: [1, 2, 3, 1, 2].map((number) => `reference ${path("Student", number)}`),
  }),
  classic("OpenReferenceInstances", {
    name: "23-references",
    call: async (cim) => {
      const found = await collect(cim.references(teacher(cim)));
      return { found, places: found.map(place) };
    },
    gives: {
      found: associations.map(({ instance }) => instance),
      places: associations.map((each) => each.path),
    },
  }),
  classic("OpenReferenceInstancePaths", {
    name: "24-reference-names",
    call: (cim) => collect(cim.references(teacher(cim), { keysOnly: true })),
    gives: associations.map((each) => `reference ${each.path}`),
  }),
  {
    names: ["25-associators-class-level"],
    // A class is no instance.
    call: (cim) => collect(cim.associators(teacher(cim))),
    fails: { code: "protocol", operation: "associators" },
    request: { notOurs: "associations of instances are followed, not those of classes" },
  },
  {
    names: ["26-open-associators", "13-close-enumeration"],
    options: { maxObjectCount: 1 },
    call: async (cim) => {
      for await (const first of cim.associators(teacher(cim))) return first;
      return undefined;
    },
    gives: student(1),
    request: {
      because: "another enumeration was closed when that was recorded",
      differs: {
        "13-close-enumeration": {
          recorded: [
            line("CloseEnumeration", "IPARAMVALUE@NAME=EnumerationContext/VALUE=500005"),
            line("CloseEnumeration", `${closing}PG_InterOp`),
            "cimobject: root/PG_InterOp",
          ],
          ours: [
            line("CloseEnumeration", "IPARAMVALUE@NAME=EnumerationContext/VALUE=500008"),
            line("CloseEnumeration", `${closing}SampleProvider`),
            `cimobject: ${namespace}`,
          ],
        },
      },
    },
  },
];

describe.skipIf(!haveCaptures)("pegasus-cimxml: queries and associations", () => {
  test.each(titled(exchanges))("%s", (_, recorded) => check(server, "/cimom", recorded));

  test("all of them are here", () => {
    expect(namesIn("queries", exchanges)).toEqual(namesOf("queries"));
  });
});
