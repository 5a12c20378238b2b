import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples, violations } from "../testing/accessible";
import set, { account } from "./Editor.examples";
import Editor from "./Editor.svelte";
import { lettersOf } from "./reveal";

checkExamples(set);

/** Waits for the styled editor and gives its text box. */
async function styled(container: Element): Promise<HTMLElement> {
  await expect
    .poll(() => container.querySelector(".frame")?.shadowRoot?.querySelector(".cm-content"))
    .toBeTruthy();
  return container.querySelector(".frame")?.shadowRoot?.querySelector(".cm-content") as HTMLElement;
}

/** Selects a stretch from outside, as the rooms do. */
const select = (component: unknown, from: number, to: number): void =>
  (component as { select(from: number, to: number): void }).select(from, to);

/** Whether a place of the window can be seen without scrolling. */
const inSight = ({ top, bottom }: DOMRect): boolean => top >= 0 && bottom <= innerHeight;

/** The text as it stands, line by line. */
const written = (content: HTMLElement): string =>
  [...content.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n");

test("every change is heard", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", onchange });
  const content = await styled(screen.container);
  content.focus();
  await userEvent.keyboard("I waited.");
  expect(onchange).toHaveBeenLastCalledWith("I waited.");
});

test("what was typed before it loaded stays, with the focus", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "Before. ", onchange });
  screen.container.querySelector("textarea")?.focus();
  const content = await styled(screen.container);
  expect(written(content)).toBe("Before. ");
  await expect.poll(() => content.getRootNode() as ShadowRoot).toHaveProperty("activeElement", content);
});

test("it says its name, language and spelling to the system", async () => {
  const screen = await render(Editor, { label: "Analysis", lang: "cy" });
  const content = await styled(screen.container);
  expect(content.getAttribute("aria-label")).toBe("Analysis");
  expect(content.getAttribute("lang")).toBe("cy");
  expect(content.getAttribute("spellcheck")).toBe("true");
  await screen.rerender({ label: "Feelings" });
  await expect.poll(() => content.getAttribute("aria-label")).toBe("Feelings");
});

test("Tab leaves it, as it leaves every field", async () => {
  const screen = await render(Editor, { label: "Analysis", value: "Words" });
  const after = document.createElement("button");
  after.textContent = "After";
  document.body.append(after);
  (await styled(screen.container)).focus();
  await userEvent.tab();
  expect(document.activeElement).toBe(after);
  after.remove();
});

test("Ctrl+B and Ctrl+I mark what is selected, and take it back", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "calm", onchange });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("{Control>}a{/Control}{Control>}b{/Control}");
  expect(onchange).toHaveBeenLastCalledWith("**calm**");
  await userEvent.keyboard("{Control>}b{/Control}");
  expect(onchange).toHaveBeenLastCalledWith("calm");
  await userEvent.keyboard("{Control>}i{/Control}");
  expect(onchange).toHaveBeenLastCalledWith("*calm*");
});

test("a second Ctrl+B while writing goes on in plain words, and Enter still ends the list", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", onchange });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("- {Control>}b{/Control}calm{Control>}b{/Control} now{Enter}");
  await userEvent.keyboard("{Control>}b{/Control}{Control>}b{/Control}{Enter}{Enter}End");
  expect(onchange).toHaveBeenLastCalledWith("- **calm** now\n\nEnd");
});

test("undo goes back through what was typed, not through what came from outside", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "One. ", onchange });
  const content = await styled(screen.container);
  content.focus();
  await userEvent.keyboard("{Control>}{End}{/Control}Two.");
  expect(onchange).toHaveBeenLastCalledWith("One. Two.");
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(onchange).toHaveBeenLastCalledWith("One. ");

  onchange.mockClear();
  await screen.rerender({ value: "Restored." });
  await expect.poll(() => written(content)).toBe("Restored.");
  expect(onchange).not.toHaveBeenCalled();
});

test("a slash offers a table, and choosing it writes one", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", onchange });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("/tab");
  await expect.element(screen.getByRole("option", { name: "Table" })).toBeVisible();
  expect(await violations()).toEqual([]);
  await expect
    .element(screen.getByRole("option", { name: "Table" }))
    .toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{Enter}");
  expect(onchange).toHaveBeenLastCalledWith(
    "| First column | Second column |\n| --- | --- |\n|  |  |\n",
  );
});

test("a slash inside a sentence or in code offers nothing", async () => {
  const screen = await render(Editor, { label: "Analysis", value: "and" });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("{Control>}{End}{/Control}/or");
  await expect.element(screen.getByRole("listbox")).not.toBeInTheDocument();
});

