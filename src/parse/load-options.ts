import type { Dialect, MofDocument } from "../ast/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import type { ParseOptions } from "./parse.ts";

/** How files are found and read. */
export interface LoadOptions {
  /** Searched for an included file after the folder of the file that includes it. */
  readonly includeFolders?: readonly string[];
  /**
   * What `%NAME%` in the path of an included file stands for, in whatever case; such paths
   * are taken as they are unless stated.
   */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * What `%NAME%` in an input or a folder stands for when nothing has that very name, as
   * in `%SystemRoot%\System32\wbem`; in whatever case.
   */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The text of the input `-`. */
  readonly standardInput?: Uint8Array;
  /**
   * Whether for `X.mof` the file `X.mfl` is read too, beside it or in the folder of a locale
   * below, such as `en-US`; it is unless stated.
   */
  readonly companions?: boolean;
  /** The language of the companions that are wanted, as a number; English (0x409) unless stated. */
  readonly locale?: number;
  /**
   * Folders in which and below which `X.mof` is looked for when something needs the class X
   * and no file declares it.
   */
  readonly searchFolders?: readonly string[];
  /** The dialect of all files; found out from what each uses unless stated. */
  readonly dialect?: Dialect;
  /** Makes the AST of a text, which may be something else than MOF; `parse` unless stated. */
  readonly read?: (source: Source, options: ParseOptions) => Outcome<MofDocument>;
  /**
   * Documentation pages (`*.md`), folders that are searched for them, and patterns: what they
   * say of the classes of the inputs is added to those, and no type is changed.
   */
  readonly docs?: readonly string[];
  /** Overlays, and folders that are searched for `*.overlay.json`, `.yaml` and `.yml`. */
  readonly overlays?: readonly string[];
}
