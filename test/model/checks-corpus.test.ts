/**
 * What the checks find in real files of others, which are not part of the project: an error
 * has to be a true mistake of the file, and warnings are few. Notes are not listed.
 */
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeHost } from "../../src/build/index.ts";
import { analyse } from "../../src/model/index.ts";
import { runChecks } from "../../src/model/checks/index.ts";
import { load } from "../../src/parse/index.ts";

const root = fileURLToPath(new URL("../../../shared/data/mof/", import.meta.url));
const present = existsSync(root);
if (!present)
  console.warn(`test/model/checks-corpus.test.ts: skipped, there are no real files in ${root}`);

/** Codes and how often each is said, errors with an exclamation mark. */
function told(folder: string, file: string): string {
  const { value } = load([file], nodeHost(`${root}${folder}`));
  const counts = new Map<string, number>();
  for (const { code, severity } of runChecks(analyse(value).value)) {
    if (severity === "info") continue;
    const name = severity === "error" ? `${code}!` : code;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const listed = [...counts].map(([name, count]) => (count === 1 ? name : `${name} ${count}`));
  return listed.toSorted().join(", ");
}

const CIM = "duplicate-map-key 3, punit-syntax, qualifier-on-another-type 2";

// cspell:disable

/** By folder and file; a file that is not here has nothing to be said about it. */
const OTHERS = {
  "dsc-instances/Azure+azure-linux-extensions/DSC/test/mof/azureautomation.df.meta.mof":
    "unknown-instance-class 5",
  "dsc-instances/Azure+azure-linux-extensions/DSC/test/mof/dscnode.nxFile.meta.mof":
    "unknown-instance-class 3",
  "dsc-instances/Azure+azure-linux-extensions/DSC/test/mof/dscnode.nxFile.meta.push.mof":
    "unknown-instance-class 2",
  "dsc-instances/Azure+azure-linux-extensions/DSC/test/mof/localhost.nxFile.mof":
    "unknown-instance-class 2",
  "dsc-instances/SentinelSociety/CreateFirewallRule/localhost.mof": "unknown-instance-class 2",
  "dsc-instances/mrasmussen72+LinuxMOF/localhost.mof": "unknown-instance-class 2",
  "intel-amt-wmi/ME/MEMofs/ME_System.mof": "map-key-without-meaning, qualifier-on-another-type 9",
  "intel-amt-wmi/ME/ME_Schema.mof": "map-key-without-meaning, qualifier-on-another-type 9",
  "intel-amt-wmi/ME/s/System/CIM_DiagnosticService.mof": "duplicate-map-key",
  "intel-amt-wmi/ME/s/cim_schema_2.20.0.mof": "duplicate-map-key",
  "intel-amt-wmi/ME/wmi_build.mof": "map-key-without-meaning, qualifier-on-another-type 9",
  "omi-tests/samples/Providers/Assoc/schema.mof": "redeclared-member 4",
  "omi-tests/samples/Providers/Connector/schema.mof":
    "redeclared-member 5, reference-outside-association 4",
  "omi-tests/samples/Providers/ConnectorCXX/schema.mof":
    "redeclared-member 5, reference-outside-association 4",
  "omi-tests/samples/Providers/Demo-i2/schema.mof": "redeclared-member 10",
  "omi-tests/samples/Providers/Network/schema/CIM_Schema.mof": "unrelated-target 2",
  "omi-tests/samples/Providers/PersonProvider/schema.mof": "redeclared-member",
  "omi-tests/samples/Providers/PersonProviderCXX/schema.mof": "redeclared-member",
  "omi-tests/samples/Providers/TestClass_AllDMTFArrays/AllDMTFArrays.mof":
    "reference-outside-association",
  "omi-tests/samples/Providers/TestClass_AllDMTFTypes/InstanceProvider_Properties.mof":
    "redeclared-member 16, reference-outside-association, too-many-elements!",
  "omi-tests/samples/Providers/TestClass_ComplexGraphs/ComplexGraph.mof":
    "reference-outside-association",
  "omi-tests/samples/Providers/TestClass_Restaurant/schema.mof": "reference-outside-association",
  "omi-tests/samples/Providers/Test_SchemaRetrieval/schema.mof":
    "changed-signature, redeclared-member 6, reference-outside-association",
  "omi-tests/samples/Providers/Test_TorSwitchSchema/MOFS/CIM_Schema_WMI.mof": "unrelated-target 2",
  "omi-tests/tests/codec/mof/blue/mofs/dmtftypes.mof":
    "override-target-missing 2, reference-outside-association",
  "omi-tests/tests/codec/mof/blue/mofs/dmtftypes_instancemaxvalue.mof": "unknown-instance-class 2",
  "omi-tests/tests/codec/mof/blue/mofs/dmtftypes_instanceminvalue.mof": "unknown-instance-class 2",
  "omi-tests/tests/codec/mof/blue/mofs/dscinstance.mof": "unknown-instance-class 3",
  "omi-tests/tests/codec/mof/blue/mofs/mintinstance.mof": "unknown-instance-class 5",
  "omi-tests/tests/codec/mof/blue/schema.mof": "redeclared-member 2",
  "omi-tests/tests/mof/classes.mof":
    "missing-key 2, qualifier-on-another-type, unknown-instance-property!, value-outside-limits",
  "omi-tests/tests/mof/quals.mof": "redeclared-member",
  "omi-tests/tests/mof/syntaxerror.mof": "redeclared-member",
  "wmi-driver-samples/storage/iscsi/src/iscsihba.mof": "bit-beyond-type",
  "wmi-driver-samples/storage/msdsm/src/msdsmdsm.mof": "qualifier-on-another-type",
  "wmi-samples/Samples/ODataEntitiesAssociation/cs/setup/VMSystem.mof": "unsuitable-key 2",
};

// cspell:enable

describe.skipIf(!present)("real files", () => {
  test("CIM 2.41", () => {
    expect(told("cim-schema-2.41", "cim_schema_2.41.0.mof")).toBe(CIM);
  }, 60_000);

  test("the others, each with what it includes", () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "cim-schema-2.41")
      .map(({ name }) => name);
    const found = folders.flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
        .map((path) => path.replaceAll("\\", "/"))
        .filter((path) => /\.(?:mof|mfl)$/i.test(path))
        .map((path) => [`${folder}/${path}`, told(folder, path)] as const),
    );
    expect(found.length).toBe(693);
    const said = found.filter(([, codes]) => codes !== "").toSorted();
    expect(Object.fromEntries(said)).toEqual(OTHERS);
  }, 120_000);
});
