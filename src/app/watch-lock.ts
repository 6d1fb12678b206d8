/** Closes the lock of this page when any window closes it, by keys from every screen, and by itself after a while. */
import type { LockKeys } from '../ports.ts';
import { keepLeft } from '../vault/lock/keep-later.ts';
import { countShifts, leaveInHurry, mostShifts, saveAsItGoes, type LeavablePage } from './hurry.ts';
import { keepPlanReadable } from './leave-readable.ts';
import { readLockAfter, touchLock, touchedLast } from './lock-after.ts';

/** How often it is looked whether somebody was there (chosen). */
const lookMs = 10_000;

/** One page as its lock sees it. */
interface LockablePage extends LeavablePage {
  lockChanged(): void;
}

/** Everything that was open goes with the page: no list of what to forget could be as whole. */
async function leave(page: LockablePage): Promise<void> {
  page.cover();
  await saveAsItGoes(page.vault);
  page.vault.shut();
  location.reload();
}

export async function watchLock(page: LockablePage): Promise<void> {
  const keys = await page.ports.lockKeys();
  const { vault } = page;
  watchHurry(page, keys);
  keepPlanReadable(vault);
  const look = watchStillness(page, keys);
  keys.onChange(() => void hear());

  async function hear(): Promise<void> {
    if (!vault.isLocked && vault.lock && (await keys.get()) === null) await leave(page);
    else {
      await vault.reloadKeyring();
      page.lockChanged();
      // Who unlocks in a popup may be gone in a moment.
      await look();
    }
  }

  // The key may have come, or gone, while nobody listened yet.
  if (vault.isLocked || (vault.lock && (await keys.get()) === null)) void hear();
  // The page that turned the lock off may have been closed in the midst of it.
  else void keepLeft(vault);
}

function watchHurry(page: LockablePage, keys: LockKeys): void {
  const isOpen = (): boolean => page.vault.lock !== null && !page.vault.isLocked;
  addEventListener(
    'keydown',
    (event) => {
      if (event.altKey && event.shiftKey && event.code === 'KeyL' && isOpen()) {
        event.preventDefault();
        void keys.drop();
      }
    },
    { capture: true },
  );
  countShifts(page.ports.clock.mono, (count) => {
    if (count === mostShifts && page.vault.lock !== null) void leaveInHurry(page);
  });
}

/** What it returns looks whether the time is over, and sees to it that the lock closes in time. */
function watchStillness(page: LockablePage, keys: LockKeys): () => Promise<void> {
  const { clock } = page.ports;
  const touch = (): void => {
    if (page.vault.lock) touchLock(clock.wall());
  };
  for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    addEventListener(name, touch, { capture: true, passive: true });
  async function look(): Promise<void> {
    if (!page.vault.lock || page.vault.isLocked) return;
    const minutes = await readLockAfter(page.vault.db);
    const at = minutes > 0 ? touchedLast() + minutes * 60_000 : null;
    if (at !== null && clock.wall() >= at) await keys.drop();
    else keys.dropAt?.(at);
  }
  // A page that opens is a touch, though none that comes in time for a lock whose time was over.
  void look().then(touch);
  setInterval(() => void look(), lookMs);
  document.addEventListener('visibilitychange', () => void look());
  return look;
}
