import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { Evidence, Identifier, ModelView } from "../../backend/contract";
import { actions } from "../../state/actions.svelte";
import { drafts } from "../../state/draft.svelte";
import { router } from "../../state/router.svelte";
import { settings } from "../../state/settings.svelte";
import { toasts } from "../../state/toast.svelte";
import { settled, violations } from "../../testing/accessible";
import { view as activityView } from "../activities/testing/samples";
import Reflections from "./Reflections.svelte";
import { bennerLink, driscoll, gibbs, nightShift, reflection } from "./testing/samples";
import { world, type World } from "./testing/world";

const root = document.documentElement;
afterEach(async () => {
  root.removeAttribute("data-theme");
  for (const { id } of toasts.list) toasts.dismiss(id);
  await drafts.flush();
  await settings.set({ plainEditor: false });
});

async function accessible(): Promise<void> {
  for (const theme of ["light", "dark"]) {
    root.setAttribute("data-theme", theme);
    await settled();
    expect(await violations(), theme).toEqual([]);
  }
}

/** The text box of a stage, once the styled editor stands. */
async function box(heading: string): Promise<HTMLElement> {
  const find = (): HTMLElement | undefined =>
    [...document.querySelectorAll(".frame")]
      .map((frame) => frame.shadowRoot?.querySelector<HTMLElement>(".cm-content"))
      .find((content) => content?.getAttribute("aria-label") === heading) ?? undefined;
  await expect.poll(find).toBeTruthy();
  return find() as HTMLElement;
}

/** Whether the keyboard is in a text box, also through the editor's own root. */
const holdsFocus = (content: HTMLElement): boolean =>
  (content.getRootNode() as ShadowRoot).activeElement === content;

const textOf = (it: World, key: string): string | undefined =>
  it.stored.stages.find((stage) => stage.key === key)?.text;

const open = () => render(Reflections, { id: "r1" });

test("typing saves and says so, and the stage counts its words", async () => {
  const it = world();
  const screen = await open();
  const conclusion = await box("Conclusion");
  // The first stage without words has the keyboard.
  await expect.poll(() => holdsFocus(conclusion)).toBe(true);
  await userEvent.keyboard("I can ring. ");
  await expect.poll(() => textOf(it, "conclusion")).toBe("I can ring. ");
  await expect.element(screen.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  const stage = screen.getByRole("navigation", { name: "Stages" }).getByRole("button", { name: /Conclusion/ });
  await expect.element(stage).toHaveTextContent("3 words");
  await expect.element(stage).toHaveAttribute("aria-current", "step");
});

test("an account without a title begins at its title; Enter leads to the page", async () => {
  const it = world({ title: "" });
  const screen = await open();
  const title = screen.getByRole("textbox", { name: "Title" });
  await expect.element(title).toHaveFocus();
  await userEvent.keyboard("Late call {Enter}");
  const description = await box("Description");
  await expect.poll(() => holdsFocus(description)).toBe(true);
  await expect.poll(() => it.stored.title).toBe("Late call");
  await expect.element(title).toHaveValue("Late call ");
});

test("what the program trims is not taken from under the person who types", async () => {
  const it = world({ title: "Late" });
  const screen = await open();
  const title = screen.getByRole("textbox", { name: "Title" });
  await title.click();
  await userEvent.keyboard("{End} call ");
  await expect.poll(() => it.stored.title).toBe("Late call");
  await userEvent.keyboard("again");
  await expect.element(title).toHaveValue("Late call again");
});

test("a failed save says why, keeps the words and succeeds later", async () => {
  let full = true;
  const it = world();
  it.backend.answer({
    save_reflection: (account) => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- commands reject with a Failure
      if (full) throw { code: "diskFull" };
      it.stored = { ...it.stored, ...account, revision: it.stored.revision + 1 };
      return { revision: it.stored.revision, savedAt: "", words: 0 };
    },
  });
  const screen = await open();
  await box("Conclusion");
  await userEvent.keyboard("Kept.");
  await expect.element(screen.getByText(/Not saved: the disk is full/)).toBeVisible();
  await accessible();
  full = false;
  expect(await drafts.flush()).toBe(true);
  expect(textOf(it, "conclusion")).toBe("Kept.");
});

