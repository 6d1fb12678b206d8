/** Accessibility findings of a page in either browser, as readable lines. */
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page of either driver. */
interface Page {
  evaluate(script: string): Promise<unknown>;
}

export async function axeFindings(page: Page): Promise<string[]> {
  // The debugger's evaluation is not bound by the page's content security policy.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  const script = `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`;
  const { violations, passes } = (await page.evaluate(script)) as axe.AxeResults;
  if (passes.length === 0) throw new Error('axe looked at nothing: the page is empty.');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, help, target.join(' '), failureSummary ?? ''].join(' | '),
    ),
  );
}
