import { describe, expect, test } from "vitest";
import { connect } from "./connect-windows.ts";
import { collect, failure } from "./caught.ts";
import { serveBodies } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const keys = { VMHostName: "Host", SessionId: 1 };
const name = "Win32_VirtualDesktopSession";

async function getting(body: string): Promise<unknown> {
  const server = await serveBodies(body);
  return connect(server.url).get(Session, keys);
}

async function calling(body: string): Promise<unknown> {
  const server = await serveBodies(body);
  return connect(server.url).at(Session, keys).Logoff();
}

const host = (text: string): string => `<s:VMHostName>${text}</s:VMHostName>`;
const id = (text: string): string => `<s:SessionId>${text}</s:SessionId>`;

describe("what a method answered", () => {
  test.each([`<s:Logoff_OUTPUT/>`, ""])("%j is no return value", async (body) => {
    expect(await failure(() => calling(body))).toEqual([
      "protocol",
      `${name}.Logoff: the answer has no ReturnValue, where the method returns uint32`,
    ]);
  });

  test("is a null that the server states", async () => {
    const body = `<s:Logoff_OUTPUT><s:ReturnValue xsi:nil="true"/></s:Logoff_OUTPUT>`;
    expect(await calling(body)).toBeNull();
  });

  test.each(["Logoff_OUTPUT", "LOGOFF_output", "Logoff", "logoff", `${name}_OUTPUT`])(
    "%s is its own",
    async (root) => {
      expect(await calling(`<s:${root}><s:ReturnValue>7</s:ReturnValue></s:${root}>`)).toBe(7);
    },
  );

  test("of another method is refused", async () => {
    const body = "<s:Touch_OUTPUT><s:ReturnValue>0</s:ReturnValue></s:Touch_OUTPUT>";
    expect(await failure(() => calling(body))).toEqual([
      "protocol",
      `${name}.Logoff: the server answered with "Touch_OUTPUT", which is not the output of this method`,
    ]);
  });
});

describe("an instance that was asked for", () => {
  test.each([
    `<s:${name}>${host("hOST")}${id("01")}</s:${name}>`,
    `<s:${name}/>`,
    `<s:Vendor_Sub>${host("Host")}${id("1")}</s:Vendor_Sub>`,
  ])("is %s", async (body) => {
    expect(await getting(body)).toMatchObject({ SessionId: 1 });
  });

  test.each([
    [
      `<s:${name}>${host("Host")}${id("2")}</s:${name}>`,
      "another instance: its key SessionId is not the one asked for",
    ],
    [
      `<s:${name}>${host("Other")}${id("1")}</s:${name}>`,
      "another instance: its key VMHostName is not the one asked for",
    ],
    [
      `<s:Sub>${host("Host")}${id("2")}</s:Sub>`,
      "another instance: its key SessionId is not the one asked for",
    ],
    [`<s:Alien>${host("Host")}</s:Alien>`, '"Alien", which has no key SessionId'],
  ])("is not %s", async (body, sentence) => {
    expect(await failure(() => getting(body))).toEqual([
      "protocol",
      `${name}: the server answered with ${sentence}`,
    ]);
  });
});

test("an item without a key, in itself and in its endpoint reference, is refused", async () => {
  const item = (keysInItem: string, selectors: string): string =>
    `<n:EnumerateResponse><w:Items><w:Item><s:${name}>${keysInItem}</s:${name}>` +
    `<a:EndpointReference><a:ReferenceParameters><w:ResourceURI>http://x/${name}</w:ResourceURI>` +
    `<w:SelectorSet>${selectors}</w:SelectorSet></a:ReferenceParameters></a:EndpointReference>` +
    "</w:Item></w:Items><w:EndOfSequence/></n:EnumerateResponse>";
  const selector = '<w:Selector Name="SessionId">1</w:Selector>';
  const walk = async (body: string): Promise<unknown[]> => {
    const server = await serveBodies(body);
    return collect(connect(server.url).enumerate(Session));
  };
  expect(await walk(item(host("h"), selector))).toMatchObject([{ VMHostName: "h", SessionId: 1 }]);
  expect(await failure(() => walk(item(host("h"), "")))).toEqual([
    "protocol",
    `${name}: an item of the enumeration lacks its key SessionId`,
  ]);
});