test("words that could not be written are still there when the room is opened again", async () => {
  let full = true;
  const it = world();
  it.backend.answer({
    save_reflection: (account) => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- commands reject with a Failure
      if (full) throw { code: "diskFull" };
      it.stored = { ...it.stored, ...account, revision: it.stored.revision + 1 };
      return { revision: it.stored.revision, savedAt: "", words: 0 };
    },
  });
  const first = await open();
  await box("Conclusion");
  await userEvent.keyboard("Kept.");
  await expect.element(first.getByText(/Not saved/)).toBeVisible();
  await first.unmount();
  await open();
  const conclusion = await box("Conclusion");
  await expect.poll(() => conclusion.textContent).toContain("Kept.");
  full = false;
  expect(await drafts.flush()).toBe(true);
  expect(textOf(it, "conclusion")).toBe("Kept.");
});

test("what changed elsewhere arrives, and never over words that are not saved yet", async () => {
  const it = world();
  const screen = await open();
  await box("Conclusion");
  const elsewhere = (title: string): void => {
    it.stored = { ...it.stored, title, revision: it.stored.revision + 1 };
    it.backend.announce(["reflections"]);
  };
  elsewhere("Changed elsewhere");
  const title = screen.getByRole("textbox", { name: "Title" });
  await expect.element(title).toHaveValue("Changed elsewhere");
  // In one go, so that nothing is saved in between on a slow machine.
  const field = title.element() as HTMLTextAreaElement;
  field.value = "My own words";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  elsewhere("Changed again");
  expect(await drafts.flush()).toBe(true);
  await expect.element(title).toHaveValue("My own words");
  expect(it.stored.title).toBe("My own words");
});

test("changing the model saves first and keeps every text under its old name", async () => {
  const it = world();
  const screen = await open();
  await box("Conclusion");
  await userEvent.keyboard("Unsaved yet.");
  await screen.getByRole("button", { name: "Change model" }).click();
  await expect.element(screen.getByRole("dialog")).toBeVisible();
  await accessible();
  await screen.getByRole("radio", { name: "Driscoll’s What?" }).click();
  await screen.getByRole("button", { name: "Use this model" }).click();
  await expect.element(screen.getByRole("heading", { name: "So what?" })).toBeVisible();
  await expect
    .element(screen.getByRole("heading", { name: `From ${gibbs.name}: Analysis` }))
    .toBeVisible();
  expect((await box(`From ${gibbs.name}: Analysis`)).textContent).toContain("I hesitated for about four minutes");
  expect((await box(`From ${gibbs.name}: Conclusion`)).textContent).toContain("Unsaved yet.");
  await expect.poll(() => it.stored.model).toBe("driscoll");
  expect(textOf(it, "conclusion")).toBe("Unsaved yet.");
  expect(textOf(it, "description")).toContain("It was near the end of a night shift");
  const saves = it.backend.calls.filter(({ name }) => name === "save_reflection");
  expect((saves[0]?.request as { model: string }).model, "the words went first").toBe("gibbs");
});

test("what the new model has no stage for is moved into a stage of it, with a way back", async () => {
  const it = world({ model: "driscoll" });
  const [analysis, feelings] = [textOf(it, "analysis") ?? "", textOf(it, "feelings") ?? ""];
  const screen = await open();
  await box("So what?");
  const move = (heading: string) =>
    screen.getByRole("button", { name: `Move into… the text “From ${gibbs.name}: ${heading}”` });
  const gone = (heading: string) => screen.getByRole("heading", { name: `From ${gibbs.name}: ${heading}` });
  await move("Feelings").click();
  await accessible();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  const soWhat = await box("So what?");
  await expect.poll(() => holdsFocus(soWhat)).toBe(true);
  await expect.element(gone("Feelings")).not.toBeInTheDocument();
  await expect.poll(() => textOf(it, "so_what")).toBe(feelings);
  await move("Analysis").click();
  await screen.getByRole("menuitem", { name: "So what?" }).click();
  await expect.poll(() => textOf(it, "so_what")).toBe(`${feelings}\n\n${analysis}`);
  expect(textOf(it, "analysis")).toBe("");
  expect(toasts.list.at(-1)?.message).toBe("Moved into “So what?”");

  // Written on: the way back takes only what was moved.
  await expect.poll(() => holdsFocus(soWhat)).toBe(true);
  await userEvent.keyboard("And more.");
  await expect.poll(() => textOf(it, "so_what")).toContain("And more.");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(() => textOf(it, "analysis")).toBe(analysis);
  expect(textOf(it, "so_what")).toBe(`${feelings}\n\nAnd more.`);
  await expect.element(gone("Analysis")).toBeVisible();
});

