import type { MofDocument, MofSet, PragmaDirective } from "../ast/index.ts";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostics/index.ts";
import { decode, type Location, type Source } from "../source/index.ts";
import type { Host } from "./host.ts";
import { parse } from "./parse.ts";

/** How files are found and read. */
export interface LoadOptions {
  /** Searched for an included file after the folder of the file that includes it. */
  readonly includeFolders?: readonly string[];
  /** Makes the AST of a text, which may be something else than MOF; {@link parse} unless stated. */
  readonly read?: (source: Source) => Outcome<MofDocument>;
}

/** A file to read, and the files that led to it by inclusion. */
interface Task {
  readonly path: string;
  readonly identity: string;
  readonly directive?: PragmaDirective;
  readonly location?: Location;
  readonly includedFrom?: Task;
}

/**
 * Reads files and folders, and all that they include, each file once.
 *
 * @param inputs - paths of the host; a folder stands for the MOF files below it
 */
export function load(
  inputs: readonly string[],
  host: Host,
  options: LoadOptions = {},
): Outcome<MofSet> {
  const loader = new Loader(host, options);
  for (const input of inputs) loader.add(input);
  return {
    value: { roots: loader.roots, includes: loader.includes },
    diagnostics: loader.diagnostics,
  };
}

class Loader {
  readonly roots: MofDocument[] = [];
  readonly includes = new Map<PragmaDirective, MofDocument>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly read = new Set<string>();
  private readonly host: Host;
  private readonly options: LoadOptions;

  constructor(host: Host, options: LoadOptions) {
    this.host = host;
    this.options = options;
  }

  add(input: string): void {
    const kind = this.host.kindOf(input);
    const path = this.host.display(input);
    if (kind === undefined) {
      this.diagnostics.push(diagnose("file-not-found", { path }));
      return;
    }
    const files = kind === "file" ? [input] : this.host.filesBelow(input);
    if (files.length === 0) this.diagnostics.push(diagnose("no-mof-files", { path }));
    for (const path of files) this.follow({ path, identity: this.host.identity(path) });
  }

  /** Reads a file and what it includes, in the order of the text and without recursion. */
  private follow(root: Task): void {
    const tasks = [root];
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      const document = this.open(task);
      if (!document) continue;
      if (task.directive) this.includes.set(task.directive, document);
      else this.roots.push(document);
      for (const included of this.included(document, task).reverse()) tasks.push(included);
    }
  }

  private open(task: Task): MofDocument | undefined {
    if (this.read.has(task.identity)) {
      this.reportCycle(task);
      return undefined;
    }
    this.read.add(task.identity);
    const source = this.source(task);
    if (!source) return undefined;
    const { value, diagnostics } = (this.options.read ?? parse)(source);
    // One by one: a file can have more mistakes than a call can have arguments.
    for (const diagnostic of diagnostics) this.diagnostics.push(diagnostic);
    if (value.declarations.length === 0 && diagnostics.length === 0) {
      this.diagnostics.push(diagnose("nothing-declared", { path: source.name }));
    }
    return value;
  }

  private source(task: Task): Source | undefined {
    const name = this.host.display(task.path);
    let bytes;
    try {
      bytes = this.host.readFile(task.path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.diagnostics.push(diagnose("file-unreadable", { path: name, reason }, task.location));
      return undefined;
    }
    const { text, notes } = decode(bytes);
    const source = { name, text };
    for (const { kind, byteOffset, offset } of notes) {
      const location = { source, span: { start: offset, end: offset } };
      this.diagnostics.push(diagnose(kind, { byteOffset }, location));
    }
    return source;
  }

  private included(document: MofDocument, task: Task): Task[] {
    const found: Task[] = [];
    for (const directive of document.declarations) {
      if (directive.kind !== "pragma" || directive.name.text.toLowerCase() !== "include") continue;
      const [parameter] = directive.parameters;
      const { start, end } = parameter ?? directive;
      const location = { source: document.source, span: { start, end } };
      if (parameter?.kind !== "string") {
        this.diagnostics.push(diagnose("include-without-path", {}, location));
        continue;
      }
      const path = this.find(parameter.value, task.path, location);
      if (path === undefined) continue;
      const identity = this.host.identity(path);
      found.push({ path, identity, directive, location, includedFrom: task });
    }
    return found;
  }

  private find(wanted: string, includer: string, location: Location): string | undefined {
    const folders = [this.host.folderOf(includer), ...(this.options.includeFolders ?? [])];
    const tried = folders.map((folder) => this.host.resolve(folder, wanted));
    const path = tried.find((candidate) => this.host.kindOf(candidate) === "file");
    if (path === undefined) {
      this.diagnostics.push(
        diagnose(
          "include-not-found",
          { path: wanted, tried: tried.map((candidate) => this.host.display(candidate)) },
          location,
        ),
      );
    }
    return path;
  }

  /** A file that was read before is no mistake, unless it is on the way to itself. */
  private reportCycle(task: Task): void {
    const way = [task];
    for (let step = task.includedFrom; step; step = step.includedFrom) {
      way.push(step);
      if (step.identity === task.identity) {
        const chain = way.reverse().map(({ path }) => this.host.display(path));
        this.diagnostics.push(diagnose("include-cycle", { chain }, task.location));
        return;
      }
    }
  }
}
