import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { TypingAhead } from "./typeahead";

const ahead = new TypingAhead();
let box: HTMLInputElement | undefined;

/** A box of the room that is still on screen, with the keyboard in it. */
function oldBox(): HTMLInputElement {
  box = document.createElement("input");
  box.setAttribute("aria-label", "Old");
  document.body.append(box);
  box.focus();
  return box;
}

afterEach(() => {
  ahead.drop();
  box?.remove();
});

test("what is typed while a form is on its way goes to the form and nowhere else", async () => {
  const old = oldBox();
  ahead.hold();
  await userEvent.keyboard("Lectux{Backspace}re{Tab}{Enter} 1");
  expect(old.value).toBe("");
  expect(document.activeElement).toBe(old);
  expect(ahead.take()).toBe("Lecture 1");
  await userEvent.keyboard("on");
  expect(old.value, "nothing is caught any more").toBe("on");
  expect(ahead.take()).toBe("");
});

test.each(["Escape", "press"])("%s shows that something else was meant", async (how) => {
  const old = oldBox();
  ahead.hold();
  await userEvent.keyboard("Lec");
  if (how === "Escape") await userEvent.keyboard("{Escape}");
  else await userEvent.click(old);
  await userEvent.keyboard("x");
  expect(old.value).toBe("x");
  expect(ahead.take()).toBe("");
});

test("a shortcut works as ever meanwhile", async () => {
  oldBox();
  let heard = "";
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey && event.key !== "Control") heard += event.key;
  };
  addEventListener("keydown", listen);
  ahead.hold();
  await userEvent.keyboard("{Control>},{/Control}");
  removeEventListener("keydown", listen);
  expect(heard).toBe(",");
  expect(ahead.take()).toBe("");
});
