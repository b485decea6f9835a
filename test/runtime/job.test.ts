import { describe, expect, onTestFinished, test } from "vitest";
import {
  CimJobError,
  CimReturnError,
  type ClassDescriptor,
  connect,
  createClient,
  defineClass,
  job,
  type JobProgress,
  memoryTransport,
  type Reference,
  referenceTo,
  type uint32,
} from "../../src/runtime/index.ts";
import { startServer } from "../../src/simulator/index.ts";
import { caught, failure } from "./caught.ts";

interface Service {
  readonly Name: string;
  Build(): { ReturnValue: uint32; Job: Reference<unknown> | null };
}

const Service: ClassDescriptor<Service, "Name"> = defineClass({
  format: 1,
  name: "Test_Service",
  namespace: "root/test",
  keys: ["Name"],
  properties: { Name: "string" },
  methods: { Build: { out: { Job: "ref CIM_ConcreteJob" }, returns: "uint32" } },
});

const CimError = defineClass({
  format: 1,
  name: "CIM_Error",
  namespace: "root/test",
  properties: { Message: "string", CIMStatusCode: "uint32" },
});

const Job = defineClass({
  format: 1,
  name: "Test_Job",
  namespace: "root/test",
  superclasses: ["CIM_ConcreteJob"],
  keys: ["InstanceID"],
  properties: {
    InstanceID: "string",
    JobState: "uint16",
    PercentComplete: "uint16",
    JobStatus: "string",
    ErrorCode: "uint16",
    ErrorDescription: "string",
  },
  methods: { GetError: { out: { Error: "instance CIM_Error" }, returns: "uint32" } },
});

/** Keys of most kinds. */
const CountedJob = defineClass({
  format: 1,
  name: "Test_CountedJob",
  namespace: "root/test",
  superclasses: ["CIM_ConcreteJob"],
  keys: ["Number", "Big", "Offset", "Text"],
  properties: {
    Number: "uint32",
    Big: "uint64",
    Offset: "sint64",
    Text: "string",
    JobState: "uint16",
    PercentComplete: "uint16",
    JobStatus: "string",
    ErrorCode: "uint16",
    ErrorDescription: "string",
  },
});

/** A service whose job goes through states, one with each question. */
function service(states: readonly (object | undefined)[], returned = 4096) {
  const at = { namespace: "root/test", className: "Test_Job", keys: { InstanceID: "j1" } };
  let asked = 0;
  const transport = memoryTransport({
    classes: [Service, Job, CimError],
    instances: { Test_Service: [{ Name: "s" }], Test_Job: [{ InstanceID: "j1", JobState: 2 }] },
    handlers: {
      Test_Service: { Build: () => ({ ReturnValue: returned, Job: referenceTo(at) }) },
      Test_Job: {
        GetError: () => ({
          ReturnValue: 0,
          Error: {
            className: "CIM_Error",
            properties: { Message: "out of space", CIMStatusCode: 1 },
          },
        }),
      },
    },
  });
  const cim = createClient(transport, {
    interceptors: [
      (next) => (request) => {
        if (request.operation === "get") {
          const state = states[Math.min(asked++, states.length - 1)];
          if (state === undefined) transport.store.delete(at);
          else transport.store.update(at, state);
        }
        return next(request);
      },
    ],
  });
  return cim.at(Service, { Name: "s" });
}

const quick = { interval: 1 };

