import { expect, test } from "vitest";
import { afterPress } from "./leaving";

const send = (type: string) => dispatchEvent(new PointerEvent(type));

test("without a press it is done at once", () => {
  let done = 0;
  afterPress(() => (done += 1));
  expect(done).toBe(1);
});

test("while a pointer is pressed it waits for the release and the click after it", async () => {
  const order: string[] = [];
  send("pointerdown");
  afterPress(() => order.push("said"));
  expect(order).toEqual([]);
  send("pointerup");
  order.push("click");
  await expect.poll(() => order).toEqual(["click", "said"]);
});
