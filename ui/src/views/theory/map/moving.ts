/** A place of the map that the keyboard can be at: a dot, or the name of a row at `NAME`. */
export interface Spot {
  row: number;
  column: number;
}

/** The column of names, before all others. */
export const NAME = -1;

/**
 * The place that an arrow key leads to, of those there are: the next one along the row, or the nearest one in the
 * next row that has any. A dot leads up and down to dots, so that a row without any is passed by; names lead to
 * each row. Nothing if there is none that way, or if the key is another.
 */
export function nextSpot(spots: readonly Spot[], from: Spot, key: string): Spot | undefined {
  const along = spots.filter((spot) => spot.row === from.row).sort((a, b) => a.column - b.column);
  switch (key) {
    case "ArrowRight":
      return along.find((spot) => spot.column > from.column);
    case "ArrowLeft":
      return along.findLast((spot) => spot.column < from.column);
    case "Home":
      return along[0];
    case "End":
      return along.at(-1);
    case "ArrowDown":
      return nearest(spots, from, (row) => row > from.row, Math.min);
    case "ArrowUp":
      return nearest(spots, from, (row) => row < from.row, Math.max);
    default:
      return undefined;
  }
}

function nearest(
  spots: readonly Spot[],
  from: Spot,
  that: (row: number) => boolean,
  first: (...rows: number[]) => number,
): Spot | undefined {
  const fitting = spots.filter(({ row, column }) => that(row) && (from.column === NAME || column !== NAME));
  if (fitting.length === 0) return undefined;
  const row = first(...fitting.map((spot) => spot.row));
  const away = (spot: Spot): number => Math.abs(spot.column - from.column);
  return fitting
    .filter((spot) => spot.row === row)
    .sort((a, b) => away(a) - away(b) || a.column - b.column)[0];
}
