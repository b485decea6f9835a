// @ts-check
/** Classes and answers for bench/runtime.mjs and its servers. */

/** @type {readonly ("string" | "uint32" | "boolean")[]} */
const types = ["string", "uint32", "boolean"];
export const properties = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`Property${index}`, types[index % 3] ?? "string"]),
);

const namespace = "root/bench";
/** @type {import("../dist/runtime/index.js").ClassData} */
export const Wide = {
  format: 1,
  name: "Bench_Wide",
  namespace,
  keys: ["Property0"],
  properties,
};
/** @type {import("../dist/runtime/index.js").ClassData} */
export const Service = {
  format: 1,
  name: "Bench_Service",
  namespace,
  keys: ["Name"],
  properties: { Name: "string" },
  methods: { Ping: { returns: "uint32" } },
};
export const classes = [Wide, Service];

const uri = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Bench_Wide";

/** @type {Map<number, string>} */
const made = new Map();

/** @param {number} index @returns {string} an instance as WinRM writes it */
export function instanceXml(index) {
  const before = made.get(index % 1000);
  if (before !== undefined) return before;
  const values = Object.entries(properties).map(([name, type], column) => {
    const value =
      type === "string"
        ? `value ${index}.${column} of a service`
        : type === "uint32"
          ? index * column
          : "true";
    return `<p:${name}>${value}</p:${name}>`;
  });
  const text =
    `<w:Item><p:Bench_Wide xmlns:p="${uri}" xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Bench_Wide_Type">${values.join("")}</p:Bench_Wide>` +
    `<a:EndpointReference><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address><a:ReferenceParameters><w:ResourceURI>${uri}</w:ResourceURI>` +
    `<w:SelectorSet><w:Selector Name="__cimnamespace">${namespace}</w:Selector><w:Selector Name="Property0">value ${index}.0 of a service</w:Selector></w:SelectorSet></a:ReferenceParameters></a:EndpointReference></w:Item>`;
  made.set(index % 1000, text);
  return text;
}

/**
 * @param {string} relatesTo
 * @param {number} from
 * @param {number} count
 * @param {boolean} isLast
 */
export function soap(relatesTo, from, count, isLast) {
  const items = Array.from({ length: count }, (_, index) => instanceXml(from + index)).join("");
  const [prefix, name] = from === 0 ? ["w", "EnumerateResponse"] : ["n", "PullResponse"];
  return (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<s:Header><a:RelatesTo>${relatesTo}</a:RelatesTo></s:Header><s:Body><n:${name}><n:EnumerationContext>${from + count}</n:EnumerationContext>` +
    `<${prefix}:Items>${items}</${prefix}:Items>${isLast ? `<${prefix}:EndOfSequence/>` : ""}</n:${name}></s:Body></s:Envelope>`
  );
}
