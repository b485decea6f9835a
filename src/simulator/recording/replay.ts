/** Answering from a recording. */
import { readFileSync } from "node:fs";
import { CimError } from "../../runtime/error.ts";
import type { AnyRequest, AnyResponse } from "../../runtime/operations.ts";
import type { Transport } from "../../runtime/transport.ts";
import {
  errorFromJson,
  fromJson,
  type Json,
  type RecordedExchange,
  type Recording,
  requestToJson,
} from "./format.ts";

/**
 * Makes a transport that answers as it was recorded. What only reads may be asked in any order
 * and again; what changes something comes in the order in which it was recorded, and reads
 * before and after it stay apart.
 *
 * ```ts
 * const cim = createClient(replay("session.json"));
 * ```
 *
 * @param file - Written by `record`.
 * @throws CimError `"configuration"` for a file that is none, and from every request that was
 *   not recorded.
 */
export function replay(file: string | URL): Transport {
  const script = new Script(read(file).exchanges);
  let isClosed = false;
  return {
    exchange: async (request) => {
      if (isClosed) throw new CimError("closed", "the client is closed");
      return answer(request, script.take(request));
    },
    close() {
      isClosed = true;
      return Promise.resolve();
    },
  };
}

function read(file: string | URL): Recording {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CimError("configuration", `the recording cannot be read: ${why}`, { cause });
  }
  if (isRecording(parsed)) return parsed;
  throw new CimError("configuration", "the file is no recording of format 1");
}

function isRecording(value: unknown): value is Recording {
  return (
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === 1 &&
    "exchanges" in value &&
    Array.isArray(value.exchanges) &&
    value.exchanges.every(
      (each: unknown) => typeof each === "object" && each !== null && "request" in each,
    )
  );
}

interface Entry {
  readonly key: string;
  readonly exchange: RecordedExchange;
  isUsed: boolean;
}

/** Reads between two changes, and the changes that follow them. */
interface Chapter {
  readonly reads: Entry[];
  readonly changes: Entry[];
}

const changing: ReadonlySet<string> = new Set(["invoke", "create", "modify", "delete"]);

/** What was recorded, chapter by chapter. */
class Script {
  readonly #chapters: readonly Chapter[];
  #current = 0;

  constructor(exchanges: readonly RecordedExchange[]) {
    const chapters: Chapter[] = [{ reads: [], changes: [] }];
    for (const exchange of exchanges) {
      const entry = { key: canonical(exchange.request), exchange, isUsed: false };
      let last = chapters.at(-1);
      const isChange = changing.has(operationOf(exchange.request));
      if (last === undefined || (!isChange && last.changes.length > 0)) {
        last = { reads: [], changes: [] };
        chapters.push(last);
      }
      (isChange ? last.changes : last.reads).push(entry);
    }
    this.#chapters = chapters;
  }

  take(request: AnyRequest): RecordedExchange {
    const key = canonical(requestToJson(request));
    const isChange = changing.has(request.operation);
    const found = isChange ? this.#takeChange(key) : this.#takeRead(key);
    if (found !== undefined) return found;
    const what = "cls" in request ? `${request.operation} ${request.cls.name}` : request.operation;
    const sentence = isChange
      ? `the recording does not go on with this: ${what}`
      : `this was not recorded at this place: ${what}`;
    throw new CimError("configuration", sentence);
  }

  #takeChange(key: string): RecordedExchange | undefined {
    for (const index of [this.#current, this.#current + 1]) {
      const changes = this.#chapters[index]?.changes ?? [];
      const isEarlierDone =
        index === this.#current ||
        this.#chapters[this.#current]?.changes.every(({ isUsed }) => isUsed);
      const entry = changes.find((each) => each.key === key && !each.isUsed);
      if (entry === undefined || isEarlierDone !== true) continue;
      entry.isUsed = true;
      this.#current = index;
      return entry.exchange;
    }
    return undefined;
  }

  #takeRead(key: string): RecordedExchange | undefined {
    const here = this.#chapters[this.#current];
    const isDone =
      here !== undefined && here.changes.length > 0 && here.changes.every(({ isUsed }) => isUsed);
    const index = isDone ? this.#current + 1 : this.#current;
    const same = (this.#chapters[index]?.reads ?? []).filter((each) => each.key === key);
    const entry = same.find(({ isUsed }) => !isUsed) ?? same.at(-1);
    if (entry === undefined) return undefined;
    entry.isUsed = true;
    this.#current = index;
    return entry.exchange;
  }
}

function operationOf(request: Json): string {
  if (typeof request !== "object" || request === null || !("operation" in request)) return "";
  return typeof request["operation"] === "string" ? request["operation"] : "";
}

/** Members in one order, so that two texts are equal when they mean the same. */
function canonical(json: Json): string {
  return JSON.stringify(json, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function answer(request: AnyRequest, exchange: RecordedExchange): AnyResponse {
  const { operation } = request;
  if (exchange.items !== undefined) {
    // As: items are those that were recorded for this operation.
    return { operation, items: itemsOf(exchange) } as unknown as AnyResponse;
  }
  if (exchange.error !== undefined) throw errorFromJson(exchange.error);
  // As: a value is the one that was recorded for this operation.
  return { operation, value: fromJson(exchange.answer ?? null) ?? undefined } as AnyResponse;
}

async function* itemsOf({
  items = [],
  error,
  isPartial = false,
}: RecordedExchange): AsyncGenerator {
  for (const item of items) yield fromJson(item);
  if (error !== undefined) throw errorFromJson(error);
  if (isPartial) {
    throw new CimError("configuration", "the recording ends here: its consumer left the loop");
  }
}
