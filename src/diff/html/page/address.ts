import type { PageData } from "./data.ts";
import type { Filter, Mark } from "./filter.ts";

const marks: readonly Mark[] = ["breaking", "risky", "safe", "accepted"];
const audiences = ["ts", "wire", "provider"] as const;

/** Reads a filter out of the address, so that a link leads to what was looked at. */
export function filterFrom(hash: string, data: PageData): Filter {
  const said = new URLSearchParams(hash.replace(/^#/u, ""));
  const audience = audiences.find((each) => each === said.get("audience"));
  const hidden = marks.filter((mark) => said.get("hide")?.split(",").includes(mark));
  const name = said.get("class");
  const index = data.classes.findIndex((each) => nameOf(each) === name);
  return {
    ...(audience && { audience }),
    hidden: new Set(hidden),
    query: said.get("q") ?? "",
    ...(index >= 0 && { class: index }),
  };
}

/** Puts a filter into the address, without a step that Back would undo. */
export function keepFilter(filter: Filter, data: PageData): void {
  const said = new URLSearchParams();
  if (filter.audience) said.set("audience", filter.audience);
  if (filter.hidden.size > 0) said.set("hide", [...filter.hidden].join(","));
  if (filter.query !== "") said.set("q", filter.query);
  const cls = filter.class === undefined ? undefined : data.classes[filter.class];
  if (cls) said.set("class", nameOf(cls));
  const text = said.toString();
  history.replaceState(null, "", text === "" ? location.pathname : `#${text}`);
}

function nameOf({ namespace, name }: PageData["classes"][number]): string {
  return `${namespace}:${name}`;
}
