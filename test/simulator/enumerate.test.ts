import { expect, test } from "vitest";
import { Contexts } from "../../src/simulator/contexts.ts";
import { keys, sessions, sessionUri, start } from "./sessions.ts";
import { type Answer, ask, bodyOf, cimSchema, enumeration, faultIn, schemaOf } from "./wire.ts";

const animals = schemaOf(`
  class X_Animal { [key] uint32 Id; string Name; };
  class X_Cat : X_Animal { boolean Purrs; };
`);
const instances = {
  X_Animal: [{ Id: 1, Name: "rex" }],
  X_Cat: [{ Id: 2, Name: "tom", Purrs: true }],
};

function enumerate(url: string, content: string, className = "X_Animal"): Promise<Answer> {
  return ask(url, {
    action: `${enumeration}Enumerate`,
    uri: `${cimSchema}${className}`,
    namespace: "root/cimv2",
    body: `<n:Enumerate>${content}</n:Enumerate>`,
  });
}

function pull(url: string, context: string, more = ""): Promise<Answer> {
  return ask(url, {
    action: `${enumeration}Pull`,
    uri: `${cimSchema}X_Animal`,
    namespace: "root/cimv2",
    body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext>${more}</n:Pull>`,
  });
}

function release(url: string, context: string): Promise<Answer> {
  return ask(url, {
    action: `${enumeration}Release`,
    uri: `${cimSchema}X_Animal`,
    namespace: "root/cimv2",
    body: `<n:Release><n:EnumerationContext>${context}</n:EnumerationContext></n:Release>`,
  });
}

function contextIn({ body }: Answer): string {
  return /<n:EnumerationContext>([^<]*)</.exec(body)?.[1] ?? "";
}

const rex =
  `<p:X_Animal xmlns:p="${cimSchema}X_Animal" xsi:type="p:X_Animal_Type">` +
  "<p:Id>1</p:Id><p:Name>rex</p:Name></p:X_Animal>";
const tom =
  `<p:X_Cat xmlns:p="${cimSchema}X_Cat" xsi:type="p:X_Cat_Type">` +
  "<p:Id>2</p:Id><p:Name>tom</p:Name><p:Purrs>true</p:Purrs></p:X_Cat>";

test("a plain Enumerate gives a context, Pulls the items one by one", async () => {
  const { url } = await start({ schema: animals, instances });
  const begun = await enumerate(url, "");
  expect(bodyOf(begun)).toBe(
    "<n:EnumerateResponse><n:EnumerationContext>uuid:*</n:EnumerationContext></n:EnumerateResponse>",
  );
  const context = contextIn(begun);
  expect(bodyOf(await pull(url, context))).toBe(
    "<n:PullResponse><n:EnumerationContext>uuid:*</n:EnumerationContext>" +
      `<n:Items>${rex}</n:Items></n:PullResponse>`,
  );
  expect(bodyOf(await pull(url, context, "<n:MaxElements>5</n:MaxElements>"))).toBe(
    `<n:PullResponse><n:Items>${tom}</n:Items><n:EndOfSequence/></n:PullResponse>`,
  );
  expect(faultIn(await pull(url, context))).toEqual(unknownContext);
});

const unknownContext = {
  status: 500,
  value: "Receiver",
  subcode: "n:InvalidEnumerationContext",
  code: "0x8033801b",
  reason: "the enumeration context is not known",
};

test("an optimized Enumerate without MaxElements brings one item", async () => {
  const { url } = await start({ schema: animals, instances });
  const begun = await enumerate(url, "<w:OptimizeEnumeration/>");
  expect(bodyOf(begun)).toBe(
    "<n:EnumerateResponse><n:EnumerationContext>uuid:*</n:EnumerationContext>" +
      `<w:Items>${rex}</w:Items></n:EnumerateResponse>`,
  );
});

test("of a class without instances there are no items, and an end", async () => {
  const { url } = await start({ schema: animals });
  expect(bodyOf(await enumerate(url, "<w:OptimizeEnumeration/>"))).toBe(
    "<n:EnumerateResponse><n:EnumerationContext/><w:Items/><w:EndOfSequence/></n:EnumerateResponse>",
  );
});

test("references alone", async () => {
  const { url } = await start({ schema: animals, instances });
  const mode = "<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>";
  const answer = await enumerate(url, `<w:OptimizeEnumeration/>${mode}`, "X_Cat");
  expect(bodyOf(answer)).toBe(
    "<n:EnumerateResponse><n:EnumerationContext/><w:Items><a:EndpointReference>" +
      "<a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address>" +
      `<a:ReferenceParameters><w:ResourceURI>${cimSchema}X_Cat</w:ResourceURI><w:SelectorSet>` +
      '<w:Selector Name="__cimnamespace">root/cimv2</w:Selector><w:Selector Name="Id">2</w:Selector>' +
      "</w:SelectorSet></a:ReferenceParameters></a:EndpointReference></w:Items><w:EndOfSequence/></n:EnumerateResponse>",
  );
});

test.each([
  ["IncludeSubClassProperties", `${rex}${tom}`],
  [
    "ExcludeSubClassProperties",
    `${rex}${rex.replace("1", "1").replace("<p:Id>1", "<p:Id>2").replace("rex", "tom")}`,
  ],
  ["None", rex],
])("polymorphism %s", async (mode, items) => {
  const { url } = await start({ schema: animals, instances });
  const answer = await enumerate(
    url,
    "<w:OptimizeEnumeration/><w:MaxElements>5</w:MaxElements>" +
      `<b:PolymorphismMode xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd">${mode}</b:PolymorphismMode>`,
  );
  expect(/<w:Items>(.*)<\/w:Items>/.exec(answer.body)?.[1]).toBe(items);
});

