// @ts-check
/** Loaded before a program (`node --import`): at its end it writes its peak memory, in bytes, to file 3. */
import { writeSync } from "node:fs";
import process from "node:process";

process.on("exit", () => {
  writeSync(3, String(process.resourceUsage().maxRSS * 1024));
});
