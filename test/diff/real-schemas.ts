/** Real schemas: those of the project, and those beside the checkout where there are some. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printDeclarations, type Declaration, type MofDocument } from "../../src/ast/index.ts";
import { hasErrors } from "../../src/diagnostics/index.ts";
import { resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { decode } from "../../src/source/index.ts";
import { printMof } from "../../src/snapshot/index.ts";
import { documentIn, schemaOf, worldOf, type World } from "./world.ts";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

export const hasShared: boolean = existsSync(`${shared}mof`);

export const cimFolder: string = `${shared}mof/cim-schema-2.41`;

/** Says why less is shown. */
export function warnWithoutShared(test: string): void {
  if (!hasShared) console.warn(`${test}: real files are skipped, there are none in ${shared}`);
}

function documentAt(path: string, head = ""): MofDocument {
  return parse({ name: path, text: head + decode(readFileSync(path)).text }).value;
}

/** Every file of the project and of the collection that has no errors by itself. */
export function soundDocuments(): readonly MofDocument[] {
  return [...pathsBelow(fixtures), ...pathsBelow(`${shared}mof/`)].flatMap((path) => {
    const { text } = decode(readFileSync(path));
    const parsed = parse({ name: path, text });
    const resolved = resolve({ roots: [parsed.value], includes: new Map() });
    return hasErrors([...parsed.diagnostics, ...resolved.diagnostics]) ? [] : [parsed.value];
  });
}

/** Texts with mistakes in them. */
export function brokenDocuments(): readonly MofDocument[] {
  return pathsBelow(`${fixtures}mistakes/`).map((path) => documentAt(path));
}

function pathsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => folder + path.replaceAll("\\", "/"))
    .filter((path) => /\.(?:mof|mfl)$/i.test(path))
    .sort();
}

/** Classes of CIM that stand above and beside each other in several ways. */
const CIM = `Application/CIM_SoftwareElement Core/CIM_Component Core/CIM_ConcreteJob
  Core/CIM_Dependency Core/CIM_EnabledLogicalElement Core/CIM_HostedService Core/CIM_Job
  Core/CIM_LogicalDevice Core/CIM_LogicalElement Core/CIM_ManagedElement
  Core/CIM_ManagedSystemElement Core/CIM_MemberOfCollection Core/CIM_Service
  Core/CIM_ServiceAffectsElement Core/CIM_SettingData Core/CIM_StatisticalData Core/CIM_StorageExtent
  Core/CIM_System Core/CIM_SystemComponent Core/CIM_SystemDevice Core/CIM_HostedDependency
  Core/CIM_Collection Core/CIM_ElementSettingData Device/CIM_LogicalPort
  Device/CIM_CoolingDevice Device/CIM_EthernetPort Device/CIM_Fan Device/CIM_NetworkPort
  Device/CIM_NumericSensor Device/CIM_Processor Device/CIM_Sensor Device/CIM_StoragePool
  Device/CIM_StorageConfigurationService Device/CIM_StorageVolume
  Event/CIM_Indication Event/CIM_InstCreation Event/CIM_InstIndication Event/CIM_ProcessIndication
  Event/CIM_AlertIndication System/CIM_ComputerSystem`.split(/\s+/);

/** A word of WMI in a file makes another namespace of what the file leaves open. */
const NAMESPACE = '#pragma namespace("root/cimv2")\n';

/** Schemas to edit, by name. */
export function realWorlds(): ReadonlyMap<string, World> {
  const worlds = new Map([["rdms", printed(`${fixtures}RDManagement.mof`)]]);
  if (!hasShared) return worlds;
  const names = ["qualifiers", "qualifiers_optional", ...CIM];
  const documents = names.map((name) => documentAt(`${cimFolder}/${name}.mof`, NAMESPACE));
  worlds.set("cim", worldOf(documents));
  for (const name of ["Win32_Tpm", "bcd", "wmi"]) {
    worlds.set(name, printed(`${shared}mof/wmi-inbox-slice/${name}.mof`));
  }
  return worlds;
}

/** A file as its schema is printed, what amends a class in the class; each class is a file. */
function printed(path: string): World {
  const { declarations } = documentIn(printMof(schemaOf(worldOf([documentAt(path)]))));
  const rest: Declaration[] = [];
  const files: MofDocument[] = [];
  let namespace: Declaration | undefined;
  for (const each of declarations) {
    if (each.kind === "pragma") namespace = each;
    if (each.kind !== "class") rest.push(each);
    else files.push(documentOf(namespace ? [namespace, each] : [each]));
  }
  return worldOf([documentOf(rest), ...files]);
}

function documentOf(declarations: readonly Declaration[]): MofDocument {
  return documentIn([...printDeclarations(declarations)].join(""));
}
