import type { CimType } from "./schema.ts";

/** A type as descriptors spell it (`uint32[]`, `ref CIM_X`); `runtime/types` lists the words. */
export function typeCode(type: CimType): string {
  const scalar = scalarCode(type);
  return type.array === false ? scalar : `${scalar}[]`;
}

function scalarCode(type: CimType): string {
  switch (type.kind) {
    case "intrinsic":
      return type.name;
    case "interval":
      return "interval";
    case "octetstring":
      return "octetstring";
    case "reference":
      return `ref ${type.className ?? "*"}`;
    case "embedded-instance":
      return `instance ${type.className}`;
    case "embedded-object":
      return "object";
  }
}
