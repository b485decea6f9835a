// What the compile test shows to every version of TypeScript: methods that are written in place.
import { provide, type Provided } from "mof-codegen/runtime";
import { Sample_Control } from "../golden/classes-without-keys-are-called-on-the-class/expected/root/cimv2/Sample_Control.js";
import { Sample_Process } from "../golden/static-methods-live-apart/expected/root/cimv2/Sample_Process.js";

// On both halves of the class and without a parameter: this once brought TypeScript 5.4 down.
export const control: Provided = provide(Sample_Control, {
  StartAll() {
    return this.store.classes.length;
  },
});

export const process: Provided = provide(Sample_Process, {
  Create: async ({ CommandLine }) => ({ ReturnValue: CommandLine === null ? 1 : 0, ProcessId: 1 }),
  Terminate() {
    return this.instance.ProcessId;
  },
});
