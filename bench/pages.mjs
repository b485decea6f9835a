// @ts-check
/** Documentation pages as they are published, made up: of the size, the shape and the number of those of a large product. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const CLASSES = 250;
const METHODS = 11;
const PROPERTIES = 12;

const WORDS =
  "the door opens when somebody rings and nobody answers because all of them are in the garden".split(
    " ",
  );

/** @param {number} seed @param {number} count */
function sentence(seed, count) {
  const words = Array.from(
    { length: count },
    (_, index) => WORDS[(seed * 7 + index * 3) % WORDS.length],
  );
  return `It says that ${words.join(" ")}.`;
}

/** @param {string} title @param {readonly string[]} names */
function front(title, names) {
  return `---
title: ${title}
description: ${sentence(title.length, 8)}
ms.assetid: 00000000-0000-0000-0000-000000000000
ms.tgt_platform: multiple
keywords:
${names.map((name) => `- ${name} Bench\n`).join("")}topic_type:
- apiref
api_name:
${names.map((name) => `- ${name}\n`).join("")}api_location:
- bench.dll
api_type:
- COM
ms.topic: reference
ms.date: 01/01/2026
---
`;
}

const requirements = `
## Requirements



| Requirement | Value |
|-------------------------------------|---------------------------------------|
| Minimum supported client<br/> | Windows 11<br/> |
| Minimum supported server<br/> | Windows Server 2022<br/> |
| Namespace<br/>                | Root\\\\bench<br/> |
| MOF<br/>                      | <dl> <dt>Bench.mof</dt> </dl> |
| DLL<br/>                      | <dl> <dt>bench.dll</dt> </dl> |
`;

/** @param {string} text */
const escaped = (text) => text.replaceAll("_", "\\_");

/** @param {number} index */
function property(index) {
  const values = index % 4 === 0 ? [0, 1, 2].map(value).join("") : "";
  const key =
    index === 0
      ? "</dt> <dt>\n\nQualifiers: [**key**](/windows/desktop/WmiSdk/key-qualifier), **MaxLen** (256)\n"
      : "";
  return `**Property${String(index).padStart(2, "0")}**
</dt> <dd> <dl> <dt>

Data type: **${index === 0 ? "string" : "uint32"}**
</dt> <dt>

Access type: Read-only
${key}</dt> </dl>

${sentence(index, 24)}
${values === "" ? "" : `\n<dt>\n${values}</dd> </dl>\n`}
</dd> <dt>

`;
}

/** @param {number} index */
function value(index) {
  const anchors = ["Value", "value", "VALUE"]
    .map((id) => `<span id="${id}${index}"></span>`)
    .join("");
  return `
${anchors}

${anchors}**Value${index}** (${index})


</dt> <dd>

${sentence(index, 10)}

${index === 2 ? "" : "</dd> <dt>\n"}`;
}

/** @param {string} name @param {readonly string[]} methods */
function classPage(name, methods) {
  const properties = Array.from({ length: PROPERTIES }, (_, index) => index);
  const names = properties.map((index) => `Property${String(index).padStart(2, "0")}`);
  return `${front(`${name} class`, [name, ...names.map((each) => `${name}.${each}`)])}
# ${escaped(name)} class

${sentence(name.length, 12)}

The following syntax is what the Managed Object Format (MOF) says, with all that is inherited.

## Syntax

\`\`\` syntax
[dynamic, provider("Bench"), AMENDMENT]
class ${name}
{
${names.map((each, index) => `  ${index === 0 ? "string" : "uint32"} ${each};\n`).join("")}};
\`\`\`

## Members

What a **${escaped(name)}** is made of:

-   [Methods](#methods)
-   [Properties](#properties)

### Methods

| Method | Description |
|:-------|:------------|
${methods.map((each) => `| [**${each}**](${each}-${name}.md) | ${sentence(each.length, 9)}<br/> |\n`.toLowerCase().replace(each.toLowerCase(), each)).join("")}

### Properties

What is known of a **${escaped(name)}**.

<dl> <dt>

${properties
  .map(property)
  .join("")
  .replace(/<dt>\n\n$/, "</dl>\n")}
${requirements}`;
}

/** @param {string} name @param {string} method */
function methodPage(name, method) {
  const parameters = ["Angle", "Code", "Answer"];
  return `${front(`${method} method of the ${name} class`, [`${name}.${method}`])}
# ${method} method of the ${escaped(name)} class

${sentence(method.length, 12)}

## Syntax


\`\`\`mof
uint32 ${method}(
  [in]           uint8  Angle,
  [in, optional] string Code,
  [out]          string Answer
);
\`\`\`



## Parameters

<dl> <dt>

${parameters.map((each, index) => `*${each}* \\[${index === 2 ? "out" : "in"}\\]\n</dt> <dd>\n\n${sentence(index, 16)}\n\n`).join("</dd> <dt>\n\n")}</dd> </dl>

## Return value

Returns 0 on success. ${sentence(method.length, 12)}

## Remarks

${sentence(name.length, 30)}
${requirements}
## See also

<dl> <dt>

[**${escaped(name)}**](${name.toLowerCase()}.md)
</dt> </dl>
`;
}

/**
 * @param {string} folder that is made
 * @returns {{ pages: number, bytes: number }}
 */
export function writePages(folder) {
  mkdirSync(folder, { recursive: true });
  let [pages, bytes] = [0, 0];
  /** @param {string} name @param {string} text */
  const write = (name, text) => {
    writeFileSync(join(folder, `${name.toLowerCase()}.md`), text);
    pages += 1;
    bytes += text.length;
  };
  for (let index = 0; index < CLASSES; index += 1) {
    const name = `Bench_Class${index}`;
    const methods = Array.from({ length: METHODS }, (_, each) => `Method${each}`);
    write(name, classPage(name, methods));
    for (const method of methods) write(`${method}-${name}`, methodPage(name, method));
  }
  return { pages, bytes };
}
