/** Where the keyboard is in a grid: a row, and a cell within it. */
export interface Place {
  row: number;
  cell: number;
}

/** The cell at a place; what a row lacks is its last one. */
export function within(at: Place, cells: readonly number[]): Place {
  return { row: at.row, cell: Math.max(0, Math.min(at.cell, (cells[at.row] ?? 1) - 1)) };
}

/**
 * Where a key leads from `at` in a grid whose rows have so many cells each; nothing for keys that mean
 * something else. Up and down keep the column, also past a row that lacks it.
 */
export function moved(at: Place, key: string, cells: readonly number[], all: boolean): Place | undefined {
  const last = cells.length - 1;
  const here = within(at, cells);
  switch (key) {
    case "ArrowRight":
      return within({ row: at.row, cell: here.cell + 1 }, cells);
    case "ArrowLeft":
      return within({ row: at.row, cell: here.cell - 1 }, cells);
    case "ArrowDown":
      return { row: Math.min(at.row + 1, last), cell: at.cell };
    case "ArrowUp":
      return { row: Math.max(at.row - 1, 0), cell: at.cell };
    case "Home":
      return { row: all ? 0 : at.row, cell: 0 };
    case "End":
      return within({ row: all ? last : at.row, cell: Infinity }, cells);
    default:
      return undefined;
  }
}
