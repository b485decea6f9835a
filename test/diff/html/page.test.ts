/**
 * The page in a browser, without a network. `SCREENSHOTS=folder` writes what it looks like.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { nodeHost, readSchema } from "../../../src/build/index.ts";
import { renderDiffHtml } from "../../../src/diff/html/render-diff-html.ts";
import { faintTexts } from "./contrast.ts";
import { fans, hostile, many, reportOf, type Sample } from "./sample.ts";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const installed = existsSync(executablePath);
if (!installed)
  console.warn(`test/diff/html/page.test.ts: skipped, there is no Chromium at ${executablePath}`);

const real = fileURLToPath(new URL("../../../../shared/data/mof/cim-schema-2.41", import.meta.url));
const screenshots = process.env["SCREENSHOTS"];

describe.skipIf(!installed)(`the page in Chromium (${executablePath})`, { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "diff-page-"));
  const mistakes: string[] = [];
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(mistakes.splice(0)).toEqual([]);
  });

  /** Opens the page of a report; whatever it complains of or loads is a mistake. */
  async function open(sample: Sample, options: Look = {}): Promise<Page> {
    const { width = 1280, height = 900, scheme = "light", hash = "" } = options;
    const file = join(folder, "page.html");
    writeFileSync(file, renderDiffHtml(sample.report, sample.schemas));
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      offline: true,
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    page.on("console", (message) => mistakes.push(message.text()));
    page.on("pageerror", (error) => mistakes.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) mistakes.push(request.url());
    });
    await page.goto(pathToFileURL(file).href + hash);
    return page;
  }

  const found = (page: Page): Promise<string | null> => page.locator(".found").textContent();
  const choice = (page: Page, name: string): Locator => page.locator(".choice", { hasText: name });

  async function finds(page: Page, text: string): Promise<void> {
    await expect.poll(() => found(page)).toBe(text);
  }

  test("says what was compared and what is thought of it", async () => {
    const page = await open(fans());
    expect(await page.title()).toBe("v1.4.0 → feature/fans: schema changes");
    expect(await page.locator("h1").innerText()).toContain("feature/fans");
    expect(await page.locator(".verdict").innerText()).toMatch(/Failed\s+11 changes fail/);
    expect(await page.locator(".overview").innerText()).toContain("2.0.0 is needed");
    const cells = await page.locator(".counts tbody tr").allInnerTexts();
    expect(cells.map((each) => each.match(/\d+/g)?.map(Number))).toEqual([
      [8, 1, 8, 0],
      [9, 4, 4, 0],
      [8, 0, 9, 0],
      [11, 2, 4, 0],
    ]);
  });

  test("filters by level and by audience, and keeps that in its address", async () => {
    const page = await open(fans());
    await finds(page, "17 changes");
    await choice(page, "Safe").click();
    await finds(page, "13 of 17 changes");
    await expect.poll(() => choice(page, "Safe").getAttribute("aria-pressed")).toBe("false");
    await choice(page, "TypeScript").click();
    await choice(page, "Wire").click();
    await finds(page, "8 of 17 changes");
    expect(new URL(page.url()).hash).toContain("audience=provider");
    await page.reload();
    await finds(page, "8 of 17 changes");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await finds(page, "17 changes");
    expect(new URL(page.url()).hash).toBe("");
    await page.locator(".counts button.risky").first().click();
    await finds(page, "1 of 17 changes");
  });

  test("ignores what an address says and the data does not know", async () => {
    const page = await open(fans(), { hash: "#audience=all&level=bad&namespace=x&class=y&q=%" });
    await finds(page, "0 of 17 changes");
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await finds(page, "17 changes");
  });

  test("finds words of the message, rules and fingerprints", async () => {
    const sample = fans();
    const page = await open(sample);
    const search = page.getByRole("searchbox");
    await search.fill("FAN.speed unit");
    await finds(page, "1 of 17 changes");
    await search.fill("property-removed");
    await finds(page, "1 of 17 changes");
    await search.fill(sample.report.judgement.changes[3]?.change.fingerprint ?? "");
    await finds(page, "1 of 17 changes");
    await search.fill("nothing like that");
    await finds(page, "0 of 17 changes");
    expect(await page.locator(".nothing").innerText()).toContain("No change fits");
  });

  test("shows changed classes below those above them, and looks at one", async () => {
    const page = await open(fans());
    const names = page.locator(".tree-rows .name");
    expect(await names.allInnerTexts()).toEqual([
      "root/acme",
      "ACME_Element",
      "ACME_Fan",
      "ACME_Pump",
      "ACME_Sensor",
      "ACME_Valve",
      "root/acme/service",
      "ACME_Ticket",
      "Qualifier Tested",
    ]);
    await page.locator(".look", { hasText: "ACME_Sensor" }).click();
    await finds(page, "2 of 17 changes");
    await expect.poll(() => page.locator(".scope").innerText()).toBe("in ACME_Sensor");
    await page.locator(".look", { hasText: "service" }).click();
    await page.locator(".scope", { hasText: "in root/acme/service" }).waitFor();
    await finds(page, "2 of 17 changes");
    expect(await page.locator("h3.class .name").allInnerTexts()).toEqual([
      "ACME_Ticket",
      "Qualifier Tested",
    ]);
    expect(await page.evaluate("document.activeElement.title")).toBe("root/acme/service");
    await page.getByRole("button", { name: "All classes" }).click();
    await page.locator(".tree-rows .name", { hasText: "ACME_QuietFan" }).waitFor();
    await page.getByRole("button", { name: "Classes below ACME_Element" }).click();
    await expect.poll(() => page.locator(".tree-rows .name", { hasText: "Fan" }).count()).toBe(0);
  });

  test("shows all of a change when it is opened, with the words that changed", async () => {
    const page = await open(fans());
    const head = page.locator(".head", { hasText: "the greatest length" });
    expect(await page.locator(".details").count()).toBe(0);
    await head.click();
    await expect.poll(() => head.getAttribute("aria-expanded")).toBe("true");
    await expect
      .poll(() => page.locator("del").allInnerTexts())
      .toEqual(["64", "find", "again", "long"]);
    await expect.poll(() => page.locator("ins").allInnerTexts()).toEqual(["32", "see", "many"]);
    const details = page.locator(".details");
    expect(await details.locator(".facts").innerText()).toContain("old/fan.mof:10:10");
    await details.getByText("2 classes inherit this").click();
    await expect
      .poll(() => details.locator("li").allInnerTexts())
      .toEqual(["ACME_LoudFan", "ACME_QuietFan"]);
    await details.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => details.locator(".copied").textContent()).toBe("Copied");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
      'codegen diff --accept 16c6e0d8c8a8 --reason "…"',
    );
    await head.click();
    await expect.poll(() => page.locator(".details").count()).toBe(0);
  });

  test("says who agreed to a change, and asks nobody to agree again", async () => {
    const acceptances = [{ fingerprint: "16c6e0d8c8a8", reason: "labels are short" }];
    const unused = { fingerprint: "000000000000", reason: "gone", change: "A.B was removed" };
    const page = await open(fans({ acceptances: [...acceptances, unused] }));
    await choice(page, "Accepted").filter({ hasText: "1" }).waitFor();
    expect(await page.locator(".overview").innerText()).toContain("A.B was removed");
    const change = page.locator(".change.accepted");
    await change.locator(".head").click();
    expect(await change.locator(".details").innerText()).toContain("Accepted: labels are short");
    await expect.poll(() => change.locator(".command").count()).toBe(0);
  });

  test("is used without a mouse", async () => {
    const page = await open(fans());
    const current = "document.activeElement.querySelector('.message')?.textContent";
    await page.keyboard.press("j");
    expect(await page.evaluate(current)).toContain("ACME_Element.Caption");
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(current)).toContain("the greatest length");
    await page.keyboard.press("Enter");
    await page.locator(".details").waitFor();
    await page.keyboard.press("Space");
    expect(await page.locator(".details").count()).toBe(0);
    await page.keyboard.press("k");
    expect(await page.evaluate(current)).toContain("DesiredSpeed");
    await page.keyboard.press("/");
    await page.keyboard.type("jk/ valve");
    expect(await page.getByRole("searchbox").inputValue()).toBe("jk/ valve");
    await finds(page, "0 of 17 changes");
    await page.keyboard.press("Escape");
    await finds(page, "17 changes");
    await page.getByRole("checkbox").uncheck();
    await page.keyboard.press("/");
    expect(await page.evaluate("document.activeElement.type")).toBe("checkbox");
  });

  test("has a name for everything that can be pressed, and no id twice", async () => {
    const page = await open(fans());
    await page.locator(".head").first().click();
    const nameless = await page.evaluate(
      "[...document.querySelectorAll('button, input, nav, [role=group]')].filter((each) => !(each.ariaLabel || each.textContent.trim() || each.labels?.length)).length",
    );
    expect(nameless).toBe(0);
    const ids = await page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
    expect(new Set(ids as string[]).size).toBe((ids as string[]).length);
    for (const role of ["banner", "navigation", "main", "search", "contentinfo"] as const) {
      expect(await page.getByRole(role).count(), role).toBe(1);
    }
  });

  test("shows hostile texts as texts", async () => {
    const page = await open(hostile());
    for (const head of await page.locator(".head").all()) await head.click();
    for (const box of await page.locator(".affected summary").all()) await box.click();
    await page.getByRole("button", { name: "All classes" }).click();
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img, iframe, a, link").count()).toBe(0);
    const text = await page.locator("body").innerText();
    expect(text).toContain("</script><img src=x onerror=alert(1)>\\u{202e}abc\\u{2028}");
    expect(text).not.toMatch(/[\u202e\u2028\u0007]/);
    await page.locator(".tree-rows .look", { hasText: "</script>" }).last().click();
    await finds(page, "1 of 4 changes");
    await page.reload();
    await finds(page, "1 of 4 changes");
  });

  test("fits narrow screens", async () => {
    for (const sample of [fans(), hostile()]) {
      const page = await open(sample, { width: 360 });
      for (const head of await page.locator(".head").all()) await head.click();
      for (const width of [360, 390, 700, 1000, 1600]) {
        await page.setViewportSize({ width, height: 900 });
        const reached = await page.evaluate("document.documentElement.scrollWidth");
        expect(reached, `${width}`).toBeLessThanOrEqual(width);
      }
    }
  });

  test.each(["light", "dark"] as const)("can be read, %s", async (scheme) => {
    const page = await open(fans(), { scheme });
    await page.locator(".look", { hasText: "ACME_Fan" }).click();
    await choice(page, "Safe").click();
    await finds(page, "8 of 17 changes");
    for (const head of await page.locator(".head").all()) await head.click();
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(faintTexts)).toEqual([]);
  });

  test("prints all changes and nothing to press", async () => {
    const page = await open(many(300));
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator(".change").count()).toBe(300);
    expect(await page.locator(".choices:visible, .tree:visible, .search:visible").count()).toBe(0);
  });

  test("has room for 5,000 changes", async () => {
    const page = await open(many(5000));
    await finds(page, "5,000 changes");
    const made = await page.locator(".change").count();
    expect(made).toBeGreaterThan(20);
    expect(made).toBeLessThan(300);
    await page.getByRole("searchbox").fill("acme_c7.");
    await finds(page, "10 of 5,000 changes");
    expect(await page.locator(".change").count()).toBe(10);
    await page.keyboard.press("Escape");
    await choice(page, "Breaking").click();
    await finds(page, "3,000 of 5,000 changes");
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await expect.poll(() => page.locator(".change").count()).toBeGreaterThan(made);
  });

  test.skipIf(!existsSync(real))("shows what has changed in a real schema", async () => {
    const sample = await realSample();
    const page = await open(sample);
    await finds(page, `${sample.report.judgement.changes.length} changes`);
    await page.locator(".look", { hasText: "CIM_ManagedElement" }).click();
    await page.locator(".scope", { hasText: "in CIM_ManagedElement" }).waitFor();
    await page.locator(".head", { hasText: "greatest length" }).first().click();
    await expect.poll(() => page.locator("del, ins").allInnerTexts()).toEqual(["64", "128"]);
    await shoot(sample, "real");
  });

  test("looks like this", async () => {
    await shoot(fans({ acceptances: [{ fingerprint: "16c6e0d8c8a8", reason: "short" }] }), "small");
  });

  async function shoot(sample: Sample, name: string): Promise<void> {
    const target = screenshots ?? folder;
    mkdirSync(target, { recursive: true });
    for (const scheme of ["light", "dark"] as const) {
      for (const [width, height] of [
        [1280, 1100],
        [390, 1700],
      ] as const) {
        const page = await open(sample, { width, height, scheme });
        await page.locator(".head").nth(2).click();
        await page.screenshot({ path: join(target, `${name}-${scheme}-${width}.png`) });
      }
    }
  }
});

