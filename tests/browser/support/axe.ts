/** Accessibility findings of a page in either browser, as readable lines. */
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const targetSize = 'target-size';

/** A page of either driver. */
interface Page {
  evaluate(script: string): Promise<unknown>;
}

/** A theme changes nothing but colours: a page that was looked at whole needs no more in the other one. */
export const inOtherTheme = ['color-contrast', 'link-in-text-block'];

/** A screen that fades in is not measured half way; what goes on for longer, like a breath, is not waited for. */
const settled = `Promise.race([
  Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  new Promise((resolve) => setTimeout(resolve, 1_000)),
]).then(() => true)`;

export async function axeFindings(page: Page, runOnly = tags): Promise<string[]> {
  // The debugger's evaluation is not bound by the page's content security policy.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  await page.evaluate(settled);
  // Of what passes one node is told, and nothing is fetched for rules that are not among these.
  const options = { resultTypes: ['violations'], preload: false };
  const run = async (context: string, only = runOnly): Promise<axe.AxeResults> =>
    (await page.evaluate(
      `axe.run(${context}, ${JSON.stringify({ ...options, runOnly: only })})`,
    )) as axe.AxeResults;
  const { violations, passes, incomplete } = await run('document');
  if (passes.length + incomplete.length === 0)
    throw new Error('axe looked at nothing: the page is empty.');
  const found = violations.filter(({ id }) => id !== targetSize);
  // What lies under the phone's bar only because of where the page is scrolled to is looked at in the middle.
  for (const { nodes } of violations.filter(({ id }) => id === targetSize))
    for (const { target } of nodes) {
      const selector = JSON.stringify(target.join(' '));
      await page.evaluate(
        `document.querySelector(${selector}).scrollIntoView({ block: 'center' })`,
      );
      found.push(...(await run(selector, [targetSize])).violations);
    }
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, help, target.join(' '), failureSummary ?? ''].join(' | '),
    ),
  );
}