test("Tab leads from the title into the text, and the bar comes after it", async () => {
  world({ title: "" });
  const screen = await open();
  const title = screen.getByRole("textbox", { name: "Title" });
  await expect.element(title).toHaveFocus();
  const first = await box("Description");
  // Also once the stage was in use, and has the bar.
  for (let time = 0; time < 2; time += 1) {
    await title.click();
    await userEvent.tab();
    await expect.poll(() => holdsFocus(first)).toBe(true);
  }
  await userEvent.tab();
  await expect.element(screen.getByRole("button", { name: "Bold" })).toHaveFocus();
});

test("the bar above the stage in use sets what is selected, by the keyboard alone", async () => {
  const it = world();
  const screen = await open();
  const conclusion = await box("Conclusion");
  await expect.poll(() => holdsFocus(conclusion)).toBe(true);
  const bar = screen.getByRole("toolbar", { name: "How the text is set" });
  expect(bar.elements()).toHaveLength(1);
  expect(bar.getByRole("button", { name: "Bold" }).element().getAttribute("title")).toBe("Bold (Ctrl+B)");
  await userEvent.keyboard("calm{Control>}a{/Control}");
  await userEvent.tab();
  await expect.element(bar.getByRole("button", { name: "Bold" })).toHaveFocus();
  await accessible();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  await expect.poll(() => holdsFocus(conclusion)).toBe(true);
  await expect.poll(() => textOf(it, "conclusion")).toBe("*calm*");
  await bar.getByRole("button", { name: "Quotation" }).click();
  await expect.poll(() => textOf(it, "conclusion")).toBe("> *calm*");
  // It goes along to the next stage.
  const above = bar.element();
  (await box("Description")).focus();
  await expect.poll(() => above.isConnected).toBe(false);
  expect(bar.element().closest("section")?.textContent).toContain("Description");
});

test.each([
  [1280, 800],
  [800, 600],
])("the bars stay in sight over a long text and cover no line in use, at %i × %i", async (width, height) => {
  await page.viewport(width, height);
  const long = "One sentence after the other, until the page is long. ".repeat(400);
  world({ stages: [{ key: "description", heading: "Description", text: long }] });
  const screen = await open();
  const description = await box("Description");
  description.focus();
  await userEvent.keyboard("{Control>}{End}{/Control}");
  const bar = screen.getByRole("toolbar", { name: "How the text is set" });
  await expect.poll(() => scrollY).toBeGreaterThan(height);
  await expect.element(bar).toBeInViewport({ ratio: 0.99 });
  await expect.element(screen.getByRole("button", { name: "Preview" })).toBeInViewport({ ratio: 0.99 });
  const ends = (element: Element): DOMRect => element.getBoundingClientRect();
  expect(ends(bar.element()).top).toBeGreaterThanOrEqual(
    ends(screen.getByRole("button", { name: "Preview" }).element()).bottom,
  );
  // Back up line by line: the line of the cursor is never under a bar.
  for (let presses = 0; presses < 40; presses += 1) await userEvent.keyboard("{ArrowUp}");
  await settled();
  const line = (description.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null })
    .getSelection?.()
    ?.getRangeAt(0)
    .getBoundingClientRect();
  expect(line?.top ?? 0).toBeGreaterThanOrEqual(ends(bar.element()).bottom);
  await page.viewport(1280, 800);
});

test("finishing without a title says what to do and finishes nothing", async () => {
  const it = world({ title: "" });
  const screen = await open();
  await screen.getByRole("button", { name: "Mark as finished" }).click();
  await expect
    .element(screen.getByRole("alert").filter({ hasText: "Give the reflection a title" }))
    .toBeVisible();
  await accessible();
  expect(it.stored.state).toBe("draft");
  const title = screen.getByRole("textbox", { name: "Title" });
  await expect.element(title).toHaveFocus();
  await userEvent.keyboard("Late call");
  await screen.getByRole("button", { name: "Mark as finished" }).click();
  await expect.poll(() => it.stored.state).toBe("finished");
  await expect.element(screen.getByRole("button", { name: "Make it a draft again" })).toBeVisible();

  // Without its title it is a draft again, so that its words go on being saved.
  await userEvent.clear(title);
  await expect.poll(() => it.stored).toMatchObject({ title: "", state: "draft" });
});

