import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./ActionRow.examples";
import bar from "./ActionBar.svelte?raw";
import ActionRow from "./ActionRow.svelte";

checkExamples(set);

test("the order is the same however it is filled", async () => {
  const run = vi.fn();
  const screen = await render(ActionRow, {
    danger: { label: "Lose it", run },
    cancel: { label: "Cancel", run },
    others: [{ label: "Again", run }],
    main: { label: "Keep", run },
  });
  const labels = screen.getByRole("button").elements().map((button) => button.textContent.trim());
  expect(labels).toEqual(["Keep", "Again", "Cancel", "Lose it"]);
});

test("without something to run the first button submits its form", async () => {
  const submitted = vi.fn((event: Event) => event.preventDefault());
  const form = document.createElement("form");
  form.addEventListener("submit", submitted);
  document.body.append(form);
  const screen = await render(ActionRow, { main: { label: "Keep" } }, { baseElement: form });
  await screen.getByRole("button", { name: "Keep" }).click();
  expect(submitted).toHaveBeenCalledTimes(1);
  form.remove();
});

/** Every file of the interface that has a form or a dialog, as it is written. */
const sources = import.meta.glob<string>(["../*.svelte", "../views/**/*.svelte"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const forms = Object.entries(sources).filter(([, source]) => /<form|<Dialog/.test(source));
const files = (found: typeof forms): string[] => found.map(([file]) => file);

test("every form and every dialog ends in this row, by itself or in the bar that keeps it in sight", () => {
  expect(forms.length).toBeGreaterThan(8);
  expect(files(forms.filter(([, source]) => !/<Action(Row|Bar)\b/.test(source)))).toEqual([]);
  expect(bar).toContain("<ActionRow");
});

test("no form or dialog has a button of its own that does what one came for", () => {
  const own = forms.filter(([, source]) => /<Button[^>]*(kind="primary"|type="submit")/.test(source));
  expect(files(own)).toEqual([]);
});
