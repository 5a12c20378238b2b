// Lists of rows are kept as one text each. What is read back may be anything.

/** The text of this name in a row; empty if there is none. */
export const textIn = (value: unknown, name: string): string => {
  const found = (value as Record<string, unknown> | null)?.[name];
  return typeof found === "string" ? found : "";
};

/** Reads a list that was kept as one text; nothing if it is none. */
export function listOf<T>(text: string, member: (value: unknown) => T): T[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.map(member) : undefined;
  } catch {
    return undefined;
  }
}
