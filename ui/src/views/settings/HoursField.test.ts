import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { DurationReadings } from "../../backend/contract";
import { memoryBackend, memoryHost } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { settled, violations } from "../../testing/accessible";
import { hoursText } from "./form";
import HoursField from "./HoursField.svelte";

/** A program that has its own idea of what was typed: the box must take it and have none of its own. */
function program(answer: DurationReadings): { asked: string[] } {
  const asked: string[] = [];
  const backend = memoryBackend();
  backend.answer({
    read_duration: (request) => {
      asked.push(JSON.stringify(request));
      return answer;
    },
  });
  installBackend(backend, memoryHost());
  resetQueries();
  return { asked };
}

const field = { id: "plan", label: "Off-the-job hours in your training plan", value: null };

test("what a figure of hours means is the program's to say", async () => {
  const { asked } = program({
    readings: [{ minutes: 63_960, label: "1,066 h", startedAt: null, endedAt: null }],
    problem: "",
  });
  const heard: (number | null)[] = [];
  const screen = await render(HoursField, {
    ...field,
    get value() {
      return heard.at(-1) ?? null;
    },
    set value(minutes: number | null) {
      heard.push(minutes);
    },
  });
  await userEvent.fill(screen.getByRole("textbox"), "1,066");
  await expect.poll(() => heard.at(-1)).toBe(63_960);
  expect(asked.at(-1)).toBe(JSON.stringify({ text: "1,066", measure: "programme" }));
  await expect.element(screen.getByText("1,066 h")).toBeVisible();
  await userEvent.clear(screen.getByRole("textbox"));
  await expect.poll(() => heard.at(-1)).toBe(null);
});

test("what cannot be understood is said in the program's words", async () => {
  program({ readings: [], problem: "Write a number of hours." });
  const screen = await render(HoursField, field);
  await userEvent.fill(screen.getByRole("textbox"), "many");
  await userEvent.tab();
  await expect.element(screen.getByText("Write a number of hours.")).toBeVisible();
  await settled();
  expect(await violations()).toEqual([]);
});

test("a figure stands in its box in a form that means exactly the same", () => {
  expect(hoursText(null)).toBe("");
  expect(hoursText(557 * 60)).toBe("557");
  expect(hoursText(33_408)).toBe("556.8");
  expect(hoursText(2_250)).toBe("37.5");
  // A third of an hour has no end as a decimal.
  expect(hoursText(2_240)).toBe("37 h 20");
});
