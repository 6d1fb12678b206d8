/** Once everything is erased: what this browser keeps for Comma beside the vault goes, and every leave is given back. */
import { send } from './messages.ts';
import { forgetWishes } from './wishes.ts';

export async function giveBack(): Promise<void> {
  await forgetWishes();
  // The worker takes its scripts out of the pages first, and forgets where the person went.
  await send({ to: 'senses', type: 'wished' });
  await send({ to: 'visits', type: 'erased' });
  const given = await chrome.permissions.getAll();
  const asked = chrome.runtime.getManifest() as chrome.runtime.ManifestV3;
  const required: readonly string[] = [
    ...(asked.host_permissions ?? []),
    ...(asked.content_scripts ?? []).flatMap(({ matches }): string[] => matches ?? []),
  ];
  const optional: readonly string[] = asked.optional_permissions ?? [];
  await chrome.permissions.remove({
    permissions: (given.permissions ?? []).filter((name) => optional.includes(name)),
    origins: (given.origins ?? []).filter((origin) => !required.includes(origin)),
  });
}
