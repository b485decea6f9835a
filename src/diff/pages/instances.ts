import type { InstanceRules } from "../catalogue/instances.ts";
import { inClass, reversed, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

const cls = inClass("uint32 Speed;");
const front = 'instance of ACME_Fan { Name = "front"; Speed = 900; };\n';

const added: Example = {
  old: cls + front,
  new: `${cls}${front}instance of ACME_Fan { Name = "rear"; Speed = 900; };\n`,
};

export const instancePages: RulePages<InstanceRules> = {
  "instance-added": {
    title: "An instance was added",
    why: "What is loaded with the schema is one instance more. Clients meet it when they enumerate the class, as they meet any other.",
    compatible: "Nothing is to be done.",
    ...added,
  },
  "instance-removed": {
    title: "An instance was removed",
    why: "Types and providers are as before. An old client that counts on the instance to be there, and gets it by its path, no longer finds it.",
    compatible: "Keep the instance as long as somebody may ask for it by name.",
    ...reversed(added),
  },
  "instance-changed": {
    title: "A value of an instance has changed",
    why: "The instance keeps its path, so everybody still finds it. A client that relied on the value, because the schema stated it, goes wrong.",
    compatible:
      "Nothing is to be done, unless clients were told to rely on the value; then add another instance.",
    old: cls + front,
    new: `${cls}instance of ACME_Fan { Name = "front"; Speed = 1200; };\n`,
  },
};
