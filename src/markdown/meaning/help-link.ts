/** The address at which a page is published. */
import type { Page } from "../page.ts";
import type { PageOptions } from "./options.ts";

/** Repositories of documentation: a folder that shows which it is, and what its pages stand below. */
const LAYOUTS: readonly (readonly [folder: string, path: string])[] = [
  ["desktop-src", "windows/win32"],
  ["windows-driver-docs-pr", "windows-hardware/drivers"],
];

const SITE = "https://learn.microsoft.com";

/**
 * Made of the options or of the page's path, never of an address that a page states.
 *
 * @returns nothing where neither says where pages are published
 */
export function helpLink({ source, front }: Page, { linkBase }: PageOptions): string | undefined {
  const parts = source.name.replace(/\.md$/i, "").split("/");
  if (linkBase !== undefined) {
    if (!/^https:\/\/[^\s"'<>\\]+$/i.test(linkBase)) return undefined;
    return `${linkBase.replace(/\/*$/, "/")}${encodeURIComponent(parts.at(-1) ?? "")}`;
  }
  for (const [folder, path] of LAYOUTS) {
    const rest = parts.slice(parts.lastIndexOf(folder) + 1);
    if (rest.length === parts.length || rest.some((part) => part === "..")) continue;
    const language = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(front.language ?? "")
      ? [front.language ?? ""]
      : [];
    const published = [...language, ...path.split("/"), ...rest.map(encodeURIComponent)];
    return `${SITE}/${published.join("/").toLowerCase()}`;
  }
  return undefined;
}
