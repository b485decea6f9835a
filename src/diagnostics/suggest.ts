/** The known word that somebody probably meant: the nearest in any case, when it is near enough. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  // Nobody misspells that much, and comparing takes time.
  if (word.length > 100) return undefined;
  const allowed = Math.max(1, Math.floor(word.length / 3));
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let smallest = allowed + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < smallest) [best, smallest] = [candidate, distance];
  }
  // A beginning counts as well: --import for --import-extension.
  return (
    best ?? known.find((candidate) => word.length > 2 && candidate.toLowerCase().startsWith(wanted))
  );
}

/** How many letters have to be added, removed, changed or swapped with their neighbour. */
function editDistance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const cell = (back: number, at: number): number => (rows[i - back] ?? row)[at] ?? Infinity;
      const same = left[i - 1] === right[j - 1];
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row[j] = Math.min(
        cell(1, j) + 1,
        (row[j - 1] ?? Infinity) + 1,
        cell(1, j - 1) + (same ? 0 : 1),
        swapped ? cell(2, j - 2) + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows[left.length]?.[right.length] ?? Infinity;
}