test("an answer holds no more items than fit into the envelope", async () => {
  const many = Array.from({ length: 40 }, (_, Id) => ({ Id, Name: "x".repeat(900) }));
  const { url } = await start({ schema: animals, instances: { X_Animal: many } });
  const words = { uri: `${cimSchema}X_Animal`, namespace: "root/cimv2", maxEnvelopeSize: 8192 };
  let answer = await ask(url, {
    ...words,
    action: `${enumeration}Enumerate`,
    body: "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>100</w:MaxElements></n:Enumerate>",
  });
  const ids: (string | undefined)[] = [];
  for (let round = 0; round < 100; round++) {
    expect(Buffer.byteLength(answer.body)).toBeLessThanOrEqual(8192);
    ids.push(...Array.from(answer.body.matchAll(/<p:Id>(\d+)</g), (match) => match[1]));
    const context = contextIn(answer);
    if (context === "") break;
    const body = `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>100</n:MaxElements></n:Pull>`;
    answer = await ask(url, { ...words, action: `${enumeration}Pull`, body });
  }
  expect(ids).toEqual(many.map(({ Id }) => String(Id)));
});

test("an instance that never fits is a fault", async () => {
  const { url } = await start({
    schema: animals,
    instances: { X_Animal: [{ Id: 1, Name: "x".repeat(9000) }] },
  });
  const answer = await ask(url, {
    action: `${enumeration}Enumerate`,
    uri: `${cimSchema}X_Animal`,
    namespace: "root/cimv2",
    maxEnvelopeSize: 8192,
    body: "<n:Enumerate><w:OptimizeEnumeration/></n:Enumerate>",
  });
  expect(faultIn(answer)).toEqual({
    status: 500,
    value: "Sender",
    subcode: "w:EncodingLimit",
    detail: "MaxEnvelopeSizeExceeded",
    code: "0x80338048",
    reason: "an instance is too large to send",
  });
});

test("what is enumerated is what there was at the beginning", async () => {
  const { url, store } = await start({ schema: animals, instances });
  const context = contextIn(await enumerate(url, ""));
  store.delete({ namespace: "root/cimv2", className: "X_Animal", keys: { Id: 1 } });
  expect(bodyOf(await pull(url, context))).toContain("<p:Name>rex</p:Name>");
});

test("Release forgets the context, and says so", async () => {
  const { url } = await start({ schema: animals, instances });
  const context = contextIn(await enumerate(url, ""));
  const released = await release(url, context);
  expect([released.status, bodyOf(released), /<s:Body\/>/.test(released.body)]).toEqual([
    200,
    "",
    true,
  ]);
  expect(released.body).toContain(`<a:Action>${enumeration}ReleaseResponse</a:Action>`);
  expect(faultIn(await pull(url, context))).toEqual(unknownContext);
  expect(faultIn(await release(url, context))).toEqual(unknownContext);
});

test.each([
  ["<w:MaxElements>0</w:MaxElements><w:OptimizeEnumeration/>", "w:SchemaValidationError"],
  ["<w:EnumerationMode>EnumerateNothing</w:EnumerationMode>", "w:UnsupportedFeature"],
  [
    '<w:Filter Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL">x</w:Filter>',
    "n:CannotProcessFilter",
  ],
  ['<w:Filter Dialect="urn:unknown">x</w:Filter>', "n:FilterDialectRequestedUnavailable"],
])("%s is refused", async (content, subcode) => {
  const { url } = await start({ schema: animals, instances });
  expect(faultIn(await enumerate(url, content))).toMatchObject({ status: 500, subcode });
});

test("an unknown class faults at once", async () => {
  const { url } = await sessions();
  const answer = await ask(url, {
    action: `${enumeration}Enumerate`,
    uri: `${cimSchema}No_Such_Class`,
    body: "<n:Enumerate/>",
  });
  expect(faultIn(answer)).toMatchObject({ code: "0x80041010", cimStatus: "5" });
  // Not even a wrong body hides it.
  const mixed = {
    action: `${enumeration}Pull`,
    uri: sessionUri,
    selectors: keys(1),
    body: "<n:X/>",
  };
  expect(faultIn(await ask(url, mixed))).toMatchObject({ subcode: "w:SchemaValidationError" });
});

test("contexts are bounded in number and by idle time", () => {
  let time = 0;
  const contexts = new Contexts<string>({ count: 2, idle: 100, now: () => time });
  const one = contexts.open("one");
  time = 50;
  const two = contexts.open("two");
  expect(() => contexts.open("three")).toThrow("too many enumerations are open");
  time = 99;
  expect(contexts.use(one)).toBe("one");
  time = 150;
  expect([contexts.use(two), contexts.use(one), contexts.size]).toEqual([undefined, "one", 1]);
  contexts.close(one);
  expect([contexts.use(one), contexts.use("constructor"), contexts.size]).toEqual([
    undefined,
    undefined,
    0,
  ]);
});
