import type { Page } from 'playwright-core';

/** The page reads this moment when it opens, in this zone, and time goes on from there. */
export async function standsAt(page: Page, moment: string, zone: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: zone });
  await page.addInitScript((at) => {
    const real = Date.now.bind(Date);
    const ahead = at - real();
    Date.now = () => real() + ahead;
  }, Date.parse(moment));
}
