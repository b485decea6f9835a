/** Which namespaces a server has: WMI's way and the DMTF's. */
import { CimError } from "../error.ts";
import type { EnumerateRequest, InstanceData, NamespacesRequest } from "../operations.ts";
import type { ClassData } from "../types.ts";

type Enumerate = (request: EnumerateRequest) => AsyncIterable<InstanceData>;

/** MS-WMI 2.2.8: each namespace has one for every namespace directly in it. */
const WmiNamespace: ClassData = {
  format: 1,
  name: "__NAMESPACE",
  namespace: "root",
  keys: ["Name"],
  properties: { Name: "string" },
};

/** Where servers have the DMTF's class (DSP1033 6.5); the names differ in nothing else. */
const interop = ["root/interop", "interop", "root/PG_InterOp"];

const CimNamespace: ClassData = {
  format: 1,
  name: "CIM_Namespace",
  namespace: "interop",
  keys: ["Name"],
  properties: { Name: "string" },
};

/** More namespaces, or deeper ones, no server has. */
const most = 10_000;

/**
 * Asks for the names of all namespaces.
 *
 * @param enumerate - Asks the server for instances.
 * @param request - Bounds of the call.
 * @param isWmi - Whether it is WMI, where others may have put some into the DMTF's class.
 * @throws CimError of the first way that was tried.
 */
export async function namespacesOf(
  enumerate: Enumerate,
  request: NamespacesRequest,
  isWmi = false,
): Promise<readonly string[]> {
  const dmtf = interop.map(
    (namespace) => () => namesIn(enumerate, request, CimNamespace, namespace),
  );
  const wmi = (): Promise<readonly string[]> => belowRoot(enumerate, request);
  let failure: CimError | undefined;
  for (const way of isWmi ? [wmi, ...dmtf] : [...dmtf, wmi]) {
    try {
      const found = await way();
      if (found.length > 0) return found;
    } catch (error) {
      failure ??= requireAnswer(error);
    }
  }
  if (failure === undefined) return [];
  throw failure;
}

/** What the server refuses may be answered otherwise; a server that does not answer is another matter. */
function requireAnswer(error: unknown): CimError {
  const codes = ["unreachable", "timeout", "aborted", "closed", "unauthorized", "access-denied"];
  if (!(error instanceof CimError) || codes.includes(error.code)) throw error;
  return error;
}

async function namesIn(
  enumerate: Enumerate,
  { signal, timeout }: NamespacesRequest,
  cls: ClassData,
  namespace: string,
): Promise<string[]> {
  const names: string[] = [];
  const items = enumerate({
    operation: "enumerate",
    cls,
    namespace,
    classOf: () => undefined,
    ...(signal !== undefined && { signal }),
    ...(timeout !== undefined && { timeout }),
  });
  for await (const { path, properties } of items) {
    const name = properties["Name"] ?? path.keys["Name"];
    if (typeof name === "string" && name !== "") names.push(name);
    if (names.length > most) throw new CimError("too-large", `more than ${most} namespaces`);
  }
  return names;
}

async function belowRoot(
  enumerate: Enumerate,
  request: NamespacesRequest,
): Promise<readonly string[]> {
  const found = ["root"];
  /** The names that stand beside each, for a server that answers every namespace like the one above. */
  const beside = new Map<string, string>();
  for (const namespace of found) {
    const names = await namesIn(enumerate, request, WmiNamespace, namespace).catch(
      (error: unknown) => {
        // One that this account may not look into has its name all the same.
        if (namespace === "root") throw error;
        if (!(error instanceof CimError) || error.code !== "access-denied") throw error;
        return [];
      },
    );
    const all = names
      .map((name) => name.toLowerCase())
      .sort()
      .join("/");
    if (all !== "" && beside.get(namespace) === all) {
      const sentence = `the server says of ${namespace} what it says of the namespace above it`;
      throw new CimError("protocol", sentence);
    }
    for (const name of names) {
      found.push(`${namespace}/${name}`);
      beside.set(`${namespace}/${name}`, all);
    }
    if (found.length > most) throw new CimError("too-large", `more than ${most} namespaces`);
  }
  return found;
}
