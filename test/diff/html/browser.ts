import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";

/** Debian's, and what others call it. */
export const chromiumPath: string | undefined = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
}

/** A browser that shows pages from files and reaches nothing else. */
export class TestBrowser {
  readonly #browser: Browser;
  readonly #folder = mkdtempSync(join(tmpdir(), "mof-codegen-page-"));
  #pages = 0;
  /** What pages complained about, and what they tried to load. */
  readonly complaints: string[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async launch(): Promise<TestBrowser> {
    const options = { executablePath: chromiumPath ?? "", args: ["--no-sandbox"] };
    return new TestBrowser(await chromium.launch(options));
  }

  async open(html: string, { width = 1280, scheme = "light" }: Look = {}): Promise<Page> {
    const file = join(this.#folder, `${(this.#pages += 1)}.html`);
    writeFileSync(file, html);
    const page = await this.#browser.newPage({
      viewport: { width, height: width < 800 ? 844 : 900 },
      colorScheme: scheme,
    });
    page.on("console", (message) => this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) this.complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
