import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import { memoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { exporting } from "../../text/rooms/export";
import Export from "./Export.svelte";

test("what was chosen is still chosen when one comes back from mending something", async () => {
  const backend = memoryBackend({
    check_export: () => ({
      checks: [],
      fileName: "Portfolio.pdf",
      reflections: 1,
      activities: 1,
      theory: 0,
      totals: { claimed: 60, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 },
    }),
  });
  installBackend(backend);
  resetQueries();
  const first = await render(Export);
  await first.getByRole("checkbox", { name: exporting.drafts }).click();
  await first.getByRole("checkbox", { name: exporting.large }).click();
  await first.unmount();
  const screen = await render(Export);
  await expect.element(screen.getByRole("checkbox", { name: exporting.drafts })).toBeChecked();
  await expect.element(screen.getByRole("checkbox", { name: exporting.large })).toBeChecked();
  await expect.element(screen.getByRole("checkbox", { name: exporting.hours })).toBeChecked();
  await expect
    .poll(() => backend.calls.findLast(({ name }) => name === "check_export")?.request)
    .toMatchObject({ drafts: true, largePrint: true, hours: true });
});
