import type { Schema } from "../../model/index.ts";
import type { DiffReport } from "../../diff/formats/report.ts";
import { wantsColour } from "../colour.ts";
import type { Io } from "../io.ts";
import { repositoryPath } from "../repository-path.ts";
import type { Values } from "../values.ts";
import { version } from "../version.ts";
import type { DiffFormat } from "./write-reports.ts";

/** What a report is made of, and how it is wanted. */
export interface Rendering {
  readonly report: DiffReport;
  readonly schemas: { readonly old: Schema; readonly new: Schema };
  readonly values: Values;
  readonly io: Io;
  /** Whether it goes to a terminal. */
  readonly shown: boolean;
}

/** Writes a report in a format; each is loaded when it is asked for. */
export async function renderReport(format: DiffFormat, rendering: Rendering): Promise<string> {
  const { report, schemas, values, io } = rendering;
  const pathOf = repositoryPath(io);
  switch (format) {
    case "text":
      return (await import("../../diff/formats/render-text.ts")).renderDiffText(
        report,
        textOptions(rendering),
      );
    case "json":
      return (await import("../../diff/formats/render-json.ts")).renderDiffJson(report);
    case "sarif": {
      const { renderDiffSarif } = await import("../../diff/formats/render-sarif.ts");
      return renderDiffSarif(report, { pathOf, version: version() });
    }
    case "junit":
      return (await import("../../diff/formats/render-junit.ts")).renderDiffJunit(report);
    case "github": {
      const { renderDiffGithub } = await import("../../diff/formats/render-github.ts");
      return renderDiffGithub(report, { pathOf, ...limitOf(values) });
    }
    case "gitlab":
      return (await import("../../diff/formats/render-gitlab.ts")).renderDiffGitlab(report, pathOf);
    case "markdown": {
      const { renderDiffMarkdown } = await import("../../diff/formats/render-markdown.ts");
      return renderDiffMarkdown(report, { pathOf });
    }
    case "html":
      return (await import("../../diff/html/render-diff-html.ts")).renderDiffHtml(report, schemas, {
        pathOf,
      });
  }
}

function textOptions({ values, io, shown }: Rendering): {
  readonly colour: boolean;
  readonly width: number;
  readonly limit?: number;
  readonly quiet: boolean;
} {
  return {
    colour: shown && wantsColour(io.stdout, io.env, values.flag("color")),
    width: Math.max(40, io.stdout.columns || 100),
    quiet: values.flag("quiet") ?? false,
    ...limitOf(values),
  };
}

function limitOf(values: Values): { readonly limit?: number } {
  const limit = values.text("limit");
  if (limit === undefined) return {};
  return { limit: limit === "all" ? Infinity : Number(limit) };
}
