/** Signatures in which nothing can be wrong, which most are: nobody has to look for damage in them. */

const BLANKS = "[ \\t\\r\\n]";
const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const TYPE = "(?:string|boolean|datetime|char16|real32|real64|[us]int(?:8|16|32|64))";
const DIRECTION = "\\[(?:in|out|in, ?out)(?:, ?optional)?\\]";
const PARAMETER = `${DIRECTION}${BLANKS}+${TYPE}${BLANKS}+${NAME}(?:\\[\\])?`;

const SIGNATURE = new RegExp(
  `^class ${NAME} \\{${BLANKS}+(?:${TYPE}|void)${BLANKS}+${NAME}\\(${BLANKS}*` +
    `(?:${PARAMETER}(?:,${BLANKS}*${PARAMETER})*${BLANKS}*)?\\);${BLANKS}*\\};$`,
  "i",
);

/** Whether a text is a class of one method, whose parameters are of intrinsic types. */
export function isWhole(text: string): boolean {
  return SIGNATURE.test(text);
}