test("it grows with the text and never scrolls inside", async () => {
  const screen = await render(Editor, { label: "Analysis", value: account.repeat(12) });
  const content = await styled(screen.container);
  const scroller = content.parentElement as HTMLElement;
  await expect.poll(() => scroller.scrollHeight - scroller.clientHeight).toBeLessThanOrEqual(1);
  expect(screen.container.getBoundingClientRect().height).toBeGreaterThan(1000);
});

test("headings and emphasis look like what they are", async () => {
  const screen = await render(Editor, { label: "Analysis", value: account });
  const content = await styled(screen.container);
  const of = (words: string): CSSStyleDeclaration => {
    const span = [...content.querySelectorAll("span")].find((one) => one.textContent === words);
    if (!span) throw new Error(`no span reads ${words}`);
    return getComputedStyle(span);
  };
  await expect.poll(() => content.querySelectorAll("span").length).toBeGreaterThan(5);
  expect(of("before").fontWeight).toBe("700");
  expect(of("two sets").fontStyle).toBe("italic");
});

test("a plain box does the same without styling", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", plain: true, value: "", onchange });
  await userEvent.fill(screen.getByRole("textbox", { name: "Analysis" }), "Plain words");
  expect(onchange).toHaveBeenLastCalledWith("Plain words");
  expect(screen.container.querySelector(".frame")).toBeNull();
});

test("text can be put in at the cursor from outside", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "", onchange });
  await styled(screen.container);
  (screen.component as unknown as { insert(text: string): void }).insert("“a bay”");
  expect(onchange).toHaveBeenLastCalledWith("“a bay”");
});

test.each([false, true])("what is put in goes after what is selected and deletes none of it (plain: %s)", async (plain) => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "Then I rang.", plain, onchange });
  if (!plain) await styled(screen.container);
  select(screen.component, 5, 11);
  (screen.component as unknown as { insert(text: string): void }).insert(" (late)");
  expect(onchange).toHaveBeenLastCalledWith("Then I rang (late).");
});

test("a slash that asks first puts its answer after what was selected meanwhile", async () => {
  const onchange = vi.fn();
  let answer = (_: string): void => undefined;
  const asked = new Promise<string>((resolve) => (answer = resolve));
  const slash = [{ label: "Picture", insert: () => asked }];
  const screen = await render(Editor, { label: "Analysis", value: "I rang. ", slash, onchange });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("{Control>}{End}{/Control}/pic");
  await expect.element(screen.getByRole("option", { name: "Picture" })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  select(screen.component, 2, 6);
  answer("!");
  await expect.poll(() => onchange.mock.lastCall?.[0]).toBe("I rang!. ");
});

test("lines that end in two letters, as on another system, are the lines they are", async () => {
  const onchange = vi.fn();
  const value = "One.\r\n\r\nTwo.";
  const screen = await render(Editor, { label: "Analysis", value, onchange });
  const content = await styled(screen.container);
  await expect.poll(() => written(content)).toBe("One.\n\nTwo.");
  select(screen.component, 8, 11);
  await userEvent.keyboard("Three");
  expect(onchange).toHaveBeenLastCalledWith("One.\n\nThree.");
});

// Each paragraph has letters that count as one, two or more, before what is to be shown.
const paragraph = "Then 👩🏽‍⚕️ came, **at last**, and re\u0301sume\u0301d the round 🙂 of the bay.\n\n";
const far = `${paragraph.repeat(60)}Later Mrs Patel rang.\n\n${paragraph.repeat(60)}`;
const patel = far.indexOf("Mrs Patel");

test("what is to be shown is selected to the letter, in sight, and nothing is changed", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: far, onchange });
  const content = await styled(screen.container);
  select(screen.component, patel, patel + "Mrs Patel".length);
  const selection = (content.getRootNode() as Document).getSelection() ?? document.getSelection();
  await expect.poll(() => selection?.toString()).toBe("Mrs Patel");
  await expect
    .poll(() => inSight(selection?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect(0, -1)))
    .toBe(true);
  expect(onchange).not.toHaveBeenCalled();
  await userEvent.keyboard("a relative");
  expect(onchange).toHaveBeenLastCalledWith(far.replace("Mrs Patel", "a relative"));
});

test("what is selected has the colours of the window, inside the editor as everywhere", async () => {
  const probe = document.createElement("p");
  document.body.append(probe);
  const chosen = (at: Element): string[] => {
    const { color, backgroundColor } = getComputedStyle(at, "::selection");
    return [color, backgroundColor];
  };
  const screen = await render(Editor, { label: "Analysis", value: "One.", onchange: vi.fn() });
  const content = await styled(screen.container);
  const line = content.querySelector(".cm-line") as Element;
  try {
    for (const theme of ["light", "dark"]) {
      document.documentElement.setAttribute("data-theme", theme);
      expect(chosen(line)).toEqual(chosen(probe));
      const [letters, ground] = chosen(line);
      expect([letters, ground]).not.toContain("rgba(0, 0, 0, 0)");
      expect(letters).toBe(theme === "dark" ? "rgb(255, 255, 255)" : "rgb(17, 19, 21)");
    }
  } finally {
    document.documentElement.removeAttribute("data-theme");
    probe.remove();
  }
});

