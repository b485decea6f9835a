/** How namespaces are written, and what they mean. */

/** A namespace, and the locale whose amendments it holds (`…\ms_409` is 0x409). */
export interface NamespaceName {
  readonly namespace: string;
  readonly locale?: number;
}

/**
 * Reads the parameter of `#pragma namespace`: `\\.\root\x`, `//./root/x`, `root\x`,
 * with a host, with blanks, or relative to the namespace in force (`ms_409`).
 *
 * @param current - the namespace in force before
 */
export function readNamespace(text: string, current: NamespaceName): NamespaceName {
  const trimmed = text.trim();
  const parts = trimmed.split(/[\\/]+/).map((part) => part.trim());
  // Two separators in front stand before a host; the local one is a dot.
  const named = (/^[\\/]{2}/.test(trimmed) ? parts.slice(2) : parts).filter((part) => part !== "");
  const locale = localeOf(named.at(-1));
  const path = locale === undefined ? named : named.slice(0, -1);
  const relative = path.length === 0;
  return {
    namespace: relative ? current.namespace : path.join("/"),
    ...(locale === undefined ? {} : { locale }),
  };
}

function localeOf(part: string | undefined): number | undefined {
  const digits = /^ms_([0-9a-f]{1,4})$/i.exec(part ?? "")?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

/** Equal for two spellings of one name in one namespace. */
export function identityOf(namespace: string, name: string): string {
  return `${namespace}:${name}`.toLowerCase();
}
