// Whether the program, or a process that it started, reaches for the network.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { waitFor } from "./patience.mjs";

/** A process and everything it started. */
export function family(pid) {
  const children = new Map();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      // The name in the brackets may hold anything, so the parent is counted from the last bracket.
      const stat = readFileSync(`/proc/${name}/stat`, "latin1");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended meanwhile.
    }
  }
  const all = [pid];
  for (const one of all) all.push(...(children.get(one) ?? []));
  return all;
}

/**
 * Watches every call to the system with which the program, or a process that it started or starts, could reach the
 * network. Answers a function that ends the watch and returns all of those calls, and those that meant the internet.
 * A watch that saw no call at all saw nothing: the window talks to the display the same way.
 *
 * The driver's own connection is older than the watch, and is the one that a program without a driver lacks.
 */
export async function watchNetwork(test, pid) {
  const folder = await mkdtemp(join(tmpdir(), "aftershift-watch-"));
  const log = join(folder, "calls");
  const told = [];
  const processes = family(pid).flatMap((one) => ["-p", String(one)]);
  const trace = ["-f", "-e", "trace=socket,connect,bind,sendto,sendmsg,sendmmsg", "-o", log];
  const strace = spawn("strace", [...trace, ...processes], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(strace, "exit");
  test.after(async () => {
    strace.kill("SIGINT");
    await rm(folder, { recursive: true, force: true });
  });
  strace.stderr.on("data", (data) => told.push(String(data)));
  await waitFor("the watch is on every process", () => {
    if (strace.exitCode !== null) throw new Error(told.join(""));
    const attached = told.join("").match(/Process \d+ attached/g) ?? [];
    return attached.length >= processes.length / 2;
  });
  return async () => {
    strace.kill("SIGINT");
    await ended;
    const calls = (await readFile(log, "utf8")).split("\n").filter((line) => line !== "");
    return { calls, internet: calls.filter((call) => /\b[AP]F_INET6?\b/.test(call)) };
  };
}
