import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import TitleField from "../views/reflections/TitleField.svelte";
import TextField from "./TextField.svelte";

/** Pastes a text where the keyboard is. */
async function paste(text: string): Promise<void> {
  const into = document.activeElement as HTMLInputElement | HTMLTextAreaElement;
  const [from, to] = [into.selectionStart, into.selectionEnd];
  const source = document.body.appendChild(document.createElement("textarea"));
  source.value = text;
  source.select();
  await userEvent.copy();
  source.remove();
  into.focus();
  into.setSelectionRange(from, to);
  await userEvent.paste();
}

test("a paste that does not fit is not cut: the box keeps what it had and says so", async () => {
  const screen = await render(TextField, { label: "Module", most: 10 });
  const box = screen.getByRole("textbox", { name: "Module" });
  await userEvent.type(box, "Ward");
  await paste(" and a great deal more");
  await expect.element(box).toHaveValue("Ward");
  await expect.element(box).toHaveAccessibleDescription(/room for 10 characters/);
  await expect.element(box).toHaveAttribute("aria-invalid", "true");

  // What fits is taken, and the sentence goes.
  await paste(" round");
  await expect.element(box).toHaveValue("Ward round");
  await expect.element(box).not.toHaveAttribute("aria-invalid");
});

test("letters are counted as the portfolio counts them", async () => {
  const screen = await render(TextField, { label: "Module", most: 3 });
  const box = screen.getByRole("textbox", { name: "Module" });
  await userEvent.click(box);
  await paste("🙂🙂🙂");
  await expect.element(box).toHaveValue("🙂🙂🙂");
  await paste("🙂");
  await expect.element(box).toHaveValue("🙂🙂🙂");
  await expect.element(box).toHaveAttribute("aria-invalid", "true");
});

test("what replaces a selection has the room of what it replaces", async () => {
  const screen = await render(TextField, { label: "Module", most: 4, value: "Ward" });
  const box = screen.getByRole("textbox", { name: "Module" });
  (box.element() as HTMLInputElement).focus();
  (box.element() as HTMLInputElement).select();
  await paste("Home");
  await expect.element(box).toHaveValue("Home");
});

test("a title that is too long never enters an account in part", async () => {
  const onchange = vi.fn();
  const screen = await render(TitleField, { value: "A quiet night", onchange, onenter: vi.fn() });
  const box = screen.getByRole("textbox", { name: "Title" });
  await userEvent.click(box);
  await paste("word ".repeat(61));
  await expect.element(box).toHaveValue("A quiet night");
  await expect.element(screen.getByRole("alert")).toHaveTextContent(/room for 300 characters/);
  expect(onchange).not.toHaveBeenCalled();
});
