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
