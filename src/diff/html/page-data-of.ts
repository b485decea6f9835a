import { placeOf, type Place } from "../../diagnostics/place.ts";
import type { Schema } from "../../model/index.ts";
import type { Location } from "../../source/index.ts";
import type { DiffReport } from "../formats/report.ts";
import type { Acceptance } from "../judge/acceptance.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { SemverVerdict } from "../judge/needed-version.ts";
import { classList, type ClassList } from "./class-list.ts";
import { Declarations } from "./declarations.ts";
import type { PageChange, PageData } from "./page-data.ts";
import { shown } from "./shown.ts";

/** Gathers what a page shows of a report. */
export function pageDataOf(
  report: DiffReport,
  schemas: { readonly old: Schema; readonly new: Schema },
  pathOf: (name: string) => string,
): PageData {
  const { failing, failOn, audiences, bump, changes, expired, unused } = report.judgement;
  const classes = classList(
    schemas,
    changes.map(({ change }) => change),
  );
  const writer = new ChangeWriter(classes, new Declarations(schemas), pathOf);
  const written = changes.map((each) => writer.write(each));
  return {
    old: shown(report.old),
    new: shown(report.new),
    failing,
    failOn,
    audiences,
    ...(bump && { bump }),
    ...(report.semver && { semver: shownSemver(report.semver) }),
    namespaces: classes.namespaces,
    classes: classes.classes,
    changes: written,
    declarations: writer.declarations.all,
    affected: writer.affected,
    expired: expired.map(shownAcceptance),
    unused: unused.map(shownAcceptance),
  };
}

/** Writes changes one after the other; what several share is written once. */
class ChangeWriter {
  readonly affected: (readonly string[])[] = [];
  readonly declarations: Declarations;
  private readonly classes: ClassList;
  private readonly pathOf: (name: string) => string;
  private readonly lists = new Map<string, number>();

  constructor(classes: ClassList, declarations: Declarations, pathOf: (name: string) => string) {
    this.classes = classes;
    this.declarations = declarations;
    this.pathOf = pathOf;
  }

  write({ change, level, levels, bump, fails, acceptance }: JudgedChange): PageChange {
    const { rule, fingerprint, subject, message, before, after, hint } = change;
    const affected = this.listOf(change.affected);
    const declaration = this.declarations.indexOf(change);
    return {
      rule,
      fingerprint,
      levels,
      level,
      bump,
      fails,
      class: this.classes.indexOf(change),
      subject: shown(subject),
      message: shown(message),
      ...(before && { before: this.place(before) }),
      ...(after && { after: this.place(after) }),
      ...(affected !== undefined && { affected }),
      ...(declaration !== undefined && { declaration }),
      ...(hint !== undefined && { hint: shown(hint) }),
      ...(change.deprecated && { deprecated: true }),
      ...(change.experimental && { experimental: true }),
      ...(acceptance && { accepted: shownAcceptance(acceptance) }),
    };
  }

  private place(location: Location): string {
    const { file, line, column }: Place = placeOf(location);
    return `${shown(this.pathOf(file))}:${line}:${column}`;
  }

  private listOf(names: readonly string[]): number | undefined {
    if (names.length === 0) return undefined;
    const key = names.join("\0");
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const index = this.affected.push(names.map(shown)) - 1;
    this.lists.set(key, index);
    return index;
  }
}

function shownSemver({ old, new: now, needed, enough }: SemverVerdict): SemverVerdict {
  return { old: shown(old), new: shown(now), needed: shown(needed), enough };
}

function shownAcceptance({ fingerprint, reason, until, change }: Acceptance): Acceptance {
  return {
    fingerprint: shown(fingerprint),
    reason: shown(reason),
    ...(until !== undefined && { until: shown(until) }),
    ...(change !== undefined && { change: shown(change) }),
  };
}
