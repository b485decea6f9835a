import type { PageData } from "../page-data.ts";
import { allOf, type Filters, type Scope } from "./filters.ts";
import { categories } from "./words.ts";

/** The filters as the part of the address behind `#`; empty when there are none. */
function addressOf(filters: Filters, data: PageData): string {
  const words = new URLSearchParams();
  if (filters.query !== "") words.set("q", filters.query);
  if (filters.audiences.size < data.audiences.length) {
    words.set("audience", [...filters.audiences].join(","));
  }
  if (filters.categories.size < categories.length) {
    words.set("level", [...filters.categories].join(","));
  }
  const { scope } = filters;
  if (scope) {
    words.set("namespace", data.namespaces[scope.namespace] ?? "");
    const cls = scope.class === undefined ? undefined : data.classes[scope.class];
    if (cls) words.set(cls.qualifier ? "qualifier" : "class", cls.name);
  }
  return words.toString();
}

/** The filters that an address states; what it does not know is left out. */
export function filtersAt(address: string, data: PageData): Filters {
  const words = new URLSearchParams(address.replace(/^#/, ""));
  const all = allOf(data);
  const audiences = data.audiences.filter((each) => listed(words, "audience").includes(each));
  const stated = categories.filter((each) => listed(words, "level").includes(each));
  const scope = scopeAt(words, data);
  return {
    audiences: audiences.length > 0 ? new Set(audiences) : all.audiences,
    categories: words.has("level") ? new Set(stated) : all.categories,
    query: words.get("q") ?? "",
    ...(scope && { scope }),
  };
}

function listed(words: URLSearchParams, name: string): readonly string[] {
  return (words.get(name) ?? "").split(",");
}

function scopeAt(words: URLSearchParams, data: PageData): Scope | undefined {
  const namespace = data.namespaces.indexOf(words.get("namespace") ?? "\0");
  if (namespace < 0) return undefined;
  const qualifier = words.get("qualifier");
  const name = qualifier ?? words.get("class");
  const index = data.classes.findIndex(
    (each) =>
      each.namespace === namespace &&
      each.name === name &&
      (each.qualifier === true) === (qualifier !== null),
  );
  return index < 0 ? { namespace } : { namespace, class: index };
}

/** Keeps the address and the filters the same. */
export function followAddress(
  read: (filters: Filters) => void,
  data: PageData,
): (filters: Filters) => void {
  let written = "";
  addEventListener("hashchange", () => {
    const address = location.hash.replace(/^#/, "");
    if (address !== written) read(filtersAt(address, data));
  });
  return (filters) => {
    const address = addressOf(filters, data);
    if (address === written) return;
    written = address;
    try {
      history.replaceState(null, "", `#${address}`);
    } catch {
      // A page without an address of its own, as in a preview, has nothing to keep it in.
    }
  };
}
