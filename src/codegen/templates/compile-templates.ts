import { hasErrors, type Outcome } from "../../diagnostics/index.ts";
import type { Source } from "../../source/index.ts";
import type { Templates } from "./templates.ts";

/**
 * Makes templates ready for `generate`. Each replaces the one of mof-codegen that has its
 * name, or is included by others under it; those that nobody replaces stay.
 *
 * @param sources - the texts of `.hbs` files under their paths, of which the last part counts
 * @returns no templates when there are errors
 */
export async function compileTemplates(
  sources: readonly Source[],
): Promise<Outcome<Templates | undefined>> {
  // Handlebars' compiler is loaded only for those who have templates of their own.
  const [{ checkTemplates }, { Engine }] = await Promise.all([
    import("./check-templates.ts"),
    import("./engine.ts"),
  ]);
  const { value, diagnostics } = checkTemplates(sources);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const engine = new Engine(value);
  const templates: Templates = {
    render: (template, view, first) => engine.run(template, view, first),
  };
  return { value: templates, diagnostics };
}
