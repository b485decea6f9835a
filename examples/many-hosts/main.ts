/**
 * One question to many hosts, spread over workers by BullMQ: what `forEachHost` does within one
 * process, as many processes do it on as many machines as there are. Redis keeps the jobs; a worker
 * that dies leaves its host to another one.
 *
 * REDIS_URL says where Redis is. The hosts here are servers within this process; take them away, and
 * put names of yours into `hosts`.
 */
import { Queue, QueueEvents, Worker } from "bullmq";
import { CimError, connect, instancesOf, provide } from "mof-codegen/runtime";
import { type CimServer, startServer } from "mof-codegen/testing";
import { Sample_Sensor } from "./generated/root/sample/Sample_Sensor.js";

/** What a job is about. */
interface Visit {
  readonly url: string;
}

/** What it brings: plain data, because it travels through Redis as JSON. */
interface Visited {
  readonly readings: readonly { readonly place: string; readonly temperature: number | null }[];
}

const redis = new URL(process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379");
const connection = {
  host: redis.hostname,
  port: Number(redis.port || 6379),
  maxRetriesPerRequest: null,
};
const queueName = `sensors-${process.pid}`;

/** The work on one host. What only a person can mend is not tried again. */
async function visit({ url }: Visit): Promise<Visited> {
  const cim = connect(url, { timeout: 5000, retry: { attempts: 1 } });
  try {
    const readings = [];
    for await (const sensor of cim.enumerate(Sample_Sensor)) {
      await sensor.Refresh();
      readings.push({ place: sensor.Place, temperature: sensor.Temperature });
    }
    return { readings };
  } finally {
    await cim.close();
  }
}

/** Hosts of this example: two that answer, and one where nobody is. */
async function startHosts(): Promise<{
  readonly servers: readonly CimServer[];
  readonly hosts: ReadonlyMap<string, string>;
}> {
  const servers = await Promise.all(
    [["kitchen", 21] as const, ["cellar", 9] as const].map(([Place, Temperature]) =>
      startServer({
        classes: [Sample_Sensor],
        instances: [instancesOf(Sample_Sensor, [{ Place, Temperature }])],
        handlers: [provide(Sample_Sensor, { Refresh: () => 0 })],
      }),
    ),
  );
  const [kitchen, cellar] = servers;
  const hosts = new Map([
    ["kitchen", kitchen?.url ?? ""],
    ["cellar", cellar?.url ?? ""],
    ["attic", "http://127.0.0.1:1/wsman"],
  ]);
  return { servers, hosts };
}

const { servers, hosts } = await startHosts();
const queue = new Queue<Visit, Visited>(queueName, { connection });
const events = new QueueEvents(queueName, { connection });
// Usually in processes of their own; `concurrency` hosts at a time in each.
const workers = [1, 2].map(
  () =>
    new Worker<Visit, Visited>(
      queueName,
      async (job) => {
        try {
          return await visit(job.data);
        } catch (error) {
          const { code, message } = CimError.from(error);
          // A job's failure is text in Redis: the code first, so that others can tell what it was.
          throw new Error(`${code} ${message}`);
        }
      },
      { connection, concurrency: 2 },
    ),
);

await events.waitUntilReady();
const jobs = await Promise.all(
  [...hosts].map(async ([host, url]) => ({
    host,
    // Each host once, however often it is added while it waits; a failed visit is tried again.
    job: await queue.add(
      "visit",
      { url },
      { jobId: host, attempts: 2, backoff: { type: "exponential", delay: 50 } },
    ),
  })),
);
for (const { host, job } of jobs) {
  try {
    const { readings } = await job.waitUntilFinished(events);
    for (const { place, temperature } of readings)
      console.log(`${host}: ${place} ${temperature ?? "?"} °C`);
  } catch (error) {
    console.log(`${host}: ${error instanceof Error ? error.message.split(" ")[0] : "failed"}`);
  }
}

await Promise.all(workers.map((worker) => worker.close()));
await events.close();
await queue.obliterate({ force: true });
await queue.close();
await Promise.all(servers.map((server) => server.close()));
