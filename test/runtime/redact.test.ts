import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { basic, type CimError } from "../../src/runtime/index.ts";
import { redactor } from "../../src/runtime/http/redact.ts";
import { connect } from "./connect-windows.ts";
import { caught } from "./caught.ts";
import { type ScriptedServer, serve, serveBodies } from "./scripted-server.ts";
import { Win32_VirtualDesktopSession as Session } from "./session.ts";

const auth = basic({ username: "tester", password: 's3 "cret' });
const token = Buffer.from('tester:s3 "cret').toString("base64");
const secrets = [token, 's3 "cret', 's3 \\"cret', "s3%20%22cret", "s3+%22cret"];

function logoff(server: ScriptedServer): Promise<CimError> {
  const cim = connect(server.url, { auth });
  return caught(() => cim.at(Session, { VMHostName: "v", SessionId: 1 }).Logoff());
}

function leaks(error: CimError): string[] {
  const shown = `${inspect(error, { depth: 20, showHidden: true })}${error.stack}${JSON.stringify(error)}`;
  return secrets.filter((secret) => shown.includes(secret));
}

describe("credentials that a server says back are not shown", () => {
  test("in a fault", async () => {
    const server = await serveBodies(
      `<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>x:Basic ${token}</s:Value></s:Subcode></s:Code>` +
        `<s:Reason><s:Text>no Basic ${token} with s3 "cret</s:Text></s:Reason>` +
        `<s:Detail><w:FaultDetail>${token}</w:FaultDetail></s:Detail></s:Fault>`,
    );
    const error = await logoff(server);
    expect([leaks(error), error.reason]).toEqual([[], "no [redacted] with [redacted]"]);
    expect(error.message).toBe(
      "failed: Win32_VirtualDesktopSession.Logoff: no [redacted] with [redacted]",
    );
  });

  test("in a redirect", async () => {
    const server = await serve((request, response) => {
      const Location = `http://e/${encodeURIComponent(request.headers.authorization ?? "")}/s3 "cret`;
      response.writeHead(302, { Location }).end();
    });
    const error = await logoff(server);
    expect([leaks(error), error.code]).toEqual([[], "protocol"]);
    expect(error.message).toContain('"http://e/[redacted]/[redacted]"');
  });

  test("in a value that cannot be read, nor in a cause", async () => {
    const value = await serveBodies(`<s:Logoff><s:ReturnValue>${token}</s:ReturnValue></s:Logoff>`);
    const markup = await serveBodies(`<s:Logoff><${token.replaceAll("=", "")}></s:Logoff>`);
    expect([leaks(await logoff(value)), leaks(await logoff(markup))]).toEqual([[], []]);
  });

  test("nor the part that is left where a message was cut", () => {
    expect(redactor([`Basic ${token}`])(`x${token.slice(0, 12)}`)).toBe("x[redacted]");
  });

  test("nor as the request that had them spells them", () => {
    const header = `Basic ${Buffer.from("u:<s3&cret>'").toString("base64")}`;
    const quoted = "&lt;s3&amp;cret&gt;' &lt;s3&amp;cret&gt;&apos;";
    expect(redactor([header])(quoted)).toBe("[redacted] [redacted]");
  });

  test("but short ones within words, and other headers' names, are", () => {
    const header = `Basic ${Buffer.from("u:a.c").toString("base64")}`;
    const text = "abc xa.c a.c, (a.c) Basic Negotiate";
    expect(redactor([header, "Negotiate YIIBabcdefgh"])(text)).toBe(
      "abc xa.c [redacted], ([redacted]) Basic Negotiate",
    );
  });

  test("but names of parameters are", () => {
    const header = 'Digest username="joe", response="0123456789abcdef"';
    expect(redactor([header])(`no username of joe: ${header}`)).toBe(
      "no username of joe: [redacted]",
    );
  });

  test("nor in lower case, as the name of a scheme", async () => {
    const server = await serve((_, response) => {
      response.writeHead(401, { "WWW-Authenticate": token.replaceAll("=", "") }).end();
    });
    const { message, schemes } = await logoff(server);
    expect([message, schemes].join(" ").toLowerCase()).not.toContain(
      token.slice(0, 10).toLowerCase(),
    );
  });
});
