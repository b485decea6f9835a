import type { Outcome } from "../../diagnostics/index.ts";
import type { Views } from "../view.ts";

/** Templates that are ready to be used. */
export interface Templates {
  /**
   * Makes the text of a file.
   *
   * @param template - its name without `.hbs`
   * @param first - what the file is about, for messages about it
   * @returns with diagnostics, a text that is not to be used
   */
  render<N extends keyof Views>(template: N, view: Views[N], first: string): Outcome<string>;
}
