// Not with `await`, which is no CommonJS.
import { call } from "./call.js";

void call(process.argv[2] ?? "").then((text) => {
  console.log(text);
});
