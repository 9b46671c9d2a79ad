// Checks pages of a report in a real browser.
//
//   node report.mjs page.html [page-de.html ...]
//
// CHROMIUM names the browser (/usr/bin/chromium, if not set); playwright-core comes from package.json, or from the folder that
// PLAYWRIGHT_DIR names. Ends with a line "N passed, N failed" and 0 or 1; with 3 and a plain sentence where a tool is missing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { files, finish } from "./browser.mjs";
import { visit } from "./visit.mjs";

const opens = (page) => page.locator("details").first().locator("summary").click()
  .then(() => page.locator("details[open]").count())
  .then((count) => count === 1 ? [] : ["details do not open"]);

const folder = mkdtempSync(join(tmpdir(), "report-"));
for (const file of files) {
  await visit(file, folder, { fewestCharts: 3, plain: opens });
}
rmSync(folder, { recursive: true });
await finish();
