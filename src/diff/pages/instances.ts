import type { InstanceRules } from "../catalogue/instances.ts";
import { classWith, nothingToDo, type RulePages } from "./page.ts";

const fan = classWith("uint32 Speed;");
const instance = (speed: number): string =>
  `instance of CIM_Fan {\n  Name = "left";\n  Speed = ${speed};\n};\n`;

export const instancePages: RulePages<InstanceRules> = {
  "instance-added": {
    title: "An instance was added",
    why: "Clients that enumerate the class find one more.",
    compatible: nothingToDo,
    old: fan,
    new: fan + instance(100),
  },
  "instance-removed": {
    title: "An instance was removed",
    why: "Clients that get it by its path no longer find it.",
    compatible: "Keep the instance as long as anybody may ask for it.",
    old: fan + instance(100),
    new: fan,
  },
  "instance-changed": {
    title: "An instance has another value",
    why: "Clients that count on the old value get another one.",
    compatible: "Change the value only where it is meant to change.",
    old: fan + instance(100),
    new: fan + instance(200),
  },
};
