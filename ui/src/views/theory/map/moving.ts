/** A dot of the map: where it stands. */
export interface Spot {
  row: number;
  column: number;
}

/**
 * The dot that an arrow key leads to, of those there are: the next one along the row, or the nearest one in the
 * next row that has any. Nothing if there is none that way, or if the key is another.
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
  const rows = spots.map((spot) => spot.row).filter(that);
  if (rows.length === 0) return undefined;
  const row = first(...rows);
  const away = (spot: Spot): number => Math.abs(spot.column - from.column);
  return spots
    .filter((spot) => spot.row === row)
    .sort((a, b) => away(a) - away(b) || a.column - b.column)[0];
}
