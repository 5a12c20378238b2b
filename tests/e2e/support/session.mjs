// Aftershift as a person meets it: a window to look at, keys to press, and a file to find afterwards.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { chord, typing } from "./keys.mjs";
import { waitFor } from "./patience.mjs";
import { alive, Driver, marked, run, told } from "./processes.mjs";
import { WebDriver } from "./webdriver.mjs";

export { waitFor } from "./patience.mjs";
export { run } from "./processes.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** A scratch folder for one journey, removed when the test is over. */
export async function scratch(test) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "aftershift-journey-")));
  afterwards(test, () => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** Opens Aftershift, and closes it when the test is over, however that ends. */
export async function open(test, options) {
  const app = await Aftershift.open(options);
  afterwards(test, () => app.tidy());
  return app;
}

const cleaning = new WeakMap();

/** What to do when a test is over, the last first: a program ends before its folder is removed. */
function afterwards(test, work) {
  if (!cleaning.has(test)) {
    const all = [];
    cleaning.set(test, all);
    test.after(async () => {
      for (const one of all.reverse()) await one();
    });
  }
  cleaning.get(test).push(work);
}

/** The program in its window. */
export class Aftershift {
  /** The portfolios and settings of this journey. */
  data;
  /** The process of the program itself. */
  pid;
  /** The WebDriver session, for what has no word of its own here. */
  web;
  #driver;
  #options;

  /**
   * Starts the program.
   * `data`: the folder that takes the place of the platform's data folder. `args`: what follows the program's name.
   * `env`: more variables. `size`: the window's size, else the product's own.
   */
  static async open({ data, args = [], env = {}, size } = {}) {
    assert.ok(data, "a journey needs a data folder of its own: never a person's");
    const app = new Aftershift();
    app.#options = { data, args, env, size };
    app.data = data;
    const program = await realpath(told("AFTERSHIFT_BINARY"));
    const mark = `AFTERSHIFT_JOURNEY_ID=${randomUUID()}`;
    const [name, value] = mark.split("=");
    app.#driver = await Driver.start({ ...environment(data), ...env, [name]: value });
    try {
      app.web = await WebDriver.open(app.#driver.origin, { "tauri:options": { application: program, args } });
      [app.pid] = await waitFor("the program runs", () => {
        const found = marked(program, mark);
        return found.length > 0 && found;
      });
      await app.ready();
      if (size) await app.resize(...size);
    } catch (error) {
      const said = app.#driver.said();
      await app.tidy();
      throw new Error(`Aftershift did not open. ${said}`, { cause: error });
    }
    return app;
  }

  /** Waits until the page is loaded and shows something, and notes from then on what goes wrong in it. */
  async ready() {
    await waitFor("the page is there", () => this.web.run(() =>
      document.readyState === "complete" && document.body.innerText.trim() !== ""));
    await this.web.run(() => {
      const trouble = globalThis.__trouble = [];
      addEventListener("error", ({ message, error }) => {
        // Said when a size changes while sizes are being told: nothing is wrong.
        if (!String(message).startsWith("ResizeObserver loop")) trouble.push(`${message} ${error?.stack ?? ""}`);
      });
      addEventListener("unhandledrejection", ({ reason }) =>
        trouble.push(`${JSON.stringify(reason)} ${reason?.stack ?? reason}`));
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
        trouble.push(`The policy refuses ${blockedURI} (${violatedDirective}) in ${sourceFile}`));
    });
  }

  /** Expects that nothing went wrong in the page so far: no error, and nothing that its policy refused. */
  async untroubled() {
    const trouble = await this.web.run(() => globalThis.__trouble);
    assert.deepEqual(trouble, [], `something went wrong in the page:\n${trouble.join("\n")}`);
  }

  // ---- Looking ----

  /** All the text that a person can see. Titles of folded parts are there, what they hide is not. */
  async text() {
    return this.web.run(() => {
      const all = (root) => [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
        shadowRoot ? [...shadowRoot.children].map((child) => child.innerText).concat(all(shadowRoot)) : []);
      // What is written stands in editors, which have shadow roots of their own.
      return [document.body.innerText, ...all(document)].join("\n");
    });
  }

  /** Waits until a text, or a match of a pattern, can be seen. */
  async sees(wanted) {
    let seen = "";
    try {
      return await waitFor(`the window shows ${wanted}`, async () => {
        seen = await this.text();
        return wanted instanceof RegExp ? wanted.exec(seen) : seen.includes(wanted);
      });
    } catch (error) {
      throw new Error(`The window does not show ${wanted}. It shows:\n${seen}`, { cause: error });
    }
  }

  /** Waits until a text can be seen no longer. */
  async seesNo(unwanted) {
    await waitFor(`the window no longer shows ${unwanted}`, async () => {
      const seen = await this.text();
      return !(unwanted instanceof RegExp ? unwanted.test(seen) : seen.includes(unwanted));
    });
  }

  /**
   * Waits for the one visible element with this role and name, as assistive technology is told them. `name` is the
   * whole name or a pattern; `within` is a selector that narrows the search.
   */
  async find(role, name, { within = "" } = {}) {
    const selector = (SELECTORS[role] ?? [`[role=${role}]`]).map((one) => `${within} ${one}`.trim()).join(", ");
    return waitFor(`there is a ${role} called ${name}`, async () => {
      const candidates = await this.web.run((css) => {
        const all = (root) => [...root.querySelectorAll(css), ...[...root.querySelectorAll("*")].flatMap(
          ({ shadowRoot }) => shadowRoot ? all(shadowRoot) : [])];
        // Behind a modal dialog nothing can be reached.
        const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
        const host = (element) => element.getRootNode().host ?? element;
        return all(document).filter((element) => element.checkVisibility({ visibilityProperty: true })
          && !element.closest("[inert]") && (!modal || modal.contains(host(element))));
      }, selector);
      for (const element of candidates) {
        const label = await this.web.label(element);
        if ((name instanceof RegExp ? name.test(label) : label === name) && await this.#role(element) === role) {
          return element;
        }
      }
      return undefined;
    });
  }

  /** The role of an element. For two native ones WebKitGTK's driver names none, or not the one that ARIA gives them. */
  async #role(element) {
    const native = await this.web.run(({ tagName }) => ({ SUMMARY: "button", SELECT: "combobox" })[tagName], element);
    return native ?? this.web.role(element);
  }

  /**
   * The name of what has the focus, for journeys by keyboard alone. What a page draws anew between two questions is
   * asked about again.
   */
  async focused() {
    return waitFor("something in the page has the focus", async () => {
      const element = await this.web.run(() => {
        let at = document.activeElement;
        while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at;
      });
      return { role: await this.#role(element), name: await this.web.label(element) };
    });
  }

  /** Writes what the window shows to `target/screenshots/NAME.png`, for people to look at. */
  async screenshot(name) {
    const path = join(told("AFTERSHIFT_RESULTS"), "screenshots", `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    // Fonts arrive after the text they draw, and a picture taken between two frames shows neither.
    await this.web.runAsync(() => document.fonts.ready.then(() =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))));
    await this.untroubled();
    const picture = await this.web.screenshot();
    await writeFile(path, picture);
    return picture;
  }

  /** Runs axe on what is shown and expects no violation. `without` maps a rule switched off to the reason. */
  async accessible(where, { without = {} } = {}) {
    if (!await this.web.run(() => "axe" in globalThis)) await this.web.script(await readFile(AXE, "utf8"));
    const violations = await this.web.runAsync(async (off) => {
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const found = await globalThis.axe.run(document, { rules, resultTypes: ["violations"] });
      return found.violations.map(({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(" ")}  ${node.html}`).join("\n")}`);
    }, Object.keys(without));
    assert.deepEqual(violations, [], `axe finds fault with ${where}:\n${violations.join("\n")}`);
  }

  // ---- Doing ----

  /** Clicks the element with this role and name. */
  async click(role, name, options) {
    await this.clickOn(await this.find(role, name, options));
  }

  /** Clicks an element that was found otherwise. */
  async clickOn(element) {
    // As a person scrolls: to where nothing lies over it. The driver stops at the first line that shows.
    await this.web.run((at) => at.scrollIntoView({ block: "center", behavior: "instant" }), element);
    await this.web.click(element);
  }

  /** Presses keys together, as in `"Control+Enter"`; several chords follow each other. */
  async press(...chords) {
    for (const keys of chords) await this.web.keys(chord(keys));
  }

  /** Types into whatever has the focus. */
  async type(text) {
    await this.web.keys(typing(text));
  }

  /** Presses Tab until the element with this role and name has the focus. */
  async tabTo(role, name, { key = "Tab", most = 80 } = {}) {
    const passed = [];
    for (let step = 0; step < most; step += 1) {
      const at = await this.focused();
      if (at.role === role && (name instanceof RegExp ? name.test(at.name) : at.name === name)) return;
      passed.push(`${at.role} ${at.name}`);
      await this.press(key);
    }
    throw new Error(`Tab does not reach the ${role} called ${name}. It passes:\n${passed.join("\n")}`);
  }

  /** Gives the page this size, whatever the frame of the window takes. */
  async resize(width, height) {
    const [inner, outer] = [await this.web.run(() => [innerWidth, innerHeight]), await this.web.rect()];
    await this.web.resize(width + outer.width - inner[0], height + outer.height - inner[1]);
    await waitFor(`the page is ${width} by ${height}`, () =>
      this.web.run((w, h) => innerWidth === w && innerHeight === h, width, height));
  }

  /** Folds the window away, as a person does who turns to another program. */
  async minimise() {
    await run("xdotool", ["windowminimize", "--sync", await this.#window()]);
    await waitFor("the window is folded away", async () => !await this.isInFront());
  }

  /** Whether the window is the one that hears the keyboard. */
  async isInFront() {
    // Where no window is in front, xdotool fails.
    const asked = await run("xdotool", ["getactivewindow", "getwindowpid"]).catch(() => undefined);
    return Number(asked?.stdout) === this.pid;
  }

  // ---- What no driver can reach: only a build with the feature `journeys` hears these. ----

  /** Answers the next file dialog in advance: with a path, or with `null` for a person who turns away. */
  async answerDialog(path) {
    await this.#invoke("journey_answer", { path });
  }

  /** Drops files on the window. */
  async dropFiles(...paths) {
    await this.#invoke("journey_drop", { paths });
  }

  /** Chooses an entry of the menu by the name of its action. */
  async chooseFromMenu(action) {
    await this.#invoke("journey_menu", { action });
  }

  async #invoke(command, given) {
    await this.web.runAsync((name, args) => globalThis.__TAURI_INTERNALS__.invoke(name, args), command, given);
  }

  // ---- Ending ----

  /**
   * Asks the window manager to close the window, as a person does who clicks on its cross, and waits until the program
   * has ended.
   */
  async close() {
    await this.untroubled();
    // A key that is pressed for it can be missed by a window manager that is busy; a request cannot.
    await run("wmctrl", ["-i", "-c", await this.#window()]);
    try {
      await waitFor("the program ends after its window closed", () => !alive(this.pid));
    } catch (error) {
      // Whether it was asked at all, and why it stays, is on the screen.
      const shown = await this.text().catch((silence) => `nothing (${silence.message})`);
      const inFront = await this.isInFront();
      throw new Error(`${error.message}\nThe window is ${inFront ? "" : "not "}in front and shows:\n${shown}`, { cause: error });
    }
    await this.tidy();
  }

  /** The window, as the window manager calls it. */
  async #window() {
    return waitFor("the window manager knows the window", async () => {
      const { stdout } = await run("xdotool", ["search", "--onlyvisible", "--pid", String(this.pid)]);
      return stdout.trim().split("\n")[0];
    });
  }

  /** Kills the program at once, as a power cut would. */
  async kill() {
    await this.tidy();
  }

  /** Opens the same portfolio again: the same folder, arguments and variables, unless others are given. */
  async reopen(test, changes = {}) {
    return open(test, { ...this.#options, ...changes });
  }

  /** Starts the program a second time beside this one, as opening a file does, and waits until that one has ended. */
  async launchAgain(...args) {
    const { data, env } = this.#options;
    return run(told("AFTERSHIFT_BINARY"), args, { env: { ...process.env, ...environment(data), ...env } });
  }

  /** Ends whatever still runs, and waits for it: the next launch would take a dying program for a running one. */
  async tidy() {
    const { pid } = this;
    if (pid && alive(pid)) {
      process.kill(pid, "SIGKILL");
      await waitFor("the program is gone", () => !alive(pid));
    }
    await this.#driver.stop();
    // The bus hears of a death a little later than the system does.
    await waitFor("the name of the program is free again", async () => {
      const { stdout } = await run("dbus-send", ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
        "org.freedesktop.DBus.NameHasOwner", "string:org.aftershift.Aftershift.SingleInstance"]);
      return stdout.includes("boolean false");
    });
  }
}

/** Runs `aftershift-cli` and answers what it wrote. */
export async function cli(...args) {
  const { stdout } = await run(told("AFTERSHIFT_CLI"), args, { maxBuffer: 1 << 28 });
  return stdout;
}

/** A home of its own, so that no setting of the machine's owner is read or written. */
function environment(data) {
  return {
    AFTERSHIFT_DATA_DIR: data,
    XDG_DATA_HOME: join(data, "xdg/data"),
    XDG_CONFIG_HOME: join(data, "xdg/config"),
    XDG_CACHE_HOME: join(data, "xdg/cache"),
  };
}

/** Where elements of a role are looked for, before the driver is asked for their role itself. */
const SELECTORS = {
  button: ["button", "summary", "input[type=submit]", "[role=button]"],
  checkbox: ["input[type=checkbox]", "[role=checkbox]"],
  combobox: ["select", "input", "[role=combobox]"],
  dialog: ["dialog", "[role=dialog]"],
  group: ["fieldset", "details", "[role=group]"],
  heading: ["h1", "h2", "h3", "h4", "h5", "h6", "[role=heading]"],
  image: ["img", "svg", "[role=img]"],
  link: ["a[href]", "[role=link]"],
  option: ["option", "[role=option]"],
  radio: ["input[type=radio]", "[role=radio]"],
  region: ["section", "[role=region]"],
  slider: ["input[type=range]", "[role=slider]"],
  switch: ["input[switch]", "[role=switch]"],
  tab: ["[role=tab]"],
  textbox: ["textarea", "input", "[contenteditable]", "[role=textbox]"],
  searchbox: ["input", "[role=searchbox]"],
};
