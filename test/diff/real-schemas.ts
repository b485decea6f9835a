import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readSchema } from "../../src/build/index.ts";
import type { CimClass, Schema } from "../../src/model/index.ts";
import { reread } from "./edited.ts";

const shared = fileURLToPath(new URL("../../../shared/data/mof/", import.meta.url));
const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** Whether schemas that others have written lie beside the project. */
export const hasShared: boolean = existsSync(shared);

/** Real schemas: what they are called and where they are. */
export const places: readonly (readonly [string, string])[] = [
  ["RDManagement.mof", `${fixtures}RDManagement.mof`],
  ...(hasShared
    ? ([
        ["CIM Core", `${shared}cim-schema-2.41/Core`],
        ["CIM Network", `${shared}cim-schema-2.41/Network`],
        ["Intel AMT", `${shared}intel-amt-wmi`],
        ["WMI drivers", `${shared}wmi-driver-samples`],
        ["GOLF, in MOF 3", `${shared}mof3-golf`],
      ] as const)
    : []),
];

/** A real schema, read as its own MOF: without versions, which would have to be raised by each edit. */
export async function realSchema(path: string): Promise<Schema> {
  const { value } = await readSchema({ sources: [path], severities: {} });
  const classes = value.schema.classes.filter(({ builtin }) => !builtin).map(withoutVersion);
  return reread({ ...value.schema, classes });
}

function withoutVersion(cls: CimClass): CimClass {
  const qualifiers = new Map(cls.qualifiers);
  qualifiers.delete("version");
  return { ...cls, qualifiers };
}
