// What the checks of all pages share: a browser, counting, and what is done to a page.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inkIn } from "./looks.mjs";

const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const files = process.argv.slice(2).map((file) => resolve(file));
const missing = !existsSync(browserPath) ? `there is no browser at ${browserPath}` : files.length === 0 ? "no page was named" : null;
if (missing) {
  console.log(`browser checks skipped: ${missing}`);
  process.exit(3);
}

let chromium;
try {
  const from = process.env.PLAYWRIGHT_DIR ? join(process.env.PLAYWRIGHT_DIR, "package.json") : import.meta.url;
  ({ chromium } = createRequire(from)("playwright-core"));
} catch {
  console.log("browser checks skipped: playwright-core is not installed; npm install in this folder installs it");
  process.exit(3);
}

let passed = 0;
let failed = 0;
export const check = (file, what, faults) => {
  if (faults.length === 0) {
    passed++;
    return;
  }
  failed++;
  console.log(`FAILED ${file}: ${what}`);
  faults.slice(0, 8).forEach((fault) => console.log(`    ${fault}`));
};

const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
  ],
});

// A page that tells all it said, asked for and was refused.
export const open = async (file, width, options = {}) => {
  const context = await browser.newContext({ viewport: { width, height: 1000 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const told = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && told.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => told.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { told.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href && !request.url().startsWith("data:")) {
      told.push(`request: ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", (event) =>
        globalThis.refused.push(`refused: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  return { context, page, told };
};

export const tables = async (page) => {
  const faults = [];
  const count = await page.locator("table").count();
  for (let i = 0; i < count; i++) {
    const table = page.locator("table").nth(i);
    if ((await table.locator("tbody tr").count()) < 2) {
      continue;
    }
    await table.evaluate((element) => {
        for (let at = element; at; at = at.parentElement) { if (at.tagName === "DETAILS") { at.open = true; } } });
    const heads = await table.locator("thead th").count();
    for (let column = 0; column < heads; column++) {
      for (const wanted of ["ascending", "descending"]) {
        await table.locator("thead th").nth(column).locator("button").click();
        faults.push(...await table.evaluate((element, { column, wanted, i }) => {
          const head = element.tHead.rows[0].cells[column];
          const rows = [...element.tBodies[0].rows].filter((row) => !row.classList.contains("total"));
          const numbers = rows.map((row) => row.cells[column].dataset.value).filter((value) => value !== undefined).map(Number);
          const words = rows.map((row) => row.cells[column]).filter((cell) => cell.dataset.value === undefined)
            .map((cell) => cell.textContent.trim());
          const sign = wanted === "ascending" ? 1 : -1;
          const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
          const isSorted = (values, order) => values.every((value, at) => at === 0 || sign * order(values[at - 1], value) <= 0);
          const found = [];
          if (head.getAttribute("aria-sort") !== wanted || element.querySelectorAll("[aria-sort]").length !== 1) {
            found.push(`table ${i}, column ${column}: aria-sort does not say ${wanted}`);
          }
          if (!isSorted(numbers, (a, b) => a - b) || !isSorted(words, collator.compare)) {
            found.push(`table ${i}, column ${column} is not ${wanted}`);
          }
          const totals = [...element.tBodies[0].rows].slice(rows.length);
          if (totals.some((row) => !row.classList.contains("total"))) {
            found.push(`table ${i}: the sum is not below`);
          }
          return found;
        }, { column, wanted, i }));
      }
    }
  }
  return count === 0 ? ["there are no tables"] : faults;
};

export const zooming = async (page) => {
  const faults = [];
  const boxes = () => page.evaluate(() => [...document.querySelectorAll(".picture")].map((picture) =>
    [...picture.querySelectorAll(":scope > svg")].find((svg) => svg.getBoundingClientRect().width > 0).getAttribute("viewBox")));
  const whole = await boxes();
  for (let i = 0; i < whole.length; i++) {
    const picture = page.locator(".picture").nth(i);
    const buttons = picture.locator("xpath=following-sibling::div[contains(@class,'tools')]//button");
    const isWhole = async (way, expected) => {
      const is = (await boxes())[i] === whole[i];
      if (is !== expected) {
        faults.push(`chart ${i}: ${way} ${expected ? "does not bring back the whole" : "does not zoom"}`);
      }
    };
    await buttons.nth(0).click();
    await isWhole("the button +", false);
    await buttons.nth(2).click();
    await isWhole("the button 0", true);
    await picture.focus();
    await page.keyboard.press("+");
    await isWhole("the key +", false);
    const before = (await boxes())[i];
    await page.keyboard.press("ArrowRight");
    if ((await boxes())[i] === before) {
      faults.push(`chart ${i}: the arrow does not move`);
    }
    await page.keyboard.press("0");
    await isWhole("the key 0", true);
    await picture.hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await isWhole("the wheel with Ctrl", false);
    const moved = (await boxes())[i];
    const box = await picture.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 300) / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 60, box.y + Math.min(box.height, 300) / 2 - 20, { steps: 3 });
    await page.mouse.up();
    if ((await boxes())[i] === moved) {
      faults.push(`chart ${i}: dragging does not move`);
    }
    await buttons.nth(2).click();
    await isWhole("the button 0 after dragging", true);
  }
  return whole.length === 0 ? ["there are no charts"] : faults;
};

export const ink = async (page) => {
  const faults = [];
  for (const picture of await page.locator(".picture").all()) {
    await picture.scrollIntoViewIfNeeded();
    const share = await inkIn(page, await picture.screenshot());
    if (share < 0.004) {
      faults.push(`${await picture.locator("title").first().textContent()}: ${(100 * share).toFixed(2)} % of its pixels are not white`);
    }
  }
  return faults;
};

export const printed = async (page, folder) => {
  const path = join(folder, "report.pdf");
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  let text;
  try {
    text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  } catch {
    console.log("    pages of the PDF were not read: pdftotext is not installed");
    return [];
  }
  const words = await page.evaluate(() => document.querySelector("footer p").textContent.split(":")[0]);
  const pages = text.split("\f").slice(0, -1);
  const faults = pages.flatMap((sheet, i) => sheet.split("\n").slice(0, 4).join(" ")
      .includes(words) ? [] : [`page ${i + 1} does not say "${words}"`]);
  const hidden = await page.evaluate(() => [...document.querySelectorAll("details")].map((details) =>
    details.querySelector("td, p")?.textContent.trim().split(/\s+/).slice(0, 2).join(" ")).filter(Boolean));
  const flat = text.replace(/\s+/g, " ");
  faults.push(...hidden.filter((words) => !flat.includes(words)).map((words) => `what a closed part holds is not printed: ${words}`));
  return pages.length === 0 ? ["the PDF has no pages"] : faults;
};

export const finish = async () => {
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
};
