import type { PortfolioOffer } from "../../backend/contract";
import { counted } from "../numbers";

const things = (count: number): string => counted(count, "thing", "things");

/** Sentences about a PDF that was dropped on the window. */
export const offeredWords = {
  title: "A portfolio is inside this PDF",
  of: (file: string, learner: string) =>
    learner === "" ? `In “${file}”:` : `In “${file}”, the portfolio of ${learner}:`,
  holds: (offer: PortfolioOffer) =>
    [
      counted(offer.accounts, "account", "accounts"),
      counted(offer.activities, "activity", "activities"),
      counted(offer.works, "work", "works"),
      counted(offer.files, "file", "files"),
    ].filter((part) => !part.startsWith("0 ")),
  nothing: "Only the programme, and nothing else.",
  /** What bringing it back would do. */
  would: (offer: PortfolioOffer, open: string) =>
    ({
      nothingOpen: "It can be kept as a portfolio of its own.",
      fills: `“${open}” is empty, so it can become this portfolio.`,
      adds:
        offer.known === 0
          ? `None of it is in “${open}” yet. What is there stays as it is.`
          : `${things(offer.new)} of it ${offer.new === 1 ? "is" : "are"} new to “${open}”. The ${things(offer.known)} that ${offer.known === 1 ? "is" : "are"} there already ${offer.known === 1 ? "stays as it is" : "stay as they are"}.`,
      known: `All of it is in “${open}” already, so there is nothing to bring back.`,
    })[offer.standing],
  fill: "Bring it back",
  add: (count: number) => `Add ${things(count)}`,
  own: "Open it by itself…",
  leave: "Leave it",
  opened: (name: string) => `Opened “${name}”`,
};