describe("a job", () => {
  test("is followed to its end", async () => {
    const seen: JobProgress[] = [];
    const states = [
      { JobState: 4, PercentComplete: 10, JobStatus: "copying" },
      { JobState: 4, PercentComplete: 10, JobStatus: "copying" },
      { JobState: 4, PercentComplete: 90, JobStatus: "copying" },
      { JobState: 7, PercentComplete: 100, JobStatus: "" },
    ];
    const outcome = await job(await service(states).Build(), {
      ...quick,
      onProgress: (progress) => seen.push(progress),
    });
    expect(outcome).toEqual({ kind: "completed", last: { state: 7, percent: 100 } });
    expect(seen).toEqual([
      { state: 4, percent: 10, status: "copying" },
      { state: 4, percent: 90, status: "copying" },
      { state: 7, percent: 100 },
    ]);
  });

  test("that is done at once has ended", async () => {
    expect(await job(await service([], 0).Build())).toEqual({ kind: "completed" });
    expect(await job(0)).toEqual({ kind: "completed" });
  });

  test("that completes with warnings says so", async () => {
    const outcome = await job(await service([{ JobState: 32768 }]).Build(), quick);
    expect(outcome.kind).toBe("completed-with-warnings");
  });

  test("that vanishes has ended", async () => {
    const outcome = await job(
      await service([{ JobState: 4, PercentComplete: 50 }, undefined]).Build(),
      quick,
    );
    expect(outcome).toEqual({ kind: "vanished", last: { state: 4, percent: 50 } });
  });

  test.each([
    [10, "the job failed: disk full; out of space"],
    [8, "the job was terminated: disk full; out of space"],
    [9, "the job was killed: disk full; out of space"],
  ])("that ends in state %d fails with its own error", async (JobState, sentence) => {
    const states = [{ JobState, ErrorCode: 112, ErrorDescription: "disk full" }];
    const error = await caught(async () => job(await service(states).Build(), quick));
    expect(error).toBeInstanceOf(CimJobError);
    expect(Object.fromEntries(Object.entries(error))).toEqual({
      code: "job-failed",
      state: JobState,
      errorCode: 112,
      errors: [
        { className: "CIM_Error", properties: { Message: "out of space", CIMStatusCode: 1 } },
      ],
    });
    expect(error.message).toBe(`job-failed: ${sentence}`);
  });

  test("that was not even begun is an error of the return value", async () => {
    const error = await caught(async () => job(await service([], 5).Build()));
    expect(error).toBeInstanceOf(CimReturnError);
    expect(error.message).toBe(
      "return-value: Test_Service.Build: the method returned ERROR_ACCESS_DENIED (5)",
    );
  });

  test("can be waited for no longer, by a signal or a time", async () => {
    const running = [{ JobState: 4 }];
    const abort = new AbortController();
    const waiting = job(await service(running).Build(), {
      ...quick,
      signal: abort.signal,
      onProgress: () => {
        abort.abort();
      },
    });
    expect((await failure(() => waiting))[0]).toBe("aborted");
    const timed = async () => job(await service(running).Build(), { ...quick, timeout: 5 });
    expect(await failure(timed)).toEqual([
      "timeout",
      "the job did not end within 5 ms; it goes on",
    ]);
  });

  test("is timed even while its server does not answer, and its poller neither", async () => {
    const transport = memoryTransport({ classes: [Service, Job] });
    const at = { namespace: "root/test", className: "Test_Job", keys: { InstanceID: "j1" } };
    const cim = createClient({
      ...transport,
      exchange: (request) =>
        request.operation === "invoke"
          ? Promise.resolve({
              operation: "invoke",
              value: { returnValue: 4096, out: { Job: referenceTo(at) } },
            } as never)
          : new Promise(() => undefined),
    });
    const begun = await cim.at(Service, { Name: "s" }).Build();
    const late = ["timeout", "the job did not end within 20 ms; it goes on"];
    expect(await failure(() => job(begun, { timeout: 20 }))).toEqual(late);
    const poll = () => new Promise<undefined>(() => undefined);
    expect(await failure(() => job(begun, { timeout: 20, poll }))).toEqual(late);
  });

  test.each(["url", "cimXmlUrl"] as const)("with any key is found at %s", async (way) => {
    const server = await startServer({
      classes: [Service, CountedJob],
      instances: {
        Test_Service: [{ Name: "s" }],
        Test_CountedJob: [{ Number: 7, Big: 2n ** 63n, Offset: -3n, Text: "7", JobState: 4 }],
      },
      handlers: {
        Test_Service: {
          Build: () => ({
            ReturnValue: 4096,
            Job: referenceTo({
              namespace: "root/test",
              className: "Test_CountedJob",
              keys: { Number: 7, Big: 2n ** 63n, Offset: -3n, Text: "7" },
            }),
          }),
        },
      },
    });
    onTestFinished(() => server.close());
    const cim = connect(server[way]);
    const begun = await cim.at(Service, { Name: "s" }).Build();
    const abort = new AbortController();
    const states: number[] = [];
    const waiting = job(begun, {
      ...quick,
      signal: abort.signal,
      onProgress: ({ state }) => {
        states.push(state);
        abort.abort();
      },
    });
    expect((await failure(() => waiting))[0]).toBe("aborted");
    expect(states).toEqual([4]);
    await cim.close();
  });

  test("without a reference is asked about by a poller of one's own", async () => {
    // Remote Desktop Services answer with the GUID of a job.
    const states = [4, 4, 7];
    const poll = () => Promise.resolve({ state: states.shift() ?? 7 });
    const outcome = await job({ ReturnValue: 0 }, { ...quick, poll });
    expect(outcome).toEqual({ kind: "completed", last: { state: 7 } });
    const broken = () => Promise.resolve({ state: 10, status: "no host" });
    // As: what a program without types may answer.
    const wrong = () => Promise.resolve({ state: "completed" as never });
    expect(await failure(() => job({ ReturnValue: 4096 }, { poll: wrong }))).toEqual([
      "configuration",
      'poll answered with the state "completed", which is no JobState',
    ]);
    expect(await failure(() => job({ ReturnValue: 4096 }, { poll: broken }))).toEqual([
      "job-failed",
      "no host",
    ]);
    expect((await failure(() => job(4096)))[0]).toBe("configuration");
  });
});
