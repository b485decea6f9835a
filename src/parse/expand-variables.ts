/** A text whose variables are replaced, and the first of them that has no value. */
export interface Expanded {
  readonly text: string;
  readonly unset?: string;
}

/** `%NAME%`, also `%ProgramFiles(x86)%`. */
const VARIABLE = /%([A-Za-z_][^%\\/:*?"<>|\r\n]*)%/g;

/**
 * Replaces `%NAME%` by its value, as Windows does: case does not matter, and one without a
 * value stays as it stands.
 */
export function expandVariables(
  text: string,
  variables: Readonly<Record<string, string | undefined>>,
): Expanded {
  let unset: string | undefined;
  const expanded = text.replace(VARIABLE, (written, name: string) => {
    const value = valueOf(name, variables);
    if (value === undefined) unset ??= name;
    return value ?? written;
  });
  return { text: expanded, ...(unset !== undefined && { unset }) };
}

/** The variable that a text uses first. */
export function variableIn(text: string): string | undefined {
  return text.matchAll(VARIABLE).next().value?.[1];
}

function valueOf(
  name: string,
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (Object.hasOwn(variables, name)) return variables[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(variables).find((each) => each.toLowerCase() === wanted);
  return key === undefined ? undefined : variables[key];
}
