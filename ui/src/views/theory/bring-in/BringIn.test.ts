import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../../backend";
import type { Commands, LibraryView } from "../../../backend/contract";
import { memoryBackend, type Handlers } from "../../../backend/memory";
import ToastRegion from "../../../components/ToastRegion.svelte";
import { resetQueries } from "../../../state/query.svelte";
import { router } from "../../../state/router.svelte";
import { settled, violations } from "../../../testing/accessible";
import BringIn from "./BringIn.svelte";
import { view, work } from "./samples";

const root = document.documentElement;
afterEach(() => {
  root.removeAttribute("data-theme");
  router.go({ room: "today" }, { replace: true });
});

/** A program in which `waiting` waits to be looked through. */
function world(waiting: LibraryView | null, more: Handlers = {}) {
  let now = waiting;
  const backend = memoryBackend({
    pending_library: () => now,
    accept_library: ({ works }) => ({
      added: works.filter(({ merge }) => !merge).length,
      merged: works.filter(({ merge }) => merge).length,
      what: "Brought in some",
    }),
    dismiss_library: () => {
      now = null;
      return {};
    },
    ...more,
  });
  installBackend(backend);
  resetQueries();
  const requests = <K extends keyof Commands>(name: K) =>
    backend.calls.filter((call) => call.name === name).map(({ request }) => request as Commands[K]["request"]);
  const wait = (next: LibraryView): { id: string } => {
    now = next;
    return { id: next.id };
  };
  return { requests, wait };
}

async function accessible(): Promise<void> {
  for (const theme of ["light", "dark"]) {
    root.setAttribute("data-theme", theme);
    await settled();
    expect(await violations(), theme).toEqual([]);
  }
}

test("an empty page takes a file or a text, and shows what was read", async () => {
  const { wait } = world(null, { choose_library: () => wait(view) });
  const screen = await render(BringIn, {});
  await expect.element(screen.getByRole("heading", { name: "What you have collected elsewhere" })).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Choose a file" }).click();
  await expect.element(screen.getByText("library.bib, BibTeX")).toBeVisible();
  await expect.element(screen.getByText("5 works; 3 are in your library or in the file already")).toBeVisible();
  await expect.element(screen.getByText("You have this already: Gibbs (1988)")).toBeVisible();
  await expect.element(screen.getByText("The same as the entry on line 1")).toBeVisible();
  await expect.element(screen.getByText(/has no comma/)).toBeVisible();
  await screen.getByText("1 entry cannot be brought in").click();
  await expect.element(screen.getByText("It has no title.")).toBeVisible();
  await screen.getByText("What is not taken over").click();
  await expect.element(screen.getByText("abstract: 812 entries")).toBeVisible();
  await accessible();
});

test("a pasted text that is none says why and stays in the box", async () => {
  const { requests, wait } = world(null, {
    paste_library: ({ text }) =>
      text.startsWith("@") ? wait({ ...view, fileName: "" }) : Promise.reject({ code: "cannotImport", reason: "It is none." }),
  });
  const screen = await render(BringIn, {});
  const box = screen.getByLabelText("Or paste entries here");
  await box.fill("Gibbs, G. (1988)");
  await screen.getByRole("button", { name: "Look at them" }).click();
  await expect.element(screen.getByRole("alert")).toHaveTextContent("It is none.");
  await expect.element(box).toHaveValue("Gibbs, G. (1988)");
  await box.fill("@book{a, title={A}}");
  await screen.getByRole("button", { name: "Look at them" }).click();
  await expect.element(screen.getByText("Pasted, BibTeX")).toBeVisible();
  expect(requests("paste_library")).toHaveLength(2);
});

test("what is new is ticked, and what is there already can be filled in", async () => {
  const { requests } = world(view);
  const screen = await render(BringIn, {});
  const region = await render(ToastRegion, {});
  await expect.element(screen.getByRole("button", { name: "Bring in 2 works" })).toBeVisible();
  await screen.getByRole("checkbox", { name: "Bring in “Learning by doing”" }).click();
  await screen.getByRole("button", { name: "Bring in 3 works" }).click();
  await expect.element(region.getByText("Added 2 works and filled in 1")).toBeVisible();
  expect(requests("accept_library")).toEqual([
    {
      id: "l1",
      works: [
        { index: 0, merge: false },
        { index: 1, merge: true },
        { index: 4, merge: false },
      ],
    },
  ]);
  expect(router.current).toEqual({ room: "theory" });
});

test("a work that is there already can be added all the same", async () => {
  const { requests } = world(view);
  const screen = await render(BringIn, {});
  await screen.getByLabelText("What happens with “Learning by doing”").selectOptions("Add as another work");
  await screen.getByRole("button", { name: "Untick all shown" }).click();
  await screen.getByRole("checkbox", { name: "Bring in “Learning by doing”" }).click();
  await screen.getByRole("button", { name: "Bring in 1 work" }).click();
  await expect.poll(() => requests("accept_library")[0]?.works).toEqual([{ index: 1, merge: false }]);
});

test("thousands of works are found by their words and shown a hundred at a time", async () => {
  const many = Array.from({ length: 3000 }, (_, at) => work(at + 1, `Author ${at} (2001)`, `Title ${at}`));
  world({ ...view, works: many, faults: [], faultCount: 0, leftOut: [] });
  const screen = await render(BringIn, {});
  await expect.element(screen.getByRole("button", { name: "Show more (2,900 left)" })).toBeVisible();
  await screen.getByLabelText("Find among them").fill("title 2999");
  await expect.element(screen.getByText("Author 2999 (2001)")).toBeVisible();
  await screen.getByRole("button", { name: "Leave it" }).click();
  await expect.element(screen.getByRole("heading", { name: "What you have collected elsewhere" })).toBeVisible();
});

test("every entry that cannot be brought in is listed, a hundred at a time", async () => {
  const many = Array.from({ length: 230 }, (_, at) => ({ line: at + 1, key: `k${at + 1}`, reason: "It has no title." }));
  world({ ...view, faults: many, faultCount: 230 });
  const screen = await render(BringIn, {});
  await screen.getByText("230 entries cannot be brought in").click();
  await expect.element(screen.getByRole("cell", { name: "k100", exact: true })).toBeVisible();
  await expect.element(screen.getByRole("cell", { name: "k101", exact: true })).not.toBeInTheDocument();
  await screen.getByRole("button", { name: "Show more of these (130 left)" }).click();
  await screen.getByRole("button", { name: "Show more of these (30 left)" }).click();
  await expect.element(screen.getByRole("cell", { name: "k230", exact: true })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /^Show more of these/ })).not.toBeInTheDocument();
});
