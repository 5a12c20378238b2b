// The processes behind a journey: the two drivers, and the program they start.
import { execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { promisify } from "node:util";

import { waitFor } from "./patience.mjs";

/** Runs a program to its end and answers what it wrote. Throws where it fails. */
export const run = promisify(execFile);

/** A variable that `cargo xtask test` sets. */
export function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the journeys with \`cargo xtask test\`, or see README.md.`);
  return value;
}

/** Ports that nothing listens on. Held together until both are known, so that they differ. */
export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => new Promise((done, fail) => {
      const server = createServer();
      server.once("error", fail);
      server.listen(0, "127.0.0.1", () => done(server));
    })),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** tauri-driver, and the web view's own driver behind it, ready for a session. */
export class Driver {
  #child;
  #log = [];

  static async start(environment) {
    const driver = new Driver();
    const [port, nativePort] = await freePorts(2);
    driver.origin = `http://127.0.0.1:${port}`;
    const ports = ["--port", String(port), "--native-port", String(nativePort)];
    driver.#child = spawn(told("TAURI_DRIVER"), [...ports, "--native-driver", told("WEBKIT_DRIVER")], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [driver.#child.stdout, driver.#child.stderr]) {
      stream.on("data", (data) => driver.#log.push(String(data)));
    }
    running.add(driver);
    await waitFor("the driver of the window answers", async () => {
      if (driver.#child.exitCode !== null) throw new Error(`it ended: ${driver.said()}`);
      const response = await fetch(`${driver.origin}/status`);
      return response.ok && (await response.json()).value.ready;
    });
    return driver;
  }

  /** What the drivers and the program wrote. */
  said() {
    return this.#log.join("");
  }

  /** Ends both drivers. */
  async stop() {
    running.delete(this);
    const ended = new Promise((done) => this.#child.once("exit", done));
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      // Told to terminate, tauri-driver takes the web view's driver with it.
      this.#child.kill("SIGTERM");
      await ended;
    }
  }

  /** The last resort, when the journey itself ends early. */
  kill() {
    this.#child.kill("SIGTERM");
  }
}

const running = new Set();
process.on("exit", () => {
  for (const driver of running) driver.kill();
});

/** The processes that run this very program with this mark in their environment. */
export function marked(program, mark) {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/exe`) === program
        && readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(mark);
    } catch {
      return false; // It ended meanwhile, or is not ours to look at.
    }
  });
}

/** Whether a process is there; one that ended and was not yet collected is not. */
export function alive(pid) {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
