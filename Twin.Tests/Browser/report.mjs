// Checks pages of a report in a real browser.
//
//   node report.mjs page.html [page-de.html ...]
//
// CHROMIUM names the browser (/usr/bin/chromium, if not set); playwright-core comes from package.json, or from the folder that
// PLAYWRIGHT_DIR names. Ends with a line "N passed, N failed" and 0 or 1; with 3 and a plain sentence where a tool is missing.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, files, finish, ink, open, printed, tables, zooming } from "./browser.mjs";
import { accessible, charts, contrast, hostile, language, overflow } from "./looks.mjs";

const folder = mkdtempSync(join(tmpdir(), "report-"));
for (const file of files) {
  const source = readFileSync(file, "utf8");
  check(file, "at most 3 MB", source.length <= 3e6 ? [] : [`${source.length} bytes`]);
  check(file, "nothing from outside in the source", [...source.matchAll(/(?:src|href|action|url\()\s*=?\s*["']?(https?:|\/\/)[^"'\s]*/g)]
      .map((m) => m[0]));
  for (const width of [1400, 390]) {
    const { context, page, told } = await open(file, width);
    const where = `${file} at ${width} px`;
    check(where, "no horizontal overflow", await overflow(page));
    check(where, "charts have an alt text and stay inside their frames", await charts(page));
    check(where, "every chart has ink", await ink(page));
    check(where, "contrast of text", await contrast(page));
    if (width === 1400) {
      check(where, "headings, landmarks, captions, scopes, identifiers", await accessible(page));
      check(where, "free text stays text", await hostile(page));
      check(where, "one language", await language(page));
      check(where, "printed pages", await printed(page, folder));
      check(where, "tables sort", await tables(page));
    }
    check(where, "charts zoom", await zooming(page));
    told.push(...await page.evaluate(() => globalThis.refused));
    check(where, "no error, no refusal, no request", told);
    await context.close();
  }
  const { context, page, told } = await open(file, 1400, { javaScriptEnabled: false });
  check(file, "readable without JavaScript", [
    ...told,
    ...(await page.locator("button").count()) > 0 ? ["there are buttons that do nothing"] : [],
    ...(await page.locator("svg.wide >> visible=true").count()) < 3 ? ["charts are not shown"] : [],
    ...await page.locator("details").first().locator("summary").click().then(() => page.locator("details[open]").count())
      .then((count) => count === 1 ? [] : ["details do not open"]),
  ]);
  await context.close();
}
rmSync(folder, { recursive: true });
await finish();
