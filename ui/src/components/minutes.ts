/** What a text means as a length of time. */
export type MinutesReading =
  | {
      minutes: number;
      /** The length in words; made from the minutes if absent. */
      label?: string;
      /** Other ways to understand the same text. */
      others?: readonly { minutes: number; label: string }[];
    }
  | { problem: string };
