import { describe, expect, test } from "vitest";
import { connect, type InstancePath, pathOf } from "../../src/runtime/index.ts";
import { collect, failure } from "./caught.ts";
import { serve } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

/** A server that answers each request with what an operation returns. */
async function answering(returned: string): Promise<ReturnType<typeof connect>> {
  const server = await serve(({ body }, response) => {
    const id = / ID="([^"]*)"/.exec(body)?.[1] ?? "";
    const name = /<IMETHODCALL NAME="([^"]*)"/.exec(body)?.[1] ?? "";
    const isOpen = name.startsWith("Open");
    const end = isOpen
      ? '<PARAMVALUE NAME="EndOfSequence" PARAMTYPE="boolean"><VALUE>TRUE</VALUE></PARAMVALUE>'
      : "";
    response.writeHead(200, { "Content-Type": "application/xml" });
    response.end(
      `<?xml version="1.0"?><CIM CIMVERSION="2.0" DTDVERSION="2.0"><MESSAGE ID="${id}" PROTOCOLVERSION="1.0"><SIMPLERSP><IMETHODRESPONSE NAME="${name}"><IRETURNVALUE>${returned}</IRETURNVALUE>${end}</IMETHODRESPONSE></SIMPLERSP></MESSAGE></CIM>`,
    );
  });
  return connect(server.url, { protocol: "cim-xml" });
}

const local =
  '<LOCALNAMESPACEPATH><NAMESPACE NAME="root"/><NAMESPACE NAME="other"/></LOCALNAMESPACEPATH>';
const whole = `<NAMESPACEPATH><HOST>h</HOST>${local}</NAMESPACEPATH>`;
const keyed = (host: string, id: string): string =>
  `<INSTANCENAME CLASSNAME="win32_virtualDESKTOPsession"><KEYBINDING NAME="vmhostname">${host}</KEYBINDING><KEYBINDING NAME="SessionId">${id}</KEYBINDING></INSTANCENAME>`;
const name = keyed(
  '<KEYVALUE VALUETYPE="string">vh01</KEYVALUE>',
  '<KEYVALUE VALUETYPE="numeric">3</KEYVALUE>',
);
const instance =
  '<INSTANCE CLASSNAME="Win32_VirtualDesktopSession"><PROPERTY NAME="VMHostName" TYPE="string"><VALUE>vh01</VALUE></PROPERTY><PROPERTY NAME="SessionId" TYPE="uint32"><VALUE>3</VALUE></PROPERTY></INSTANCE>';

const here: InstancePath = {
  namespace: "root/cimv2/rdms",
  className: "Win32_VirtualDesktopSession",
  keys: { VMHostName: "vh01", SessionId: 3 },
};
const elsewhere: InstancePath = { ...here, namespace: "root/other" };

describe("an item with an instance", () => {
  test.each([
    ["alone", instance, here],
    ["in VALUE.OBJECT", `<VALUE.OBJECT>${instance}</VALUE.OBJECT>`, here],
    ["with its name", `<VALUE.NAMEDINSTANCE>${name}${instance}</VALUE.NAMEDINSTANCE>`, here],
    [
      "with its path",
      `<VALUE.INSTANCEWITHPATH><INSTANCEPATH>${whole}${name}</INSTANCEPATH>${instance}</VALUE.INSTANCEWITHPATH>`,
      elsewhere,
    ],
    [
      "as an object with its path",
      `<VALUE.OBJECTWITHPATH><INSTANCEPATH>${whole}${name}</INSTANCEPATH>${instance}</VALUE.OBJECTWITHPATH>`,
      elsewhere,
    ],
    [
      "with its local path",
      `<VALUE.OBJECTWITHLOCALPATH><LOCALINSTANCEPATH>${local}${name}</LOCALINSTANCEPATH>${instance}</VALUE.OBJECTWITHLOCALPATH>`,
      elsewhere,
    ],
  ])("%s", async (_, item, path) => {
    const cim = await answering(item);
    const [only, ...others] = await collect(cim.enumerate(Session));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ VMHostName: "vh01", SessionId: 3 });
    expect(only === undefined ? undefined : pathOf(only)).toEqual(path);
  });

  test.each([
    "<CLASS NAME='X'/>",
    "<VALUE>1</VALUE>",
    `<VALUE.NAMEDINSTANCE>${name}</VALUE.NAMEDINSTANCE>`,
  ])("is not %s", async (item) => {
    const cim = await answering(item);
    const [code, message] = await failure(() => collect(cim.enumerate(Session)));
    expect(code).toBe("protocol");
    expect(message).toMatch(/^Win32_VirtualDesktopSession: <[A-Z.]+> holds no instance$/);
  });
});

describe("an item of a path alone", () => {
  test.each([
    ["a name", name, here],
    ["a path", `<INSTANCEPATH>${whole}${name}</INSTANCEPATH>`, elsewhere],
    ["a local path", `<LOCALINSTANCEPATH>${local}${name}</LOCALINSTANCEPATH>`, elsewhere],
    [
      "an object's path",
      `<OBJECTPATH><INSTANCEPATH>${whole}${name}</INSTANCEPATH></OBJECTPATH>`,
      elsewhere,
    ],
    [
      "a name whose keys do not say their type",
      keyed("<KEYVALUE>vh01</KEYVALUE>", "<KEYVALUE>3</KEYVALUE>"),
      here,
    ],
    [
      "a name whose keys state types of CIM",
      keyed('<KEYVALUE TYPE="string">vh01</KEYVALUE>', '<KEYVALUE TYPE="uint32">3</KEYVALUE>'),
      here,
    ],
  ])("%s", async (_, item, path) => {
    const cim = await answering(item);
    const found = await collect(cim.enumerate(Session, { keysOnly: true }));
    expect(found.map((each) => pathOf(each))).toEqual([path]);
  });

  test.each([
    `<OBJECTPATH><CLASSPATH>${whole}<CLASSNAME NAME="X"/></CLASSPATH></OBJECTPATH>`,
    `<CLASSPATH>${whole}<CLASSNAME NAME="X"/></CLASSPATH>`,
    `<LOCALCLASSPATH>${local}<CLASSNAME NAME="X"/></LOCALCLASSPATH>`,
    '<CLASSNAME NAME="X"/>',
  ])("does not name a class: %s", async (item) => {
    const cim = await answering(item);
    const at = cim.at(Session, { VMHostName: "vh01", SessionId: 3 });
    const [code, message] = await failure(() => collect(cim.associators(at, { keysOnly: true })));
    expect(code).toBe("protocol");
    expect(message).toMatch(/<[A-Z]+> names a class, and no instance$/);
  });
});
