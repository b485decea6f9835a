/** Recording what a client asks and gets. */
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CimError } from "../../runtime/error.ts";
import { intercept, type Interceptor, mapItems } from "../../runtime/intercept.ts";
import type { AnyRequest, AnyResponse } from "../../runtime/operations.ts";
import { hidingSecrets } from "../../runtime/hiding.ts";
import { answerWithoutSecrets, itemWithoutSecrets } from "../../runtime/secrets.ts";
import type { Transport } from "../../runtime/transport.ts";
import { errorToJson, type Json, type RecordedExchange, requestToJson, toJson } from "./format.ts";

/**
 * Records every exchange of a transport. The file is written when the transport is closed; values
 * that look like passwords, by name or by the schema, are hidden in it, and credentials never get
 * there.
 *
 * ```ts
 * const cim = createClient(record(wsmanTransport({ url, auth }), "session.json"));
 * ```
 *
 * @param transport - The way to the server.
 * @param file - Where the exchanges go; an existing file is replaced.
 * @throws CimError `"configuration"` from `close` when the file cannot be written.
 */
export function record(transport: Transport, file: string | URL): Transport {
  const exchanges: (RecordedExchange | undefined)[] = [];
  const recording: Interceptor = (next) => async (request) => {
    // Its place is where it began, so that a recording does not depend on who was faster.
    const place = exchanges.push(undefined) - 1;
    const asked = requestToJson(request);
    const keep = (rest: Omit<RecordedExchange, "request">): void => {
      exchanges[place] = { request: asked, ...rest };
    };
    try {
      const response = await next(request);
      if ("items" in response) return recordedItems(request, response, keep);
      const shown = answerWithoutSecrets(request, response);
      if ("value" in shown) keep({ answer: toJson(shown.value) });
      return response;
    } catch (error) {
      keep({ error: errorToJson(CimError.from(error)) });
      throw error;
    }
  };
  // Its errors are recorded as well, and servers quote what they refuse.
  const { exchange } = intercept(transport, [recording, hidingSecrets]);
  return {
    ...transport,
    exchange,
    async close() {
      await transport.close();
      await save(
        file,
        exchanges.filter((each) => each !== undefined),
      );
    },
  };
}

function recordedItems(
  request: AnyRequest,
  response: Extract<AnyResponse, { readonly items: unknown }>,
  keep: (rest: Omit<RecordedExchange, "request">) => void,
): AnyResponse {
  return mapItems(response, async function* (all) {
    const items: Json[] = [];
    let isPartial = true;
    try {
      for await (const item of all) {
        // As: every operation's items are objects.
        items.push(toJson(itemWithoutSecrets(request, item as object)));
        yield item;
      }
      isPartial = false;
      keep({ items });
    } catch (error) {
      isPartial = false;
      keep({ items, error: errorToJson(CimError.from(error)) });
      throw error;
    } finally {
      if (isPartial) keep({ items, isPartial });
    }
  });
}

async function save(file: string | URL, exchanges: readonly RecordedExchange[]): Promise<void> {
  const text = `${JSON.stringify({ format: 1, exchanges }, undefined, 2)}\n`;
  const target = file instanceof URL ? fileURLToPath(file) : file;
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CimError("configuration", `the recording cannot be written: ${why}`, { cause });
  }
}
