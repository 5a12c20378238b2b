import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { Evidence } from "../../backend/contract";
import ToastRegion from "../../components/ToastRegion.svelte";
import { drafts } from "../../state/draft.svelte";
import { accessible } from "../../testing/rooms";
import ActivityForm from "./ActivityForm.svelte";
import Files from "./Files.svelte";
import { asked, TODAY, world } from "./testing/world";

afterEach(() => document.documentElement.removeAttribute("data-theme"));

const file = (id: string, fileName: string): Evidence => ({
  id,
  fileName,
  kind: "certificate",
  alternativeText: "",
  description: "",
  mediaType: "application/pdf",
  sha256: "0".repeat(64),
  size: 2048,
  createdAt: "2026-11-16T20:00:00Z",
  deletedAt: null,
});

test("a file of this computer is asked for by the program", async () => {
  const backend = world({ attach_file: () => file("e1", "Register.pdf") });
  const screen = await render(Files, { activityId: "a1", files: [] });
  await screen.getByRole("button", { name: "Add a file" }).click();
  await screen.getByRole("combobox", { name: "What is it?" }).selectOptions("witness_testimony");
  await accessible();
  await screen.getByRole("button", { name: "Choose a file…" }).click();
  await expect.poll(() => asked(backend, "attach_file")).toEqual([
    { activityId: "a1", kind: "witness_testimony" },
  ]);
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
});

test("turning away from the question changes nothing", async () => {
  world({ attach_file: () => null });
  const screen = await render(Files, { activityId: "a1", files: [] });
  await screen.getByRole("button", { name: "Add a file" }).click();
  await screen.getByRole("button", { name: "Choose a file…" }).click();
  await expect.element(screen.getByRole("dialog", { name: "Add a file" })).toBeVisible();
});

test("a file that is kept already is found, and one that belongs to it is not offered again", async () => {
  const backend = world({
    list_evidence: () => ({ files: [file("e1", "Register.pdf"), file("e2", "Slides.pdf")] }),
    link_evidence: () => ({}),
  });
  const screen = await render(Files, { activityId: "a1", files: [file("e1", "Register.pdf")] });
  await screen.getByRole("button", { name: "Add a file" }).click();
  await screen.getByRole("combobox", { name: "Find a file" }).fill("pdf");
  await expect.element(screen.getByRole("option", { name: /Slides/ })).toBeVisible();
  await expect.element(screen.getByRole("option", { name: /Register/ })).not.toBeInTheDocument();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.poll(() => asked(backend, "link_evidence")).toEqual([
    { activityId: "a1", evidenceId: "e2" },
  ]);
});

test("a file is named with its kind and size, and is taken off", async () => {
  const backend = world({ unlink_evidence: () => ({}) });
  const screen = await render(Files, { activityId: "a1", files: [file("e1", "Register.pdf")] });
  await expect.element(screen.getByText("Certificate · 2 KB")).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Take off “Register.pdf”" }).click();
  await expect.poll(() => asked(backend, "unlink_evidence")).toEqual([
    { activityId: "a1", evidenceId: "e1" },
  ]);
});

test("a copy of a file goes where the person says, and the message says where that is", async () => {
  const backend = world({ save_file_copy: () => ({ fileName: "Register.pdf", folder: "Documents" }) });
  const screen = await render(Files, { activityId: "a1", files: [file("e1", "Register.pdf")] });
  const messages = await render(ToastRegion);
  (screen.getByRole("button", { name: "Save a copy of “Register.pdf”" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(messages.getByText("Saved “Register.pdf” in Documents")).toBeVisible();
  expect(asked(backend, "save_file_copy")).toEqual([{ id: "e1" }]);
});

test("a copy that cannot be written says why, and turning away says nothing", async () => {
  let full = false;
  world({ save_file_copy: () => (full ? Promise.reject({ code: "diskFull" }) : null) });
  const screen = await render(Files, { activityId: "a1", files: [file("e1", "Register.pdf")] });
  const messages = await render(ToastRegion);
  const copy = screen.getByRole("button", { name: "Save a copy of “Register.pdf”" });
  await copy.click();
  full = true;
  await copy.click();
  await expect.element(messages.getByText(/The disk is full/)).toBeVisible();
  await expect.element(messages.getByText(/^Saved/)).not.toBeInTheDocument();
});

test("why a file cannot be kept is said where it was asked for", async () => {
  world({
    attach_file: () => Promise.reject({ code: "cannotKeepFile", reason: "“film.mp4” is larger than 25 MB." }),
  });
  const screen = await render(Files, { activityId: "a1", files: [] });
  await screen.getByRole("button", { name: "Add a file" }).click();
  await screen.getByRole("button", { name: "Choose a file…" }).click();
  await expect.element(screen.getByRole("alert")).toHaveTextContent("larger than 25 MB");
});

test("files of a new entry are chosen in its form, wait with it, and are kept as part of it", async () => {
  const stored: Evidence[] = [file("e0", "Slides.pdf")];
  const backend = world({
    list_evidence: () => ({ files: [...stored] }),
    attach_file: () => {
      const kept = file(`e${stored.length}`, `Register ${stored.length}.pdf`);
      stored.push(kept);
      return kept;
    },
  });
  const first = await render(ActivityForm, { today: TODAY });
  await first.getByRole("textbox", { name: "What did you do?" }).fill("Lecture");
  for (const name of ["Register 1.pdf", "Register 2.pdf"]) {
    await first.getByRole("button", { name: "Add a file" }).click();
    await first.getByRole("button", { name: "Choose a file…" }).click();
    await expect.element(first.getByText(name, { exact: true })).toBeVisible();
    await expect.element(first.getByRole("dialog")).not.toBeInTheDocument();
  }
  expect(asked(backend, "attach_file")).toMatchObject([{ activityId: null }, { activityId: null }]);
  await accessible();
  await first.unmount();
  await drafts.flush();

  const again = await render(ActivityForm, { today: TODAY });
  const takeOff = again.getByRole("button", { name: "Take off “Register 1.pdf”" });
  await takeOff.click();
  await expect.element(takeOff).not.toBeInTheDocument();
  await again.getByRole("button", { name: "Keep entry" }).click();
  await expect.poll(() => asked(backend, "save_activity")).toMatchObject([
    { title: "Lecture", files: ["e2"] },
  ]);
  expect(asked(backend, "unlink_evidence"), "nothing of it was linked before").toEqual([]);
});
