/** A page as lines, for tests. */
import type {
  Page,
  PageText,
  ParameterEntry,
  PropertyEntry,
  ValueEntry,
} from "../../../src/markdown/page.ts";

export function pageText(page: Page): string {
  const { front, heading, summary, returns, remarks } = page;
  return [
    ...front.names.map(({ text }) => `names ${text}`),
    ...front.locations.map(({ text }) => `location ${text}`),
    ...(front.title ? [`title ${front.title.text}`] : []),
    ...(front.language === undefined ? [] : [`language ${front.language}`]),
    ...line("heading", heading),
    ...line("summary", summary),
    ...page.fences.map(
      ({ language, section, text }) => `fence ${language} in ${section}: ${JSON.stringify(text)}`,
    ),
    ...page.methods.map(({ name, link, description }) =>
      [
        `method ${name.text}`,
        ...(link === undefined ? [] : [`<${link}>`]),
        ...quoted(description),
      ].join(" "),
    ),
    ...page.properties.flatMap(propertyLines),
    ...page.parameters.flatMap(parameterLines),
    ...(returns ? [["returns", ...quoted(returns.text)].join(" ")] : []),
    ...(returns?.values ?? []).map(valueLine),
    ...line("remarks", remarks),
    ...page.requirements.map(
      ({ kind, label, value }) =>
        `requirement ${kind}: ${JSON.stringify(label.text)} is ${JSON.stringify(value.text)}`,
    ),
  ].join("\n");
}

function propertyLines({ name, dataType, access, qualifiers, description, values }: PropertyEntry) {
  const facts = [
    ...(dataType ? [`type ${JSON.stringify(dataType.text)}`] : []),
    ...(access === undefined ? [] : [access]),
    ...qualifiers.map((each) =>
      each.value ? `${each.name.text}(${each.value.text})` : each.name.text,
    ),
  ];
  const said = quoted(description);
  return [
    [`property ${name.text}`, facts.join(", "), ...said].filter((part) => part !== "").join(" "),
    ...values.map(valueLine),
  ];
}

function parameterLines({ name, direction, description, values }: ParameterEntry) {
  const words = (["in", "out", "optional"] as const).filter((word) => direction?.[word]);
  const how = words.length > 0 ? [`[${words.join(", ")}]`] : [];
  const said = quoted(description);
  return [[`parameter ${name.text}`, ...how, ...said].join(" "), ...values.map(valueLine)];
}

function valueLine({ key, label, anchor, marked, meaning, description }: ValueEntry): string {
  return [
    `  value ${key ?? "-"}`,
    ...(label === undefined ? [] : [JSON.stringify(label)]),
    ...(anchor === undefined ? [] : [`#${anchor}`]),
    ...(marked ? ["marked"] : []),
    ...(meaning ? ["meaning"] : []),
    ...(description === undefined ? [] : [JSON.stringify(description)]),
  ].join(" ");
}

function line(name: string, text: PageText | undefined): readonly string[] {
  return text ? [`${name} ${JSON.stringify(text.text)}`] : [];
}

function quoted(text: PageText | undefined): readonly string[] {
  return text ? [JSON.stringify(text.text)] : [];
}
