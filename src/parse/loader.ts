import type { Declaration, MofDocument, MofSet, PragmaDirective } from "../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import type { Location, Source } from "../source/index.ts";
import { ClassSearch } from "./class-search.ts";
import { expandVariables } from "./expand-variables.ts";
import { findCompanions } from "./find-companions.ts";
import { findInclude, type FoundInclude } from "./find-include.ts";
import { findFolder, findInputs } from "./find-inputs.ts";
import { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import { isOverlay } from "./is-overlay.ts";
import { isPage, STANDARD_INPUT_NAME } from "./is-page.ts";
import type { LoadOptions } from "./load-options.ts";
import { parse } from "./parse.ts";
import { readText } from "./read-text.ts";
import { OVERLAYS, PAGES, SOURCES, type Wanted } from "./wanted.ts";

/** A file to read, and the files that led to it by inclusion. */
interface Task {
  readonly path: string;
  readonly identity: string;
  readonly directive?: PragmaDirective;
  readonly location?: Location;
  readonly includedFrom?: Task;
}

/** An included file that is not there. How bad that is depends on the dialect, which may show later. */
interface Missing {
  readonly index: number;
  readonly document: MofDocument;
  readonly path: string;
  readonly found: Extract<FoundInclude, { readonly path: undefined }>;
  readonly location: Location;
}

/** Standard input, as a path. */
const STANDARD_INPUT = "-";

/** Reads MOF files and what they include, and keeps what is no MOF for others. */
export class Loader {
  /** Documentation pages among the inputs. */
  readonly pages: Source[] = [];
  /** Documentation pages that only describe. */
  readonly docs: Source[] = [];
  readonly overlays: Source[] = [];
  private readonly roots: MofDocument[] = [];
  private readonly includes = new Map<PragmaDirective, MofDocument>();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly missing: Missing[] = [];
  private readonly read = new Set<string>();
  /** Circles that were reported, each by the files where it closes. */
  private readonly circles = new Set<string>();
  private readonly host: Host;
  private readonly options: LoadOptions;
  private readonly folders: Folders;
  private readonly includeFolders: readonly string[];

  constructor(host: Host, options: LoadOptions) {
    this.host = host;
    this.options = options;
    this.folders = new Folders(host);
    const { includeFolders = [], environment = {} } = options;
    this.includeFolders = includeFolders.map((folder) => expandVariables(folder, environment).text);
  }

  add(input: string): void {
    if (input === STANDARD_INPUT && this.options.standardInput) {
      this.follow({ path: STANDARD_INPUT, identity: STANDARD_INPUT_NAME });
      return;
    }
    for (const path of this.find(input, SOURCES)) {
      this.follow({ path, identity: this.host.identity(path) });
    }
  }

  /** Pages that describe what the inputs declare. One that is an input itself is read as such. */
  addDocs(input: string): void {
    for (const path of this.find(input, PAGES)) this.keep({ path }, this.docs);
  }

  addOverlay(input: string): void {
    for (const path of this.find(input, OVERLAYS)) this.keep({ path }, this.overlays);
  }

  private find(input: string, wanted: Wanted): readonly string[] {
    const { host, folders, options } = this;
    const { value: files, diagnostics } = findInputs(input, wanted, { host, folders, options });
    this.report(diagnostics);
    return files;
  }

  /** Reads a text for somebody else, unless it was read before. */
  private keep({ path }: Pick<Task, "path">, kept: Source[]): void {
    const identity = this.host.identity(path);
    if (this.read.has(identity)) return;
    this.read.add(identity);
    const { host } = this;
    const { value, diagnostics } = readText(host.display(path), () => host.readFile(path));
    this.report(diagnostics);
    if (value) kept.push(value);
  }

  /** Reads files for classes that are needed and not declared, until no more are found. */
  search(): void {
    const folders = (this.options.searchFolders ?? []).flatMap((text) => {
      const { value, diagnostics } = findFolder(text, this.host, this.folders, this.options);
      this.report(diagnostics);
      return value ?? [];
    });
    if (folders.length === 0) return;
    const search = new ClassSearch(folders, this.host);
    for (const document of this.documents()) search.look(document);
    for (let path = search.next(); path !== undefined; path = search.next()) {
      for (const document of this.follow({ path, identity: this.host.identity(path) })) {
        search.look(document);
      }
    }
  }

  outcome(): Outcome<MofSet> {
    const shown = this.roots.find((root) => root.dialect !== undefined)?.dialect;
    const dialect = this.options.dialect ?? shown;
    for (const { index, document, path, found, location } of this.missing) {
      const isWmi = (this.options.dialect ?? document.dialect ?? dialect) === "wmi";
      const tried = found.tried.map((candidate) => this.host.display(candidate));
      const { variable } = found;
      const sentence = { path, tried, ...(variable !== undefined && { variable }) };
      const code = isWmi ? "include-left-out" : "include-not-found";
      this.diagnostics[index] = diagnose(code, sentence, location);
    }
    const { roots, includes, diagnostics } = this;
    return { value: { roots, includes, ...(dialect && { dialect }) }, diagnostics };
  }

  private documents(): readonly MofDocument[] {
    return [...this.roots, ...this.includes.values()];
  }

  /**
   * Reads a file, its companions, and what they include, in the order of the text and
   * without recursion. The companions of included files are roots too: an amendment states
   * its namespace itself.
   */
  private follow(root: Task): readonly MofDocument[] {
    const documents: MofDocument[] = [];
    const roots = [root];
    for (const next of roots) {
      const tasks = [next];
      for (let task = tasks.pop(); task; task = tasks.pop()) {
        const document = this.open(task);
        if (!document) continue;
        documents.push(document);
        if (task.directive) this.includes.set(task.directive, document);
        else this.roots.push(document);
        for (const companion of this.companionsOf(task)) roots.push(companion);
        for (const included of this.included(document, task).reverse()) tasks.push(included);
      }
    }
    return documents;
  }

  private companionsOf({ path }: Task): readonly Task[] {
    if (this.options.companions === false || path === STANDARD_INPUT) return [];
    const { host, folders, options } = this;
    const companions = findCompanions(path, host, folders, options.locale);
    return companions.map((path) => ({ path, identity: host.identity(path) }));
  }

  private open(task: Task): MofDocument | undefined {
    if (this.read.has(task.identity)) {
      this.reportCycle(task);
      return undefined;
    }
    this.read.add(task.identity);
    const name = this.nameOf(task);
    const { value: source, diagnostics } = readText(name, () => this.bytesOf(task), task.location);
    this.report(diagnostics);
    if (!source) return undefined;
    const others = task.directive ? undefined : this.othersOf(source);
    if (others) {
      others.push(source);
      return undefined;
    }
    const { dialect, read = parse } = this.options;
    const parsed = read(source, dialect === undefined ? {} : { dialect });
    this.report(parsed.diagnostics);
    if (!parsed.value.declarations.some(matters) && parsed.diagnostics.length === 0) {
      const span = { start: 0, end: 0 };
      this.report([diagnose("nothing-declared", { path: name }, { source, span })]);
    }
    return parsed.value;
  }

  /** Where texts are kept that are no MOF. */
  private othersOf(source: Source): Source[] | undefined {
    if (isOverlay(source.name)) return this.overlays;
    return isPage(source) ? this.pages : undefined;
  }

  private bytesOf({ path }: Task): Uint8Array {
    const { standardInput } = this.options;
    return path === STANDARD_INPUT && standardInput ? standardInput : this.host.readFile(path);
  }

  private nameOf({ path }: Task): string {
    return path === STANDARD_INPUT ? STANDARD_INPUT_NAME : this.host.display(path);
  }

  private included(document: MofDocument, task: Task): Task[] {
    const found: Task[] = [];
    for (const directive of document.declarations) {
      if (directive.kind !== "pragma" || directive.name.text.toLowerCase() !== "include") continue;
      const [parameter] = directive.parameters;
      const { start, end } = parameter ?? directive;
      const location = { source: document.source, span: { start, end } };
      if (parameter?.kind !== "string" || parameter.value.trim() === "") {
        this.report([diagnose("include-without-path", {}, location)]);
        continue;
      }
      const path = this.findIncluded(parameter.value, document, task, location);
      if (path === undefined) continue;
      const identity = this.host.identity(path);
      found.push({ path, identity, directive, location, includedFrom: task });
    }
    return found;
  }

  private findIncluded(
    wanted: string,
    document: MofDocument,
    includer: Task,
    location: Location,
  ): string | undefined {
    const { variables } = this.options;
    const home = includer.path === STANDARD_INPUT ? "." : this.host.folderOf(includer.path);
    const places = { folders: [home, ...this.includeFolders], ...(variables && { variables }) };
    const found = findInclude(wanted, places, this.host, this.folders);
    if (found.path === undefined) {
      this.missing.push({
        index: this.diagnostics.length,
        document,
        path: wanted,
        found,
        location,
      });
      this.report([diagnose("include-not-found", { path: wanted, tried: found.tried }, location)]);
    } else if (found.inOtherCase) {
      const sentence = { path: wanted, real: this.host.display(found.path) };
      this.report([diagnose("name-in-other-case", sentence, location)]);
    }
    return found.path;
  }

  /** A file that was read before is no mistake, unless it is on the way to itself. */
  private reportCycle(task: Task): void {
    const circle = circleOf(task);
    const closing = `${task.includedFrom?.identity ?? ""}\n${task.identity}`;
    // The last file of a circle may include the first on several lines.
    if (circle.length === 0 || this.circles.has(closing)) return;
    this.circles.add(closing);
    // Thousands of files may stand in a circle; only those that are shown get their names.
    const shown =
      circle.length > 12 ? [...circle.slice(0, 6), "…" as const, ...circle.slice(-5)] : circle;
    const chain = shown.map((step) => (step === "…" ? step : this.nameOf(step)));
    this.report([diagnose("include-cycle", { chain }, task.location)]);
  }

  /** One by one: a file can have more mistakes than a call can have arguments. */
  private report(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.diagnostics.push(diagnostic);
  }
}

/** The files from a file to itself, each included by the one before; none when there is no such way. */
function circleOf(task: Task): readonly Task[] {
  const way = [task];
  for (let step = task.includedFrom; step; step = step.includedFrom) {
    way.push(step);
    if (step.identity === task.identity) return way.reverse();
  }
  return [];
}

/** Whether a file declares something, or includes what does. */
function matters(node: Declaration): boolean {
  return node.kind !== "pragma" || node.name.text.toLowerCase() === "include";
}
