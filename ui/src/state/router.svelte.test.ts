import { expect, test, vi } from "vitest";
import { memoryAddresses, Router } from "./router.svelte";

test("going somewhere and coming back", () => {
  const router = new Router(memoryAddresses());
  router.go({ room: "reflections", id: "7" });
  expect(router.current).toEqual({ room: "reflections", id: "7" });
  router.back();
  expect(router.current).toEqual({ room: "today" });
});

test("a replaced place is not come back to", () => {
  const router = new Router(memoryAddresses());
  router.go({ room: "activities", id: "new" });
  router.go({ room: "activities", id: "9" }, { replace: true });
  router.back();
  expect(router.current).toEqual({ room: "today" });
});

test("leaving is told once, however one leaves, and not when one stays", () => {
  const router = new Router(memoryAddresses());
  const left = vi.fn();
  router.leaving(left);
  router.go({ room: "today" });
  expect(left).not.toHaveBeenCalled();
  router.go({ room: "hours" });
  router.back();
  expect(left).toHaveBeenCalledTimes(2);
});

test("it starts where the address says", () => {
  expect(new Router(memoryAddresses("#/settings/appearance")).current).toEqual({
    room: "settings",
    section: "appearance",
  });
});