/** A finding at the `nth` place of these letters in a text, as the program reports it. */
function finding(text: string, matched: string, change: Partial<Identifier>): Identifier {
  const start = text.indexOf(matched);
  if (start < 0) throw new Error(`no ${matched} in ${text}`);
  return {
    kind: "titled_name",
    label: "Name",
    stage: "Description",
    stageKey: "description",
    excerpt: `…${text}…`,
    matched,
    start,
    end: start + matched.length,
    mild: true,
    ...change,
  };
}

const many: ModelView[] = [
  gibbs,
  driscoll,
  ...Array.from({ length: 9 }, (_, at) => ({ ...driscoll, id: `more${at}`, name: `Model ${at}` })),
];

test.each([
  [1280, 800],
  [800, 600],
])("the button that uses a model is in sight whichever was chosen, at %i × %i", async (width, height) => {
  await page.viewport(width, height);
  const it = world({}, { models: () => ({ models: many }) });
  const screen = await open();
  await box("Conclusion");
  actions.run("writing-model");
  const use = screen.getByRole("button", { name: "Use this model" });
  await expect.element(use).toBeInViewport({ ratio: 0.99 });
  await accessible();
  await screen.getByRole("radio", { name: "Driscoll’s What?" }).click();
  await expect.element(use).toBeInViewport({ ratio: 0.99 });
  await use.click();
  await expect.poll(() => it.stored.model).toBe("driscoll");
  expect(toasts.list.at(-1)?.message).toContain("Now follows Driscoll");
  await page.viewport(1280, 800);
});

test("a model that was chosen and not used is said to be unused, and is one press away", async () => {
  const it = world();
  const screen = await open();
  await box("Conclusion");
  for (const leave of ["{Escape}", "Close"]) {
    actions.run("writing-model");
    await screen.getByRole("radio", { name: "Driscoll’s What?" }).click();
    if (leave === "Close") await screen.getByRole("button", { name: "Close" }).click();
    else await userEvent.keyboard(leave);
    await expect.poll(() => toasts.list.at(-1)?.message).toBe("Still follows Gibbs’ reflective cycle.");
    expect(it.stored.model).toBe("gibbs");
    if (leave !== "Close") toasts.dismiss(toasts.list.at(-1)?.id ?? 0);
  }
  expect(toasts.list.at(-1)?.action?.label).toBe("Use Driscoll’s What?");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(() => it.stored.model).toBe("driscoll");
});

test("the choice of a model begins at the one in use, so that an arrow key goes on from there", async () => {
  world({ model: "driscoll" });
  const screen = await open();
  await box("What?");
  actions.run("writing-model");
  await expect.element(screen.getByRole("radio", { name: driscoll.name })).toHaveFocus();
});

