import { textWidth } from "../text-width.ts";

/** A wider cell does not make its column wider. */
const WIDEST = 40;

/** More cells than that are no columns. */
const MOST = 20;

/** Lines whose cells tabs divide, in columns; other lines stay as they are. */
export function alignedColumns(lines: readonly string[]): string[] {
  if (!lines.some((line) => line.includes("\t"))) return [...lines];
  const rows = lines.map((line) => line.split(/\t+/));
  if (rows.some((row) => row.length > MOST))
    return lines.map((line) => line.replaceAll("\t", "  "));
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const width = textWidth(cell.trimEnd());
      if (width <= WIDEST) widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const room = (widths[column] ?? 0) + 2 - textWidth(cell.trimEnd());
        return cell.trimEnd() + " ".repeat(Math.max(2, room));
      })
      .join("")
      .trimEnd(),
  );
}
