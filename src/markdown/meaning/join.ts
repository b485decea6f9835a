/** Which pages are about the same class. */
import { diagnose, type Diagnostic, type Outcome } from "../../diagnostics/index.ts";
import { identityOf } from "./name.ts";
import type { Placed } from "./place.ts";
import { spanOf } from "./qualifiers.ts";

/** A class, and the pages about it. */
export interface ClassPages {
  /** As its first page spells it. */
  readonly className: string;
  readonly namespace?: string;
  /** Pages of the class itself; the first counts, the others add to it. */
  readonly pages: readonly Placed[];
  /** Pages of methods, by what they are called in lower case. */
  readonly methods: ReadonlyMap<string, readonly Placed[]>;
}

/** A class whose pages are being found. */
interface Joining {
  readonly first: Placed;
  readonly pages: Placed[];
  readonly methods: Map<string, Placed[]>;
  /** The files that its tables of methods lead to. */
  readonly linked: Set<string>;
}

/** By name and by place. */
type Found = Map<string, Map<string, Joining>>;

/**
 * Classes are the same when name and namespace are, or where no page tells the namespace,
 * name and MOF file. The pages of methods follow the class of their place, or the one whose
 * table links them.
 */
export function join(placed: readonly Placed[]): Outcome<readonly ClassPages[]> {
  const found: Found = new Map();
  const diagnostics: Diagnostic[] = [];
  for (const each of placed) {
    if (each.kind !== "class") continue;
    const { pages, linked } = classAt(found, each);
    pages.push(each);
    for (const { link } of each.page.methods) if (link !== undefined) linked.add(fileOf(link));
  }
  for (const each of placed) {
    const method = each.node.features[0];
    if (each.kind !== "method" || !method) continue;
    const { methods, first } = classOf(found, each);
    const { value: own, diagnostics: said } = inNamespaceOf(first, each);
    diagnostics.push(...said);
    const key = identityOf(method.name.text);
    const before = methods.get(key);
    if (before) before.push(own);
    else methods.set(key, [own]);
  }
  const value = [...found.values()].flatMap((places) => [...places.values()].map(joined));
  return { value, diagnostics };
}

/** A class is in one namespace, with its methods. */
function inNamespaceOf({ namespace, node }: Placed, method: Placed): Outcome<Placed> {
  const other = method.namespace;
  const isSame = !namespace || !other || identityOf(namespace) === identityOf(other);
  if (isSame) return { value: method, diagnostics: [] };
  const { page } = method;
  const row = page.requirements.find(({ kind }) => kind === "namespace")?.value;
  const location = { source: page.source, span: spanOf(row ?? method.node.name) };
  const sentence = { name: node.name.text, namespace, other };
  return {
    value: { ...method, namespace },
    diagnostics: [diagnose("page-namespace-differs", sentence, location)],
  };
}

function joined({ first, pages, methods }: Joining): ClassPages {
  const { namespace, node } = first;
  return {
    className: node.name.text,
    ...(namespace !== undefined && { namespace }),
    pages,
    methods,
  };
}

/** Where a class is declared, as far as the page tells it. */
function placeOf({ namespace, mof }: Placed): string {
  if (namespace !== undefined) return namespace.toLowerCase();
  return mof === undefined ? "" : `:${mof}`;
}

function classAt(found: Found, first: Placed): Joining {
  const key = identityOf(first.node.name.text);
  const place = placeOf(first);
  const places = found.get(key) ?? new Map<string, Joining>();
  const known = places.get(place);
  if (known) return known;
  const joining = { first, pages: [], methods: new Map(), linked: new Set<string>() };
  found.set(key, places.set(place, joining));
  return joining;
}

/** The class that the page of a method belongs to; a new one where no page declares such a class. */
function classOf(found: Found, method: Placed): Joining {
  const places = found.get(identityOf(method.node.name.text));
  if (!places || places.has(placeOf(method))) return classAt(found, method);
  const all = [...places.values()].filter(({ pages }) => pages.length > 0);
  const file = fileOf(method.page.source.name);
  const linking = all.filter(({ linked }) => linked.has(file));
  const ofFile = all.filter(({ pages }) => pages.some(({ mof }) => mof && mof === method.mof));
  // A namespace that is stated is another one, unless the page of the class leads to that of the method.
  const candidates = method.namespace === undefined ? [ofFile, linking, all] : [linking];
  const [own] = candidates.find(({ length }) => length === 1) ?? [];
  return own ?? classAt(found, method);
}

/** The last part of a path, as links and files have it. */
export function fileOf(path: string): string {
  const [target = ""] = path.split(/[?#]/);
  return target
    .slice(target.lastIndexOf("/") + 1)
    .replace(/\.md$/i, "")
    .toLowerCase();
}