test("leaving the choice of a model as it was, or by its button, says nothing", async () => {
  world();
  const screen = await open();
  await box("Conclusion");
  actions.run("writing-model");
  await expect.element(screen.getByRole("dialog")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
  actions.run("writing-model");
  await screen.getByRole("radio", { name: "Driscoll’s What?" }).click();
  await screen.getByRole("button", { name: "Keep the present one" }).click();
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
  expect(toasts.list).toEqual([]);
});

test("likely identifiers are one quiet line that shows where and blocks nothing", async () => {
  const it = world();
  it.found = [
    finding(textOf(it, "feelings") ?? "", "nothing", {
      kind: "exact_date",
      label: "Exact date",
      stage: "Feelings",
      stageKey: "feelings",
    }),
    finding(textOf(it, "description") ?? "", "the nurse in charge", {
      kind: "nhs_number",
      label: "NHS number",
      mild: false,
    }),
  ];
  const screen = await open();
  const description = await box("Description");
  const before = textOf(it, "description") ?? "";
  await expect
    .element(screen.getByText("This looks like an NHS number in Description. Could it identify someone?"))
    .toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Show where" }).click();
  await expect.poll(() => holdsFocus(description)).toBe(true);
  expect(textOf(it, "description"), "looking changes nothing").toBe(before);
  await userEvent.keyboard("a colleague");
  await expect
    .poll(() => textOf(it, "description"))
    .toBe(before.replace("the nurse in charge", "a colleague"));
  await screen.getByRole("button", { name: "Next (1 more)" }).click();
  await expect.element(screen.getByText(/There is an exact date in Feelings/)).toBeVisible();
});

test.each([false, true])("a finding is shown to the letter and in sight, plain box: %s", async (plain) => {
  const line = "Then 👩🏽‍⚕️ came, **at last**, and re\u0301sume\u0301d the round 🙂.\n\n";
  const long = `${line.repeat(30)}Later **Mrs Patel** rang, and Mrs Patel waited.\n\n${line.repeat(30)}`;
  await settings.set({ plainEditor: plain });
  const stages = reflection().stages.map((stage) => ({ ...stage, text: long }));
  const it = world({ stages });
  it.found = [finding(long, "Mrs Patel", { stage: "Evaluation", stageKey: "evaluation" })];
  const screen = await open();
  if (!plain) await box("Evaluation");
  await screen.getByRole("button", { name: "Show where" }).click();
  await userEvent.keyboard("a relative");
  await expect
    .poll(() => textOf(it, "evaluation"))
    .toBe(long.replace("Mrs Patel", "a relative"));
  expect(textOf(it, "description"), "the same words elsewhere stay").toBe(long);
});

test("a finding in the title is shown in the title", async () => {
  const it = world({ title: "A night with Mrs Patel" });
  it.found = [finding(it.stored.title, "Mrs Patel", { stage: "Title", stageKey: null })];
  const screen = await open();
  await screen.getByRole("button", { name: "Show where" }).click();
  await expect.element(screen.getByRole("textbox", { name: "Title" })).toHaveFocus();
  await userEvent.keyboard("a patient");
  await expect.poll(() => it.stored.title).toBe("A night with a patient");
});

test("activities are linked by name and taken off with a way back", async () => {
  const it = world();
  const screen = await open();
  await screen.getByRole("button", { name: "Link an activity" }).click();
  await userEvent.keyboard("night");
  await screen.getByRole("option", { name: /Night shift/ }).click();
  await expect
    .element(screen.getByText("Thu 19 Nov · 12 h · learning time 45 min"))
    .toBeVisible();
  await screen.getByRole("button", { name: "Remove the link to Night shift, acute medical unit" }).click();
  await expect.poll(() => it.activityIds).toEqual([]);
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(() => it.activityIds).toEqual(["a1"]);
});

test("the preview shows every text and follows what is written", async () => {
  world();
  const screen = await open();
  await box("Conclusion");
  await screen.getByRole("button", { name: "Preview" }).click();
  const proof = screen.getByRole("region", { name: "Preview" });
  await expect.element(proof.getByRole("heading", { name: "Analysis" })).toBeVisible();
  await accessible();
  await screen.getByRole("textbox", { name: "Title" }).click();
  (await box("Conclusion")).focus();
  await userEvent.keyboard("I can ring.");
  await expect.element(proof.getByText("I can ring.")).toBeVisible();
});

test("the preview ends with what the account cites", async () => {
  const it = world();
  const screen = await open();
  await box("Conclusion");
  await screen.getByRole("button", { name: "Preview" }).click();
  const proof = screen.getByRole("region", { name: "Preview" });
  await expect.element(proof.getByRole("heading", { name: "Analysis" })).toBeVisible();
  await expect.element(proof.getByRole("heading", { name: "References" })).not.toBeInTheDocument();
  (await box("Conclusion")).focus();
  await userEvent.keyboard("As [[@gibbs1988] says.");
  await expect.element(proof.getByRole("heading", { name: "References" })).toBeVisible();
  await expect.element(proof.getByText("Learning by doing")).toBeVisible();
  await accessible();
  const last = it.backend.calls.filter(({ name }) => name === "render_markdown").at(-1);
  expect(last?.request).toMatchObject({ before: expect.arrayContaining([expect.any(String)]) as unknown });
});

test("only the page: the side columns go, and Escape brings them back", async () => {
  world();
  const screen = await open();
  const stages = screen.getByRole("navigation", { name: "Stages" });
  await expect.element(stages).toBeVisible();
  actions.run("writing-alone");
  await expect.element(stages).not.toBeInTheDocument();
  await accessible();
  await userEvent.keyboard("{Escape}");
  await expect.element(stages).toBeVisible();
});

test("Ctrl+Enter leads to the next stage and adds no line", async () => {
  const it = world();
  await open();
  (await box("Description")).focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const feelings = await box("Feelings");
  await expect.poll(() => holdsFocus(feelings)).toBe(true);
  expect(await drafts.flush()).toBe(true);
  expect(it.backend.calls.some(({ name }) => name === "save_reflection")).toBe(false);
});

test("a picture is described before it stands in the text", async () => {
  const it = world();
  it.backend.answer({
    choose_picture: () => ({ id: "e1", fileName: "hoist.png" }) as never,
  });
  const screen = await open();
  await box("Conclusion");
  actions.run("writing-picture");
  await expect.element(screen.getByRole("dialog")).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Put it on the page" }).click();
  await expect.element(screen.getByText("Describe the picture in a few words.")).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: "Description of the picture" }), "The new hoist");
  await screen.getByRole("button", { name: "Put it on the page" }).click();
  await expect.poll(() => textOf(it, "conclusion")).toBe("![The new hoist](attachment:e1)");
});

