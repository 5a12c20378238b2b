/*
 * The interface as it is shipped: built, served with the shipped content security policy, looked at in
 * Chromium. What only breaks in a release (a style attribute, an inlined font) breaks here.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "playwright";
import { build, preview, type PreviewServer } from "vite";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** The policy of the window, from the file that ships it. */
function shippedPolicy(): string {
  const file = join(root, "..", "src-tauri", "tauri.conf.json");
  const config = JSON.parse(readFileSync(file, "utf8")) as {
    app: { security: { csp: Record<string, string> } };
  };
  return Object.entries(config.app.security.csp)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}

let outDir = "";
let server: PreviewServer;
let browser: Browser;
let address = "";

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "aftershift-ui-"));
  await build({
    root,
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { index: join(root, "index.html"), gallery: join(root, "gallery.html") },
      },
    },
  });
  server = await preview({
    root,
    logLevel: "error",
    build: { outDir },
    preview: { port: 0, headers: { "Content-Security-Policy": shippedPolicy() } },
  });
  address = server.resolvedUrls?.local[0] ?? "";
  browser = await chromium.launch({
    executablePath: inject("chromium"),
    args: inject("quietBrowser"),
  });
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(outDir, { recursive: true, force: true });
});

/** Opens a page and notes everything that the policy refused. */
async function open(path: string): Promise<{ page: Page; refused: () => Promise<string[]> }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    document.addEventListener("securitypolicyviolation", (event) => {
      noted.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  // Stands in for the program: it has no portfolio to open.
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      __TAURI_INTERNALS__: {
        transformCallback: () => 1,
        invoke: (name: string) =>
          name === "window_ready"
            ? Promise.resolve({})
            : Promise.reject({ code: "nothingOpen" }),
      },
    });
  });
  const response = await page.goto(new URL(path, address).href);
  expect(response?.headers()["content-security-policy"]).toContain("style-src 'self'");
  return {
    page,
    refused: () => page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted),
  };
}

test("the shipped policy allows no inline style and no inline script", () => {
  expect(shippedPolicy()).not.toContain("unsafe");
});

test("the editor is styled under the shipped policy, and nothing is refused", async () => {
  const { page, refused } = await open("gallery.html?only=Editor/styled&theme=light");
  const content = page.locator(".cm-content");
  await content.waitFor();
  const look = await content.evaluate((element) => {
    const style = getComputedStyle(element);
    const heading = [...element.querySelectorAll("span")].find(
      (span) => span.textContent.trim() === "What went well",
    );
    return {
      face: style.fontFamily,
      wraps: style.whiteSpace,
      padding: style.paddingTop,
      heading: heading ? parseFloat(getComputedStyle(heading).fontSize) : 0,
      text: parseFloat(style.fontSize),
    };
  });
  expect(look.face).toContain("Noto Serif");
  expect(look.wraps).toBe("break-spaces");
  expect(look.padding).toBe("0px");
  expect(look.heading).toBeGreaterThan(look.text);

  await content.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n\n/tab");
  await page.getByRole("option", { name: "Table" }).waitFor();
  const menu = page.locator(".cm-tooltip");
  expect(await menu.evaluate((element) => getComputedStyle(element).position)).not.toBe("static");
  expect(await refused()).toEqual([]);
  await page.close();
});

test("no component needs more than the shipped policy allows", async () => {
  const { page, refused } = await open("gallery.html?theme=dark");
  await page.getByRole("heading", { name: "Components" }).waitFor();
  await page.locator(".cm-content").first().waitFor();
  const done = page.getByRole("progressbar").first().locator("span").first();
  expect((await done.boundingBox())?.width).toBeGreaterThan(100);
  expect(await refused()).toEqual([]);
  await page.close();
});

test("the program starts under the shipped policy, and says what is wrong", async () => {
  const { page, refused } = await open("index.html");
  await page.getByRole("heading", { name: "Your portfolio could not be opened" }).waitFor();
  const face = await page.evaluate(() => document.fonts.load("16px Inter"));
  expect(face).toHaveLength(1);
  expect(await refused()).toEqual([]);
  await page.close();
});

test("a dark room is dark before the interface has loaded", async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    localStorage.setItem(
      "aftershift.appearance",
      JSON.stringify({
        attributes: { "data-theme": "dark" },
        variables: { "--text-size": "150%" },
      }),
    );
  });
  // Without its main script the page can only look like what the early one made of it.
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto(new URL("index.html", address).href);
  const look = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    size: getComputedStyle(document.documentElement).fontSize,
  }));
  expect(look).toEqual({ paper: "rgb(22, 25, 27)", size: "24px" });
  await page.close();
});

test("the page loads nothing from anywhere else and carries no style or script of its own", async () => {
  const html = await readFile(join(outDir, "index.html"), "utf8");
  expect(html).not.toMatch(/\sstyle=|<style|https?:/);
  for (const script of html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)) {
    expect(script[1]?.trim()).toBe("");
  }
});

test("the first screen is small, and the editor waits in a chunk of its own", async () => {
  const html = await readFile(join(outDir, "index.html"), "utf8");
  const size = async (file: string): Promise<number> =>
    gzipSync(await readFile(join(outDir, "assets", file))).length / 1024;
  const files = await readdir(join(outDir, "assets"));
  const first = files.filter((file) => html.includes(file) && file.endsWith(".js"));
  const sizes = await Promise.all(first.map(size));
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(60);
  const scripts = files.filter((file) => file.endsWith(".js"));
  const texts = await Promise.all(
    scripts.map((file) => readFile(join(outDir, "assets", file), "utf8")),
  );
  const holding = scripts.filter((_, index) => texts[index]?.includes("cm-scroller"));
  expect(holding, "one chunk holds the editor").toHaveLength(1);
  const [editor = ""] = holding;
  expect(editor).toMatch(/^codemirror/);
  expect(html).not.toContain(editor);
  expect(await size(editor)).toBeLessThan(160);
});
