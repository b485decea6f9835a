/** What must hold for every sequence of bytes, from reading to printing. */
import { readSchema } from "../../src/build/index.ts";
import { generate } from "../../src/codegen/index.ts";
import {
  type Diagnostic,
  hasErrors,
  renderGithub,
  renderJson,
  renderText,
} from "../../src/diagnostics/index.ts";
import { renderSarif } from "../../src/diagnostics/render-sarif.ts";
import type { Schema } from "../../src/model/index.ts";
import { parse } from "../../src/parse/index.ts";
import { printMof, readSnapshot, snapshotOf, writeSnapshot } from "../../src/snapshot/index.ts";
import { memoryHost } from "../parse/memory-host.ts";

/** Included by some inputs. */
const NEIGHBOUR = '#pragma include("a.mof")\n[Key] class B { [Key] string Name; uint8 M(); };\n';

/** More is no help to anybody. */
const LIMIT = 5;

/**
 * Does with the bytes of a file all that commands do.
 *
 * @throws when something does not hold
 */
export async function survive(bytes: Uint8Array): Promise<void> {
  const once = await read(bytes);
  for (const diagnostic of once.diagnostics) checkPlaces(diagnostic);
  const said = renderText(once.diagnostics, { limit: LIMIT });
  // A fault that depends on chance shows sooner or later; twice each time would be half as many.
  if (bytes.length % 16 === 0) {
    const again = renderText((await read(bytes)).diagnostics, { limit: LIMIT });
    if (again !== said) throw new Error(`twice read, twice different:\n${said}\n${again}`);
  }
  if (bytes.length % 4 === 0) {
    renderGithub(once.diagnostics);
    JSON.parse(renderJson(once.diagnostics));
    JSON.parse(renderSarif(once.diagnostics));
  }
  if (!hasErrors(once.diagnostics)) checkOutputs(once.schema);
}

interface Read {
  readonly schema: Schema;
  readonly diagnostics: readonly Diagnostic[];
}

async function read(bytes: Uint8Array): Promise<Read> {
  const host = memoryHost({ "a.mof": bytes, "b.mof": NEIGHBOUR });
  const { value, diagnostics } = await readSchema({ sources: ["a.mof"] }, host);
  return { schema: value.schema, diagnostics };
}

function checkPlaces({ code, location, related }: Diagnostic): void {
  for (const each of [location, ...related.map((other) => other.location)]) {
    if (!each) continue;
    const { start, end } = each.span;
    const { length } = each.source.text;
    if (!(start >= 0 && start <= end && end <= length)) {
      throw new Error(`${code} stands at ${start} to ${end} of ${length}`);
    }
  }
}

/** What has no errors can be printed, and what is printed can be read. */
function checkOutputs(schema: Schema): void {
  generate(schema);
  const snapshot = writeSnapshot(snapshotOf(schema));
  const again = readSnapshot({ name: "a.json", text: snapshot });
  if (hasErrors(again.diagnostics)) throw new Error(`snapshot: ${said(again.diagnostics)}`);
  const printed = printMof(schema);
  const { diagnostics } = parse({ name: "printed.mof", text: printed });
  if (hasErrors(diagnostics)) throw new Error(`printed MOF: ${said(diagnostics)}`);
}

function said(diagnostics: readonly Diagnostic[]): string {
  return renderText(diagnostics, { limit: LIMIT });
}
