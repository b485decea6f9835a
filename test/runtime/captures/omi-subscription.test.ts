/** A subscription with pull delivery at OMI: two pulls that bring nothing, and its end. */
import { describe, expect, test } from "vitest";
import { type ClassDescriptor, defineClass, omi, wql } from "../../../src/runtime/index.ts";
import { collect, failure } from "../caught.ts";
import { check } from "./exchange.ts";
import { captureNames, haveCaptures, messageIdOf } from "./replay.ts";

interface Alert {
  readonly Message: string | null;
}

const Alert: ClassDescriptor<Alert> = defineClass({
  format: 1,
  name: "MSFT_Alert",
  namespace: "root/test",
  indication: true,
  properties: { Message: "string" },
});

const names = ["01-subscribe-pull", "02-pull-events-1", "03-pull-events-2", "04-unsubscribe"];

describe.skipIf(!haveCaptures)("omi-subscription", () => {
  test("is begun, pulled from while nothing happens, and ended", async () => {
    const abort = new AbortController();
    const ids = names.map((name) => messageIdOf("omi-subscription", name));
    let messages = 0;
    await check("omi-subscription", "/wsman", {
      names,
      call: async (cim) => {
        const query = wql(Alert)`select * from MSFT_Alert`;
        const [code] = await failure(() => collect(cim.subscribe(query, { signal: abort.signal })));
        return code;
      },
      gives: "aborted",
      request: "same",
      options: {
        dialect: omi,
        createMessageId() {
          // The third pull is about to be sent: the recorded client left here.
          if (++messages === 4) abort.abort();
          return messages === 4 ? "none" : (ids.shift() ?? "none");
        },
      },
    });
  });

  test("is here whole", () => {
    expect(names).toEqual(captureNames("omi-subscription"));
  });
});