test("the plain box shows it as exactly", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: far, plain: true, onchange });
  const box = screen.getByRole("textbox").element() as HTMLTextAreaElement;
  select(screen.component, patel, patel + "Mrs Patel".length);
  expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe("Mrs Patel");
  expect(box).toBe(document.activeElement);
  expect(onchange).not.toHaveBeenCalled();
  expect(inSight(lettersOf(box, box.selectionStart, box.selectionEnd))).toBe(true);
  const middle = box.getBoundingClientRect().top + box.offsetHeight / 2;
  expect(Math.abs(middle - innerHeight / 2), "the words are the middle of the text").toBeLessThan(60);
});

const format = (component: unknown, how: string): void =>
  (component as { format(how: string): void }).format(how);

test.each([false, true])("what is selected is set from outside, plain box: %s", async (plain) => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "calm\nand cold", plain, onchange });
  const content = plain ? screen.container.querySelector("textarea") : await styled(screen.container);
  select(screen.component, 0, 4);
  format(screen.component, "bold");
  await expect.poll(() => onchange.mock.lastCall?.[0]).toBe("**calm**\nand cold");
  await expect.poll(() => (content?.getRootNode() as ShadowRoot).activeElement).toBe(content);
  format(screen.component, "bullets");
  await expect.poll(() => onchange.mock.lastCall?.[0]).toBe("- **calm**\nand cold");
  format(screen.component, "bullets");
  await expect.poll(() => onchange.mock.lastCall?.[0]).toBe("**calm**\nand cold");
  // The box's own undo knows of each.
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.poll(() => onchange.mock.lastCall?.[0]).toBe("- **calm**\nand cold");
});

test("the keys of the bar set what is selected", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "calm", onchange });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("{Control>}{Alt>}2{/Alt}{/Control}");
  expect(onchange).toHaveBeenLastCalledWith("## calm");
  await userEvent.keyboard("{Control>}{Shift>}8{/Shift}{/Control}");
  expect(onchange).toHaveBeenLastCalledWith("- calm");
});

const works = [
  { key: "gibbs1988", label: "Gibbs (1988)", title: "Learning by Doing" },
  { key: "benner1984", label: "Benner (1984)", title: "From Novice to Expert" },
];
const cite = (typed: string) =>
  works.filter(({ label, title }) => `${label} ${title}`.toLowerCase().includes(typed.toLowerCase()));

test("[@ offers works by author, year and title, and Enter cites the one that is chosen", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", value: "So ", cite, onchange });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("{Control>}{End}{/Control}[[@");
  await expect.element(screen.getByRole("option", { name: /Gibbs \(1988\).*Learning by Doing/ })).toBeVisible();
  await expect.element(screen.getByRole("option", { name: /Gibbs/ })).toHaveAttribute("aria-selected", "true");
  expect(await violations()).toEqual([]);
  await userEvent.keyboard("{ArrowDown}{Enter}. ");
  expect(onchange).toHaveBeenLastCalledWith("So [@benner1984]. ");
  await userEvent.keyboard("[[@novice");
  await expect.element(screen.getByRole("option", { name: /Benner/ })).toBeVisible();
  await expect.element(screen.getByRole("option", { name: /Gibbs/ })).not.toBeInTheDocument();
  await userEvent.keyboard("{Enter}");
  expect(onchange).toHaveBeenLastCalledWith("So [@benner1984]. [@benner1984]");
});

test("a page that stands there already is kept, and so is a work before it in the brackets", async () => {
  const onchange = vi.fn();
  const value = "So [see @benner1984; @, p. 12].";
  const screen = await render(Editor, { label: "Analysis", value, cite, onchange });
  await styled(screen.container);
  select(screen.component, 22, 22);
  await userEvent.keyboard("gib");
  await expect.element(screen.getByRole("option", { name: /Gibbs/ })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  expect(onchange).toHaveBeenLastCalledWith("So [see @benner1984; @gibbs1988, p. 12].");
});

test("Escape leaves what was typed, and an address or code offers no work", async () => {
  const onchange = vi.fn();
  const screen = await render(Editor, { label: "Analysis", cite, onchange });
  (await styled(screen.container)).focus();
  await userEvent.keyboard("[[@gib");
  await expect.element(screen.getByRole("listbox")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("listbox")).not.toBeInTheDocument();
  expect(onchange).toHaveBeenLastCalledWith("[@gib");
  await userEvent.keyboard("] me@gib and `[[@gib");
  await expect.element(screen.getByRole("listbox")).not.toBeInTheDocument();
});
