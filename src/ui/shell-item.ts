import { type IconName } from './icons.ts';

export interface ShellItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** Shown in the desktop rail only; a phone keeps to five tabs. */
  readonly rail?: boolean;
}
