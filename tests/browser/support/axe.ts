/** Accessibility findings of a page in either browser, as readable lines. */
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page of either driver. */
interface Page {
  evaluate(script: string): Promise<unknown>;
}

/** A theme changes nothing but colours: a page that was looked at whole needs no more in the other one. */
export const inOtherTheme = ['color-contrast', 'link-in-text-block'];

export async function axeFindings(page: Page, runOnly = tags): Promise<string[]> {
  // The debugger's evaluation is not bound by the page's content security policy.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  // Of what passes one node is told, and nothing is fetched for rules that are not among these.
  const options = { runOnly, resultTypes: ['violations'], preload: false };
  const script = `axe.run(document, ${JSON.stringify(options)})`;
  const { violations, passes, incomplete } = (await page.evaluate(script)) as axe.AxeResults;
  if (passes.length + incomplete.length === 0)
    throw new Error('axe looked at nothing: the page is empty.');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, help, target.join(' '), failureSummary ?? ''].join(' | '),
    ),
  );
}
