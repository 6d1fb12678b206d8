/** What is pressed on a screen about prompts on the phone, and what came of it in words. */
import type { PhonePromptsState } from './phone-prompts.svelte.ts';

export class PhonePress {
  readonly #phone: () => PhonePromptsState;
  #said = $state('');

  constructor(phone: () => PhonePromptsState) {
    this.#phone = phone;
  }

  get said(): string {
    return this.#said;
  }

  /** `done`: what there is to say when it went well. */
  async run(act: () => Promise<boolean>, done: string): Promise<void> {
    this.#said = '';
    if (await act()) this.#said = done;
    await this.#phone().look();
  }
}
