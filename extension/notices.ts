/** Notifications of the system, in a form that each browser takes. */
import { contentFor } from '#core/content/index.ts';
import type { Prompt } from '#core/features/pauses/prompt.ts';
import type { NoticeWords } from '#core/ports.ts';

type Options = chrome.notifications.NotificationCreateOptions;

const noticeId = 'pause:';

/** What the person can answer on the notification itself, in the order of its buttons; a tap on it is “here”. */
const answers = ['snoozed', 'notNow'] as const;
type Answer = 'here' | (typeof answers)[number];

const words = (): ReturnType<typeof contentFor>['words'] => contentFor(navigator.languages).words;

/** Richest first: Firefox throws on whatever it does not know, and the notification would be lost. */
const forms: readonly (() => Partial<Options>)[] = [
  () => ({ silent: true, buttons: [{ title: 'Later' }, { title: words().pause.notNow }] }),
  () => ({}),
];

/** Without the optional permission the API is absent, though in Firefox its name still stands there. */
function isAllowed(): boolean {
  const { notifications } = chrome as Partial<typeof chrome>;
  return notifications !== undefined;
}

/** False when the person or, where the browser says so, the system keeps notifications back. */
export async function isLetThrough(): Promise<boolean> {
  if (!isAllowed()) return false;
  const notifications: Partial<typeof chrome.notifications> = chrome.notifications;
  return ((await notifications.getPermissionLevel?.()) ?? 'granted') === 'granted';
}

export async function createNotice(id: string, { title, body }: NoticeWords): Promise<boolean> {
  const least = {
    type: 'basic',
    title,
    message: body,
    iconUrl: chrome.runtime.getURL('icons/128.png'),
  } as const;
  for (const form of forms)
    try {
      await chrome.notifications.create(id, { ...form(), ...least });
      return true;
    } catch {
      // The next form asks for less.
    }
  return false;
}

/** False while the person or the system does not allow it. */
export async function showNotice(slot: string, { name, notice }: Prompt): Promise<boolean> {
  if (!(await isLetThrough())) return false;
  const { title, body } = words().notification;
  const named = notice === 'named' && name !== '';
  return createNotice(noticeId + slot, { title, body: named ? name : body });
}

export async function clearNotice(): Promise<void> {
  if (!isAllowed()) return;
  const shown = Object.keys(await chrome.notifications.getAll());
  for (const id of shown) if (id.startsWith(noticeId)) await chrome.notifications.clear(id);
}

/** Tells what the person answered on the notification itself; set again once the permission is there. */
export function onNoticeAnswered(answered: (answer: Answer, slot: string) => void): void {
  const tell = (answer: Answer | undefined, id: string): void => {
    if (answer && id.startsWith(noticeId)) answered(answer, id.slice(noticeId.length));
  };
  const tapped = (id: string): void => {
    tell('here', id);
  };
  const pressed = (id: string, button: number): void => {
    tell(answers[button], id);
  };
  const listen = (): void => {
    chrome.notifications.onClicked.addListener(tapped);
    // Absent where notifications have no buttons.
    (chrome.notifications as Partial<typeof chrome.notifications>).onButtonClicked?.addListener(
      pressed,
    );
  };
  if (isAllowed()) listen();
  chrome.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('notifications')) listen();
  });
}
