export { safeTarget } from "./address.ts";
export { clean } from "./clean.ts";
export { codeSpan } from "./code-span.ts";
export { unbroken, withBlanks } from "./no-break.ts";
export { inlineProse, isText, prose } from "./prose.ts";
export { wrap } from "./wrap.ts";
