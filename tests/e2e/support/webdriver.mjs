// The few words of the W3C WebDriver protocol that the journeys speak. It is JSON over HTTP, so a page of code
// does what several hundred packages would.
import { errors, PATIENCE } from "./patience.mjs";

/** The key under which WebDriver hands elements about. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** What the driver answered instead of doing as asked. */
export class WebDriverError extends Error {
  constructor(code, message) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** One session with one window. */
export class WebDriver {
  #base;

  /** Opens a session: the driver starts the program. */
  static async open(origin, capabilities) {
    const driver = new WebDriver();
    driver.#base = origin;
    const answer = await driver.#ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    driver.#base = `${origin}/session/${answer.sessionId}`;
    await driver.#ask("POST", "/timeouts", { script: PATIENCE, pageLoad: PATIENCE, implicit: 0 });
    return driver;
  }

  /** Ends the session, and with it the program. */
  async end() {
    await this.#ask("DELETE", "");
  }

  /**
   * Runs a function in the page and answers what it returns. It arrives there as text, so it sees its arguments and
   * the page, and nothing of this file.
   */
  async run(work, ...given) {
    const script = `return (${work}).apply(null, arguments)`;
    return this.#ask("POST", "/execute/sync", { script, args: given });
  }

  /** The same for a function that returns a promise. */
  async runAsync(work, ...given) {
    const script = `
      const done = arguments[arguments.length - 1];
      const given = Array.prototype.slice.call(arguments, 0, -1);
      Promise.resolve((${work}).apply(null, given)).then(
        (value) => done({ value }),
        (reason) => done({ reason: String(reason && reason.stack || reason) }),
      );`;
    const { value, reason } = await this.#ask("POST", "/execute/async", { script, args: given });
    if (reason !== undefined) throw new Error(`In the page: ${reason}`);
    return value;
  }

  /** Runs a whole script in the page. The driver runs it, so the page's policy on scripts has no say. */
  async script(text) {
    await this.#ask("POST", "/execute/sync", { script: text, args: [] });
  }

  /** Elements that a CSS selector finds. */
  async all(selector) {
    return this.#ask("POST", "/elements", { using: "css selector", value: selector });
  }

  /** Clicks in the middle of an element, as a mouse would. */
  async click(element) {
    await this.#ask("POST", `/element/${element[ELEMENT]}/click`, {});
  }

  /** The role that assistive technology is told. */
  async role(element) {
    return this.#ask("GET", `/element/${element[ELEMENT]}/computedrole`);
  }

  /** The name that assistive technology is told. */
  async label(element) {
    return this.#ask("GET", `/element/${element[ELEMENT]}/computedlabel`);
  }

  /** Sends key presses and releases. */
  async keys(actions) {
    await this.#ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Moves the mouse and presses its button: a list of WebDriver's own pointer actions. */
  async pointer(actions) {
    const parameters = { pointerType: "mouse" };
    await this.#ask("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters, actions }] });
  }

  /** The picture of the page, as PNG. */
  async screenshot() {
    return Buffer.from(await this.#ask("GET", "/screenshot"), "base64");
  }

  /** The window's outer size and place. */
  async rect() {
    return this.#ask("GET", "/window/rect");
  }

  /** Gives the window another outer size. */
  async resize(width, height) {
    return this.#ask("POST", "/window/rect", { width, height });
  }

  /** The address that the window shows. */
  async address() {
    return this.#ask("GET", "/url");
  }

  async #ask(method, path, body) {
    const init = { method, signal: AbortSignal.timeout(PATIENCE * 2) };
    if (body !== undefined) {
      init.headers = { "content-type": "application/json" };
      init.body = JSON.stringify(body);
    }
    let response;
    try {
      response = await fetch(this.#base + path, init);
    } catch (error) {
      throw new WebDriverError("no answer", errors(error));
    }
    const { value } = await response.json();
    if (!response.ok) throw new WebDriverError(value.error, value.message);
    return value;
  }
}
