import { expect, test, vi } from "vitest";
import { Patience } from "../../src/runtime/http/timeouts.ts";

test("only waiting is counted, and only once", () => {
  vi.useFakeTimers();
  try {
    const patience = new Patience(1000);
    const stop = patience.wait(Infinity, "nothing", () => undefined);
    vi.advanceTimersByTime(300);
    stop();
    // The caller's own time, and a second end of the same waiting.
    vi.advanceTimersByTime(400);
    stop();
    expect(patience.left).toBe(700);
  } finally {
    vi.useRealTimers();
  }
});

test("what is told is all of the time, not what was left of it", () => {
  vi.useFakeTimers();
  try {
    const told: string[] = [];
    new Patience(998, 1000).wait(Infinity, "nothing", ({ message }) => told.push(message));
    vi.advanceTimersByTime(997);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(["timeout: nothing within 1000 ms"]);
  } finally {
    vi.useRealTimers();
  }
});
