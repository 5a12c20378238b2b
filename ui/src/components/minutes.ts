/** What a text means as a length of time. */
export type MinutesReading =
  | {
      minutes: number;
      /** The length in words; made from the minutes if absent. */
      label?: string;
      /** When it began and ended, if times were written. */
      startedAt?: string | null;
      endedAt?: string | null;
      /** Other ways to understand the same text. */
      others?: readonly { minutes: number; label: string }[];
    }
  | { problem: string };
