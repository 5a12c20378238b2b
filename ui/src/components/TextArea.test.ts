import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples, settled } from "../testing/accessible";
import set from "./TextArea.examples";
import TextArea from "./TextArea.svelte";

checkExamples(set);

test("it grows with what is written and never scrolls inside", async () => {
  const screen = await render(TextArea, { label: "Notes", value: "One line" });
  await settled();
  const box = screen.getByRole("textbox").element() as HTMLTextAreaElement;
  const before = box.offsetHeight;
  await userEvent.fill(box, "A line\n".repeat(20));
  await expect.poll(() => box.offsetHeight).toBeGreaterThan(before * 2);
  expect(box.scrollHeight).toBeLessThanOrEqual(box.clientHeight);
});

test("it shrinks again when text is taken out", async () => {
  const screen = await render(TextArea, { label: "Notes", value: "A line\n".repeat(20) });
  await settled();
  const box = screen.getByRole("textbox").element() as HTMLTextAreaElement;
  const before = box.offsetHeight;
  await userEvent.fill(box, "");
  await expect.poll(() => box.offsetHeight).toBeLessThan(before / 2);
});

test("Ctrl and Enter mean done; Enter alone is a new line", async () => {
  const onsubmit = vi.fn();
  const screen = await render(TextArea, { label: "Notes", onsubmit });
  const box = screen.getByRole("textbox");
  await userEvent.type(box, "a{Enter}b");
  expect(onsubmit).not.toHaveBeenCalled();
  await expect.element(box).toHaveValue("a\nb");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(onsubmit).toHaveBeenCalledTimes(1);
});
