import {
  labelActivityTag,
  labelCategory,
  labelDeliveredBy,
  labelPaidTime,
  labelPlace,
  type ActivityContent,
  type CarriedOver,
} from "../../backend/contract";

/** What stands round an activity, without what kind it is. Something that recurs cannot say yet how time was given back. */
export type Circumstances = Omit<CarriedOver, "category" | "compensation"> & { readonly compensation?: string };

/** What holds again of an entry that is offered. */
export function carriedOf(content: ActivityContent): CarriedOver {
  const { category, paid, compensation, deliveredBy, deliveredByKind, place, criteria, tags } = content;
  return { category, paid, compensation, deliveredBy, deliveredByKind, place, criteria, tags };
}

/** The same as a line to look at. What was never said is left out, except whether the time was paid: it decides. */
export function carriedLine(it: CarriedOver): string {
  return [
    it.category === null ? "" : labelCategory[it.category],
    labelPaidTime[it.paid],
    it.deliveredBy,
    it.deliveredByKind === "unknown" ? "" : labelDeliveredBy[it.deliveredByKind],
    it.place === "unknown" ? "" : labelPlace[it.place],
    it.criteria.join(", "),
    ...it.tags.map((tag) => labelActivityTag[tag]),
  ]
    .filter(Boolean)
    .join(" · ");
}
