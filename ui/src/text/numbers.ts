/** "12", "1,948": a whole number as a person reads it, and as the program itself writes it. */
export const numberText = (number: number): string => number.toLocaleString("en-GB");

/** "1 entry", "1,200 entries". */
export const counted = (count: number, one: string, many: string): string =>
  `${numberText(count)} ${count === 1 ? one : many}`;
