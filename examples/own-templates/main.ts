/**
 * Shows what a greenhouse reports. The templates of this project leave out what calls a server:
 * the page gets its data as JSON, and needs the interfaces and the value maps alone.
 *
 *     npm start
 */
import { type GH_Device, GH_Device_State } from "./generated/root/greenhouse/GH_Device.js";
import type { GH_Thermometer } from "./generated/root/greenhouse/GH_Thermometer.js";
import { classes, namespace } from "./generated/root/greenhouse/index.js";

console.log(namespace);
for (const { name, variable } of classes) console.log(`  ${name}, here called ${variable}`);

/** As a server would send it. */
const report = `[
  { "Label": "T1", "State": 1, "Temperature": 24 },
  { "Label": "T2", "State": 2, "Temperature": null },
  { "Label": "T3", "State": 7, "Temperature": 21 }
]`;

/** The name of a state; servers may know states that the schema does not. */
function stateOf({ State }: GH_Device): string {
  const known = Object.entries(GH_Device_State).find(([, value]) => value === State);
  return known?.[0] ?? `state ${State}`;
}

console.log("\nThermometers");
for (const thermometer of JSON.parse(report) as readonly GH_Thermometer[]) {
  const { Label, Temperature } = thermometer;
  const shown = Temperature === null ? "no temperature" : `${Temperature} °C`;
  console.log(`  ${Label}: ${shown}, ${stateOf(thermometer)}`);
}
