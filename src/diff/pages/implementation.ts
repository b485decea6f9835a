import type { QualifierRules } from "../catalogue/qualifiers.ts";
import { inClass, qualified, type Example } from "./mof.ts";
import type { RulePages } from "./page.ts";

/** A class with other qualifiers than before. */
function cls(before: string, after: string): Example {
  const [old, now] = [before, after].map((qualifiers) => `[${qualifiers}]\n${inClass()}`);
  return { old: old ?? "", new: now ?? "" };
}

/** Pages for what WMI says of who answers, and of who may ask. */
export const implementationPages: RulePages<
  Pick<
    QualifierRules,
    | "provider-changed"
    | "dynamic-changed"
    | "implemented-changed"
    | "privileges-changed"
    | "securitydescriptor-changed"
  >
> = {
  "provider-changed": {
    title: "Another provider answers for a class",
    why: "Types are as before. Another program answers to old clients, perhaps in another way, and it has to be registered under the new name.",
    compatible: "Register the new provider before the schema is loaded.",
    ...cls('Dynamic, Provider("AcmeFans")', 'Dynamic, Provider("AcmeCooling")'),
  },
  "dynamic-changed": {
    title: "A class became dynamic or is no longer dynamic",
    why: "Instances of a dynamic class come from a provider, those of any other class from the store of the server. Types are as before, but old clients may find other instances than they did.",
    compatible: "Bring the instances to where they are looked for before the schema is loaded.",
    ...cls('Provider("AcmeFans")', 'Dynamic, Provider("AcmeFans")'),
  },
  "implemented-changed": {
    title: "A method became implemented or is no longer implemented",
    why: "Implemented says that the provider of the class answers calls of the method. Types are as before, but calls of old clients may fail where they went well.",
    compatible: "Change the providers before the schema.",
    ...qualified("", "Implemented", "uint32 Stop();"),
  },
  "privileges-changed": {
    title: "Other privileges are needed",
    why: "Types are as before. An old client that has not enabled the privilege is refused, and providers have to ask for it.",
    compatible: "Let the provider do without the privilege where it can, and announce the change.",
    ...qualified(
      'Privileges {"SeShutdownPrivilege"}',
      'Privileges {"SeShutdownPrivilege", "SeDebugPrivilege"}',
      "uint32 Stop();",
    ),
  },
  "securitydescriptor-changed": {
    title: "Another security descriptor guards a class",
    why: "Types are as before. Some of those who were let in may be kept out now, or the other way round.",
    compatible: "Let in at least those who were let in before.",
    ...cls(
      'Dynamic, Provider("AcmeFans"), SecurityDescriptor("O:BAG:BAD:(A;;0x1;;;BU)")',
      'Dynamic, Provider("AcmeFans"), SecurityDescriptor("O:BAG:BAD:(A;;0x1;;;BA)")',
    ),
  },
};
