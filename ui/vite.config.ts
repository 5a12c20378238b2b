import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { existsSync } from "node:fs";
import type { Page } from "playwright";
import { defineConfig } from "vitest/config";
import type { BrowserCommand } from "vitest/node";

/**
 * A Chromium that is already on the machine: nothing is downloaded for a test run.
 * `CHROMIUM` names another one where the usual places do not hold it.
 */
const chromium =
  process.env["CHROMIUM"] ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync) ??
  "chromium";

const quietBrowser = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How a test's browser says the system is set, such as to colours of the person's own choice. */
type System = Pick<
  NonNullable<Parameters<Page["emulateMedia"]>[0]>,
  "forcedColors" | "contrast" | "colorScheme"
>;

/** Sets it; `null` gives back what the browser has by itself. */
const emulateSystem: BrowserCommand<[System]> = ({ page }, system) => page.emulateMedia(system);

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  // Found at the start rather than in the middle of a run, where a second copy of the editor's
  // state library would not recognise the first.
  optimizeDeps: {
    include: [
      "@codemirror/autocomplete",
      "@codemirror/commands",
      "@codemirror/lang-markdown",
      "@codemirror/language",
      "@codemirror/state",
      "@codemirror/view",
      "@lezer/highlight",
      "@tauri-apps/api/core",
      "@tauri-apps/api/event",
      "@tauri-apps/api/window",
      "axe-core",
    ],
  },
  build: {
    target: "es2023",
    // Every font and picture stays a file: the content security policy allows fonts from 'self' only.
    assetsInlineLimit: 0,
    // The engines we ship on preload modules themselves.
    modulePreload: { polyfill: false },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "window",
          include: ["src/**/*.test.ts"],
          setupFiles: ["src/testing/setup.ts"],
          // The first test of a file waits until the server has made its modules: no measure of the test.
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // A busy machine may take long to start Chromium; that is no reason to fail.
            connectTimeout: 180_000,
            commands: { emulateSystem },
            provider: playwright({
              launchOptions: { executablePath: chromium, args: quietBrowser },
            }),
            instances: [{ browser: "chromium", viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: ["tests/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          provide: { chromium, quietBrowser },
        },
      },
    ],
  },
});

declare module "vitest" {
  export interface ProvidedContext {
    chromium: string;
    quietBrowser: string[];
  }
}
declare module "vitest/browser" {
  interface BrowserCommands {
    emulateSystem: (system: System) => Promise<void>;
  }
}