test("pictures that were dropped or pasted are asked about one after the other", async () => {
  const it = world();
  it.backend.answer({ add_evidence: () => ({ id: "e2", fileName: "photo.png" }) as never });
  const screen = await open();
  const conclusion = await box("Conclusion");
  it.host.say("picture", { id: "e1", fileName: "hoist.png" } as never);
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array([1, 2, 3])], "photo.png", { type: "image/png" }));
  conclusion.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
  );
  await expect.element(screen.getByText("For hoist.png")).toBeVisible();
  await screen.getByRole("button", { name: "Leave it out" }).click();
  await expect.element(screen.getByText("For photo.png")).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: "Description of the picture" }), "A bay");
  await screen.getByRole("button", { name: "Put it on the page" }).click();
  await expect.poll(() => textOf(it, "conclusion")).toBe("![A bay](attachment:e2)");
  const requests = it.backend.calls.filter(({ name }) => name === "add_evidence" || name === "move_to_bin");
  expect(requests).toEqual([
    { name: "move_to_bin", request: { kind: "evidence", id: "e1" } },
    {
      name: "add_evidence",
      request: { fileName: "photo.png", alternativeText: "A bay", base64: "AQID" },
    },
  ]);
});

test("a file that is no picture is refused with a reason, and nobody describes it in vain", async () => {
  const reason = "“certificate.pdf” is not a picture.";
  world({}, { add_evidence: () => Promise.reject({ code: "cannotKeepFile", reason }) });
  const screen = await open();
  const description = await box("Description");
  const data = new DataTransfer();
  data.items.add(new File(["%PDF-1.7"], "certificate.pdf", { type: "application/pdf" }));
  description.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
  );
  await expect.poll(() => toasts.list.at(-1)?.message).toBe(`The file was not kept. ${reason}`);
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
});

test("the day can be set from the quiet line", async () => {
  const it = world({ happenedOn: null });
  const screen = await open();
  await screen.getByRole("button", { name: "say when it happened" }).click();
  await expect.element(screen.getByRole("textbox", { name: "Day" })).toHaveFocus();
  await screen.getByRole("button", { name: "Yesterday" }).click();
  await expect.poll(() => it.stored.happenedOn).toBe("2026-11-22");
  await expect.element(screen.getByText("happened in November 2026")).toBeVisible();
});

test("moving to the bin leads back to the list and can be undone", async () => {
  const it = world();
  router.go({ room: "reflections", id: "r1" });
  const screen = await open();
  await box("Conclusion");
  await userEvent.keyboard("Last words.");
  actions.run("writing-remove");
  await expect.poll(() => router.current).toEqual({ room: "reflections" });
  expect(textOf(it, "conclusion")).toBe("Last words.");
  expect(toasts.list.at(-1)?.message).toBe("Moved “Escalating a NEWS2 score of 7” to the bin");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect
    .poll(() => it.backend.calls.at(-1))
    .toEqual({ name: "restore_from_bin", request: { kind: "reflection", id: "r1" } });
  await screen.unmount();
});

