/** The page as somebody uses it: in a real browser, with the mouse and the keyboard. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderDiffHtml } from "../../../src/diff/html/index.ts";
import { after, before } from "../../cli/diff/planted.ts";
import { hostile, many, quoted, sampleOf } from "../sample.ts";
import { chromiumPath, TestBrowser } from "./browser.ts";

const family = (speed: string, extra: string): string =>
  `class CIM_Element { [Key] string Id; ${speed} };\nclass CIM_Device : CIM_Element { ${extra} };\nclass CIM_Fan : CIM_Device { uint32 Run(); };\n`;
const small = sampleOf(
  family("uint32 Speed;", "string Old;"),
  family("uint64 Speed;", '[Description("x")] string New;'),
);
const planted = sampleOf(before, after);

if (chromiumPath === undefined) {
  process.stderr.write("no Chromium is installed, so the page is not tried in one\n");
}

describe.skipIf(chromiumPath === undefined)("the page", { timeout: 60_000 }, () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await TestBrowser.launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** The sentences that are shown. */
  const messages = (page: Page): Promise<readonly string[]> =>
    page.locator(".message").allTextContents();
  const count = (page: Page): Promise<string | null> => page.locator("#count").textContent();
  const open = (sample = small): Promise<Page> =>
    browser.open(renderDiffHtml(sample.report, sample.schemas));

  test("shows every change under its class, the worst first", async () => {
    const page = await open();
    expect(await page.locator("h1").textContent()).toBe("2 breaking and 1 safe changes fails");
    expect(await page.locator("main h2").allTextContents()).toEqual([
      "CIM_Device root/cimv2",
      "CIM_Element root/cimv2",
    ]);
    expect(await messages(page)).toEqual([
      "CIM_Device.Old was removed; it was string",
      "CIM_Device.New was added; it is string",
      "CIM_Element.Speed was uint32 and is uint64, which is a bigint in TypeScript",
    ]);
    expect(await count(page)).toBe("3 changes");
  });

  test("opens a change with both places and the words that differ", async () => {
    const page = await open();
    const change = page.locator(".change").nth(2);
    await change.locator(".line").click();
    expect(await change.locator("del").allTextContents()).toEqual(["uint32"]);
    expect(await change.locator("ins").allTextContents()).toEqual(["uint64"]);
    const facts = await change.locator("dd").allTextContents();
    expect(facts).toEqual([
      "TypeScript breakingwire riskyprovider breaking",
      "major",
      "old.mof:1:45",
      "new.mof:1:45",
      "CIM_Device, CIM_Fan",
      expect.stringMatching(/^codegen diff --accept [0-9a-f]{12} --reason "…"$/u),
    ]);
    await change.locator(".line").click();
    expect(await change.locator(".body").isVisible()).toBe(false);
  });

  test("filters by audience and level, and a link keeps it", async () => {
    const page = await open();
    await page.getByRole("button", { name: "provider" }).click();
    await page.locator("button[data-mark=safe]").click();
    expect(await messages(page)).toEqual([
      "CIM_Element.Speed was uint32 and is uint64, which is a bigint in TypeScript",
    ]);
    expect(await count(page)).toBe("1 of 3 changes");
    expect(new URL(page.url()).hash).toBe("#audience=provider&hide=safe");
    await page.reload();
    expect(await count(page)).toBe("1 of 3 changes");
  });

  test("searches members, rules, fingerprints and inheritors", async () => {
    const page = await open();
    const found = async (text: string): Promise<number> => {
      await page.locator("#search").fill(text);
      return (await messages(page)).length;
    };
    expect(await found("speed")).toBe(1);
    expect(await found("property-removed")).toBe(1);
    expect(await found("device PROPERTY")).toBe(3);
    expect(await found("cim_fan")).toBe(3);
    expect(await found("nothing like it")).toBe(0);
    expect(await page.locator("#list").textContent()).toBe("No change is like that.");
  });

  test("has a tree of the classes that changed and those above", async () => {
    const page = await open();
    expect(await page.locator("#tree h3").allTextContents()).toEqual(["root/cimv2"]);
    expect(await page.locator("#tree li").first().innerText()).toBe("CIM_Element 1\nCIM_Device 2");
    await page.locator("#tree button", { hasText: "CIM_Device" }).click();
    expect(await count(page)).toBe("2 of 3 changes");
    await page.locator("#tree button", { hasText: "CIM_Device" }).click();
    expect(await count(page)).toBe("3 changes");
  });

  test("can be used by the keyboard alone", async () => {
    const page = await open();
    await page.keyboard.press("/");
    await page.keyboard.type("cim_device");
    expect(await count(page)).toBe("3 changes");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    expect(await page.locator(".line[aria-expanded=true] .message").allTextContents()).toEqual([
      "CIM_Device.New was added; it is string",
    ]);
    await page.keyboard.press("k");
    await page.keyboard.press("Space");
    expect(await page.locator(".body:visible").count()).toBe(2);
    await page.keyboard.press("Escape");
    expect(await page.locator("#search").inputValue()).toBe("");
  });

  test("lets nothing of a schema become part of it", async () => {
    const text = (word: string): string =>
      `class CIM_Fan { [Key] string Name; [Alias(${quoted(`${word} ${hostile}`)})] string Text = ${quoted(hostile + word)}; };\n`;
    const page = await open(sampleOf(text("one"), text("two")));
    for (const line of await page.locator(".line").all()) await line.click();
    expect(await page.locator("img, main a, main script").count()).toBe(0);
    expect(await page.locator("pre").first().textContent()).toContain("<img src=x");
  });

  test("takes 5,000 changes, a hundred at a time", async () => {
    const page = await open(many(5000));
    expect(await count(page)).toBe("5000 changes");
    expect((await messages(page)).length).toBeLessThan(1000);
    await page.locator("#search").fill("Thing4999");
    expect(await messages(page)).toEqual(["CIM_Thing4999.Value was uint32 and is string"]);
    await page.locator("#search").fill("thing499");
    expect(await count(page)).toBe("11 of 5000 changes");
    await page.locator("#search").fill("");
    const before = (await messages(page)).length;
    await page.locator("#end").scrollIntoViewIfNeeded();
    await expect.poll(async () => (await messages(page)).length).toBeGreaterThan(before);
  });

  test.each([
    ["desktop", 1280, "light"],
    ["desktop", 1280, "dark"],
    ["phone", 390, "light"],
    ["phone", 390, "dark"],
    ["narrow", 360, "light"],
  ] as const)("fits a %s of %i pixels, %s", async (name, width, scheme) => {
    const html = renderDiffHtml(planted.report, planted.schemas);
    const page = await browser.open(html, { width, scheme });
    for (const line of (await page.locator(".line").all()).slice(0, 3)) await line.click();
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBe(width);
    const folder = process.env["SCREENSHOTS"];
    if (folder !== undefined) {
      await page.screenshot({ path: join(folder, `${name}-${scheme}.png`), fullPage: width < 800 });
    }
  });

  test("complains about nothing and loads nothing", () => {
    expect(browser.complaints).toEqual([]);
  });
});

test("the page holds no address and no second end of a script", () => {
  const html = renderDiffHtml(small.report, small.schemas);
  expect(html).not.toMatch(/https?:\/\//u);
  expect(html.match(/<script/gu)).toHaveLength(2);
  expect(html.match(/<\/script>/gu)).toHaveLength(2);
  expect(html.match(/<style>|<\/style>/gu)).toHaveLength(2);
});
