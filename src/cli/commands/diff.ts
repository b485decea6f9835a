import { RevisionError } from "../../build/index.ts";
import { visible } from "../../diagnostics/index.ts";
import { diff as compare, judge, type Judgement } from "../../diff/index.ts";
import type { DiffReport } from "../../diff/formats/report.ts";
import { accept, acceptFileName, readAcceptances, wantedAcceptance } from "../diff/accept.ts";
import { comparisonOf } from "../diff/comparison.ts";
import { policyOf } from "../diff/policy.ts";
import { readSides, type Sides } from "../diff/read-sides.ts";
import { renderReport } from "../diff/render-report.ts";
import { reportUnreadable } from "../diff/report-unreadable.ts";
import { semverVerdict } from "../diff/semver.ts";
import { diffFormatOf, reportFiles, writeReport } from "../diff/write-reports.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import type { Values } from "../values.ts";

/**
 * `codegen diff`: what has changed between two schemas, and whom it breaks.
 *
 * @throws UsageError when the command line, the configuration or the accept file is wrong
 */
export async function diff(values: Values, io: Io): Promise<number> {
  const wanted = wantedAcceptance(values, io);
  const stated = values.stated ?? values;
  if (wanted && stated.sources.length === 0 && stated.text("against") === undefined) {
    return accept(wanted, undefined, values, io);
  }
  try {
    // What is wrong with these is said before anything is read.
    const comparison = comparisonOf(values);
    const policy = policyOf(values, readAcceptances(values, io).acceptances, io);
    const files = reportFiles(values);
    const sides = await readSides(comparison, values, io);
    if (sides.old.errors.length + sides.new.errors.length > 0) {
      reportUnreadable(sides, values, io);
      return exitCode.noAnswer;
    }
    const changes = compare(sides.old.schema, sides.new.schema);
    if (wanted) return accept(wanted, changes, values, io);
    const judgement = judge(changes, policy);
    const semver = semverVerdict(judgement.bump, sides.old.commit, values, io);
    const report = {
      old: sides.old.title,
      new: sides.new.title,
      judgement,
      ...(semver && { semver }),
    };
    warnOfAcceptances(judgement, values, io);
    const written = await writeAll(report, files, sides, values, io);
    const failed = judgement.failing > 0 || semver?.enough === false || !written;
    return failed ? exitCode.findings : exitCode.done;
  } catch (error) {
    if (!(error instanceof RevisionError)) throw error;
    if (error.kind === "usage") throw new UsageError(error.message);
    io.stderr.write(`error: ${visible(error.message)}\n`);
    return exitCode.noAnswer;
  }
}

async function writeAll(
  report: DiffReport,
  files: ReturnType<typeof reportFiles>,
  sides: Sides,
  values: Values,
  io: Io,
): Promise<boolean> {
  const schemas = { old: sides.old.schema, new: sides.new.schema };
  const rendering = { report, schemas, values, io };
  let written = true;
  for (const { format, file } of files) {
    const text = await renderReport(format, { ...rendering, shown: false });
    written = writeReport(file, text, io) && written;
  }
  io.stdout.write(await renderReport(diffFormatOf(values), { ...rendering, shown: true }));
  return written;
}

/** What stands in the accept file for nothing. */
function warnOfAcceptances({ expired, unused }: Judgement, values: Values, io: Io): void {
  const name = acceptFileName(values);
  for (const { fingerprint, until = "" } of expired) {
    const what = `${name}: the acceptance of ${fingerprint} was over on ${until}`;
    io.stderr.write(`warning: ${visible(what)}; accept the change anew or take it back\n`);
  }
  for (const { fingerprint, change } of unused) {
    const what = `${name}: there is no change ${fingerprint}${change === undefined ? "" : ` (${change})`}`;
    io.stderr.write(`warning: ${visible(what)}; remove the acceptance\n`);
  }
}