/** How a page is opened. */
interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  readonly hash?: string;
}

/** CIM 2.41, and the same with a few edits; files that are edited are told by their names. */
async function realSample(): Promise<Sample> {
  const edits: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    "CIM_ManagedElement.mof": [
      ["MaxLen ( 64 )", "MaxLen ( 128 )"],
      ["must not contain a colon", "shall not contain a colon or a slash"],
    ],
    "CIM_Fan.mof": [
      ["uint64 DesiredSpeed;", "uint32 DesiredSpeed;"],
      ["supports variable speeds", "has several speeds"],
    ],
    "CIM_LogicalDevice.mof": [
      ["uint64 PowerOnHours;", "string PowerOnHours;"],
      ["Reset(\n", "ResetDevice(\n"],
    ],
  };
  const host = nodeHost(".");
  const edited: typeof host = Object.assign(Object.create(host) as typeof host, {
    readFile: (path: string) => {
      const text = Buffer.from(host.readFile(path)).toString("latin1");
      const mine = edits[host.nameOf(path)] ?? [];
      return Buffer.from(
        mine.reduce((sum, [from, to]) => sum.replace(from, to), text),
        "latin1",
      );
    },
  });
  const [old, now] = await Promise.all(
    [host, edited].map(async (each) => {
      const { value } = await readSchema({ sources: [join(real, "cim_schema_2.41.0.mof")] }, each);
      return value.schema;
    }),
  );
  if (!old || !now) throw new Error("there is no schema");
  return reportOf({ old, new: now });
}
