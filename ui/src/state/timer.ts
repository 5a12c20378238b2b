import { command, queries } from "./query.svelte";

/** Starts the timer, or stops the one that runs. One that waits to be looked at stays as it is. */
export async function turnTimer(): Promise<void> {
  const { timer } = await queries().command("timer", {});
  if (timer === null) await command("start_timer", { title: "" });
  else if (timer.stopped === null) await command("stop_timer", {});
}