test("a reflection that is not there says where to look", async () => {
  world(
    {},
    {
      reflection: () =>
         
        Promise.reject({ code: "notFound", kind: "reflection" }),
    },
  );
  const screen = await open();
  await expect.element(screen.getByRole("alert")).toHaveTextContent("not here any more");
  await expect.element(screen.getByRole("link", { name: "Look in the bin" })).toBeVisible();
  await accessible();
});

test("every state of the room is accessible and fits at each size and at large text", async () => {
  const it = world({ title: "A title of an uncommon length that needs more than one line to be read" });
  it.links = [bennerLink, { ...bennerLink, link: { ...bennerLink.link, id: "l2", rationale: "", passage: "w".repeat(120) }, passageGone: true }];
  it.activityIds = ["a1", "a2"];
  await open();
  await box("Conclusion");
  for (const [width, height] of [[1280, 800], [1024, 700], [800, 600]] as const) {
    await page.viewport(width, height);
    await accessible();
    expect(root.scrollWidth, `${width}`).toBeLessThanOrEqual(root.clientWidth);
  }
  root.style.setProperty("--text-size", "200%");
  await settled();
  expect(root.scrollWidth, "at 200 per cent").toBeLessThanOrEqual(root.clientWidth);
  root.style.removeProperty("--text-size");
  await page.viewport(1280, 800);
});

test("a file is added to the activity that an account is about, and copied, without leaving the page", async () => {
  const register: Evidence = {
    id: "e1",
    fileName: "Register.pdf",
    kind: "certificate",
    alternativeText: "",
    description: "",
    mediaType: "application/pdf",
    sha256: "0".repeat(64),
    size: 2048,
    createdAt: "2026-11-16T20:00:00Z",
    deletedAt: null,
  };
  let kept: Evidence[] = [];
  const it = world({}, {
    activity: () => activityView({ row: nightShift, files: kept }),
    attach_file: () => {
      kept = [register];
      return register;
    },
    save_file_copy: () => ({ fileName: "Register.pdf", folder: "Documents" }),
  });
  it.activityIds = [nightShift.activity.id];
  const screen = await render(Reflections, { id: "r1" });
  const { title } = nightShift.activity;
  await screen.getByRole("button", { name: `Add a file to “${title}”` }).click();
  await screen.getByRole("button", { name: "Choose a file…" }).click();
  await expect.element(screen.getByText("Certificate · 2 KB")).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Save a copy of “Register.pdf”" }).click();
  await expect.poll(() => it.backend.calls.filter(({ name }) => name === "save_file_copy").length).toBe(1);
  expect(it.backend.calls.find(({ name }) => name === "attach_file")?.request).toEqual({
    activityId: nightShift.activity.id,
    kind: "certificate",
  });
});

test("an account about no activity says where a file would be kept", async () => {
  world();
  const screen = await render(Reflections, { id: "r1" });
  await expect.element(screen.getByText("A file is kept with the activity that it shows. Link an activity first.")).toBeVisible();
});

test.each([false, true])("a work is cited by the menu, with the page as it was typed (plain: %s)", async (plain) => {
  await settings.set({ plainEditor: plain });
  const it = world();
  const screen = await open();
  if (plain) await expect.element(screen.getByRole("textbox", { name: "Conclusion" })).toHaveFocus();
  else {
    const conclusion = await box("Conclusion");
    await expect.poll(() => holdsFocus(conclusion)).toBe(true);
  }
  await userEvent.keyboard("As ");
  actions.run("writing-cite");
  await expect.element(screen.getByRole("dialog", { name: "Cite a work" })).toBeVisible();
  await expect.element(screen.getByRole("combobox", { name: "Which work?" })).toHaveFocus();
  await userEvent.keyboard("benner{Enter}");
  await userEvent.click(screen.getByRole("textbox", { name: "Where in it?" }));
  await userEvent.keyboard("p. 12");
  await accessible();
  await userEvent.click(screen.getByRole("button", { name: "Put it on the page" }));
  await expect.poll(() => textOf(it, "conclusion")).toMatch(/^As \[@\S+, p\. 12\]$/);
});
