/** Shows instances and the values in them to the rules. */
import type { InstanceDeclaration, Value } from "../../../ast/index.ts";
import type { Analysis } from "../../analysis.ts";
import type { CimClass } from "../../schema.ts";
import type { Hooks } from "./hooks.ts";
import { findProperty } from "../../find-member.ts";
import type { PlaceOf } from "./rule.ts";
import type { InstanceSubject, Place } from "./subject.ts";
import { typedValue } from "./typed-value.ts";

/** Calls the rules for each instance, and for those that stand as values in it. */
export function walkInstances(analysis: Analysis, hooks: Hooks, placeOf: PlaceOf): void {
  for (const { instance, node, source, cls } of analysis.instances) {
    walkInstance(node, {
      cls,
      namespace: instance.namespace,
      analysis,
      hooks,
      place: placeOf(source),
    });
  }
}

interface Start {
  readonly cls: CimClass | undefined;
  readonly namespace: string;
  readonly analysis: Analysis;
  readonly hooks: Hooks;
  readonly place: Place;
}

/** Without recursion: values nest deeply. */
function walkInstance(root: InstanceDeclaration, start: Start): void {
  const { place, namespace, analysis, hooks } = start;
  const waiting: InstanceDeclaration[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const nested = node !== root;
    const cls = nested ? analysis.classNamed(namespace, node.className.text) : start.cls;
    const subject: InstanceSubject = { place, node, namespace, nested, cls };
    for (const hook of hooks.instance) hook(subject);
    walkAssignments(subject, hooks);
    for (const { value } of node.assignments) addInstances(value, waiting);
  }
}

function addInstances(value: Value, found: InstanceDeclaration[]): void {
  if (value.kind === "instance") found.push(value);
  if (value.kind !== "array") return;
  for (const item of value.items) if (item.kind === "instance") found.push(item);
}

function walkAssignments(instance: InstanceSubject, hooks: Hooks): void {
  const { place, cls } = instance;
  for (const node of instance.node.assignments) {
    const property = findProperty(cls, node.name.text.toLowerCase());
    for (const hook of hooks.assignment) hook({ instance, node, property });
    if (!property || !cls) continue;
    const title = (): string => `${cls.name}.${property.name}`;
    const value = typedValue(place, node.value, property, title);
    for (const hook of hooks.value) hook(value);
  }
}
