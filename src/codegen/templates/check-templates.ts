import { diagnose, type Diagnostic, type Outcome, suggest } from "../../diagnostics/index.ts";
import type { Source } from "../../source/index.ts";
import { viewVersion } from "../view.ts";
import { ownTemplates } from "./own-templates.ts";
import { parseTemplate } from "./parse-template.ts";
import { prepareTemplate, type PreparedTemplate } from "./prepare-template.ts";

/** Templates that make files; all others are there to be included. */
const roots: readonly string[] = ["class", "index", "single"];

/**
 * Puts a user's templates in the place of ours, and says what is wrong with them.
 *
 * @param sources - the user's, under their paths
 * @returns all that can be understood, by the names that they are included under
 */
export function checkTemplates(
  sources: readonly Source[],
): Outcome<ReadonlyMap<string, PreparedTemplate>> {
  const all = new Map<string, Source>();
  for (const { name, text } of ownTemplates) {
    all.set(name, { name: `${name}.hbs of mof-codegen`, text });
  }
  for (const { name, text } of sources) {
    // Line ends are those of a checkout, and must not change what is generated.
    all.set(nameOf(name), { name, text: text.replaceAll("\r\n", "\n") });
  }
  const templates = new Map<string, PreparedTemplate>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, source] of all) {
    const { value, diagnostics: said } = understood(source);
    if (value) templates.set(name, value);
    // What was written for another view would have further mistakes only because of that.
    const outdated = versionProblem(source);
    diagnostics.push(...(outdated ? [outdated] : said));
  }
  const unknown = unknownPartials(templates, [...all.keys()]);
  diagnostics.push(...unknown);
  // What seems unused may be what a template includes that cannot be read, or what it means to.
  if (templates.size === all.size && unknown.length === 0) diagnostics.push(...unused(templates));
  return { value: templates, diagnostics };
}

/** The name that a template is included under. */
function nameOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? "").replace(/\.hbs$/i, "");
}

function understood(source: Source): Outcome<PreparedTemplate | undefined> {
  try {
    const { value: program, diagnostics } = parseTemplate(source);
    if (!program) return { value: undefined, diagnostics };
    const prepared = prepareTemplate(program, source);
    return { value: prepared, diagnostics: prepared.diagnostics };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const parameters = { path: source.name, reason: "too much lies in each other" };
    return { value: undefined, diagnostics: [diagnose("template-syntax", parameters)] };
  }
}

/** `{{!-- mof-codegen view 1 --}}` in the first line states for which view a template was written. */
function versionProblem(source: Source): Diagnostic | undefined {
  const found = /^(\{\{~?!(?:--)?\s*mof-codegen view )\s*([^\s:}]+)/.exec(source.text);
  const [, before = "", written = ""] = found ?? [];
  if (!found || written === String(viewVersion)) return undefined;
  const parameters = { path: source.name, written, current: viewVersion };
  const span = { start: before.length, end: found[0].length };
  return diagnose("template-version", parameters, { source, span });
}

function unknownPartials(
  templates: ReadonlyMap<string, PreparedTemplate>,
  known: readonly string[],
): readonly Diagnostic[] {
  return [...templates.values()].flatMap(({ source, partials }) =>
    partials
      .filter(({ name }) => !known.includes(name) && name !== "@partial-block")
      .map(({ name, span }) => {
        const parameters = { name, known, meant: suggest(name, known) };
        return diagnose("template-unknown-partial", parameters, { source, span });
      }),
  );
}

/** Templates that make no file and are not included on the way to one; ours may be left unused. */
function unused(templates: ReadonlyMap<string, PreparedTemplate>): readonly Diagnostic[] {
  const own = ownTemplates.map(({ name }) => name);
  const used = new Set(roots);
  // A set goes on with what is added to it meanwhile.
  for (const name of used) {
    for (const partial of templates.get(name)?.partials ?? []) used.add(partial.name);
  }
  return [...templates]
    .filter(([name]) => !used.has(name) && !own.includes(name))
    .map(([name, { source }]) => {
      const meant = suggest(name, own);
      const file = meant === undefined ? undefined : `${meant}.hbs`;
      return diagnose("template-unused", { path: source.name, meant: file });
    });
}
