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

test("it knows where a person came from, also after going back and when a place was replaced", () => {
  const router = new Router(memoryAddresses("#/hours/audit"));
  expect(router.previous).toBeUndefined();
  router.go({ room: "activities", id: "7" });
  expect(router.previous).toEqual({ room: "hours", section: "audit" });
  // By a link as by a key: then it is again as it was before.
  router.go({ room: "hours", section: "audit" });
  expect(router.previous).toBeUndefined();
  router.go({ room: "activities", id: "new" });
  router.go({ room: "activities", id: "9" }, { replace: true });
  expect(router.previous).toEqual({ room: "hours", section: "audit" });
  router.back();
  expect(router.current).toEqual({ room: "hours", section: "audit" });
  expect(router.previous).toBeUndefined();
});
