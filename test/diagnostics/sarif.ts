/** The part of the schema of SARIF 2.1.0 that our logs use, closed: what it does not name is an error. */
import { Ajv } from "ajv";
import { expect } from "vitest";

const text = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };

function object(properties: object, required: readonly string[] = []): object {
  return { type: "object", properties, required, additionalProperties: false };
}

const message = object({ text }, ["text"]);
const artifactLocation = object({ uri: { type: "string" }, uriBaseId: text }, ["uri"]);
const region = object({ startLine: count, startColumn: count, endLine: count, endColumn: count }, [
  "startLine",
]);
const physicalLocation = object({ artifactLocation, region }, ["artifactLocation"]);
const rule = object(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: object({ level }),
  },
  ["id"],
);
const driver = object(
  {
    name: text,
    version: text,
    informationUri: { type: "string", pattern: "^https://[^ ]+$" },
    rules: { type: "array", items: rule },
  },
  ["name"],
);
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: -1 },
    level,
    message,
    locations: { type: "array", items: object({ physicalLocation }) },
    relatedLocations: {
      type: "array",
      items: object({ id: { type: "integer", minimum: -1 }, physicalLocation, message }),
    },
    partialFingerprints: { type: "object", additionalProperties: text },
    suppressions: {
      type: "array",
      items: object({ kind: { enum: ["inSource", "external"] }, justification: text }, ["kind"]),
    },
  },
  ["message"],
);
const notification = object(
  { level, message, associatedRule: object({ id: text, index: { type: "integer" } }) },
  ["message"],
);
const run = object(
  {
    tool: object({ driver }, ["driver"]),
    invocations: {
      type: "array",
      items: object(
        {
          executionSuccessful: { type: "boolean" },
          toolExecutionNotifications: { type: "array", items: notification },
        },
        ["executionSuccessful"],
      ),
    },
    originalUriBaseIds: {
      type: "object",
      additionalProperties: object({ description: message }),
    },
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    results: { type: "array", items: result },
  },
  ["tool"],
);
const log = object(
  {
    $schema: { type: "string" },
    version: { const: "2.1.0" },
    runs: { type: "array", items: run },
  },
  ["version", "runs"],
);

const validate = new Ajv({ strict: false }).compile(log);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly locations?: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Result[];
    },
  ];
}

/** Asserts what the schema says, and what the specification says beyond it. */
export function expectSarif(written: string): void {
  const parsed: unknown = JSON.parse(written);
  expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
  const [{ tool, results }] = (parsed as Log).runs;
  for (const { ruleId, ruleIndex, message, locations = [] } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    // 3.11.5: a single brace would be a placeholder.
    expect(message.text.replaceAll("{{", "").replaceAll("}}", "")).not.toMatch(/[{}]/);
    for (const { physicalLocation } of locations) {
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w\-.~!*'():/%]*$/);
    }
  }
}
