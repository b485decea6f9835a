import { request } from "node:http";
import { type Schema, resolve } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";

/** The schema that a MOF text declares; a test error when it cannot be understood. */
export function schemaOf(text: string): Schema {
  const { value, diagnostics } = parse({ name: "test.mof", text });
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(JSON.stringify(first.code));
  // What the checks would say is left to the server, which meets such schemas as well.
  const set = { roots: [value], includes: new Map() };
  return resolve(set, { defaultNamespace: "root/cimv2" }).value;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One exchange on a connection of its own. */
export function send(url: string, { method = "POST", headers, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method, agent: false, headers: { "Content-Type": soap, ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          });
        });
        incoming.on("error", reject);
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const soap = "application/soap+xml;charset=UTF-8";

/** What a test says about a request; the rest is as every client has it. */
export interface Words {
  readonly action?: string;
  readonly uri?: string;
  /** Name and content of each selector. */
  readonly selectors?: readonly (readonly [name: string, text: string])[];
  readonly namespace?: string;
  /** Content of the body, as XML. */
  readonly body?: string;
  /** Further header elements, as XML. */
  readonly header?: string;
  readonly maxEnvelopeSize?: number;
  /** Names of headers that are not sent. */
  readonly without?: readonly string[];
}

export const cimSchema = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";
export const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer/";
export const enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/";
const anonymous = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";

/** A request as text. */
export function envelope(words: Words): string {
  const { action, uri, selectors = [], body = "", header = "", without = [] } = words;
  const { namespace = "root/cimv2/rdms", maxEnvelopeSize = 153600 } = words;
  const set = [["__cimnamespace", namespace], ...selectors]
    .map(([name = "", text = ""]) => `<w:Selector Name="${name}">${text}</w:Selector>`)
    .join("");
  const blocks: readonly (readonly [string, string])[] = [
    ["To", "<a:To>http://127.0.0.1/wsman</a:To>"],
    ["ResourceURI", `<w:ResourceURI s:mustUnderstand="true">${uri ?? ""}</w:ResourceURI>`],
    [
      "ReplyTo",
      `<a:ReplyTo><a:Address s:mustUnderstand="true">${anonymous}</a:Address></a:ReplyTo>`,
    ],
    ["Action", `<a:Action s:mustUnderstand="true">${action ?? ""}</a:Action>`],
    [
      "MaxEnvelopeSize",
      `<w:MaxEnvelopeSize s:mustUnderstand="true">${maxEnvelopeSize}</w:MaxEnvelopeSize>`,
    ],
    ["MessageID", "<a:MessageID>uuid:1</a:MessageID>"],
    ["SelectorSet", `<w:SelectorSet>${set}</w:SelectorSet>`],
  ];
  const kept = blocks.filter(([name]) => !without.includes(name)).map(([, text]) => text);
  return (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
    'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<s:Header>${kept.join("")}${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

/** Sends a request that {@link envelope} makes. */
export function ask(url: string, words: Words): Promise<Answer> {
  return send(url, { body: envelope(words) });
}

/** What stands in the body of an answer, with enumeration contexts made equal. */
export function bodyOf({ body }: Answer): string {
  const found = /<s:Body>(.*)<\/s:Body>/s.exec(body)?.[1] ?? "";
  return found.replace(
    /<n:EnumerationContext>uuid:[\dA-F-]{36}</g,
    "<n:EnumerationContext>uuid:*<",
  );
}

/** Status, values of the fault's codes and its words. */
export function faultIn(answer: Answer): Readonly<Record<string, string | number | undefined>> {
  const pick = (pattern: RegExp): string | undefined => pattern.exec(answer.body)?.[1];
  return {
    status: answer.status,
    value: pick(/<s:Value>s:(\w+)<\/s:Value>/),
    subcode: pick(/<s:Subcode><s:Value>([^<]*)</),
    detail: pick(/faultDetail\/(\w+)</),
    code: pick(/<f:WSManFault [^>]*Code="(\d+)"/)?.replace(/.*/, (text) =>
      text === "" ? "" : `0x${Number(text).toString(16)}`,
    ),
    cimStatus: pick(/CIMStatusCode[^>]*>(\d+)</),
    reason: pick(/<s:Text[^>]*>([^<]*)</),
  };
}
