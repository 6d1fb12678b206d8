/** What Comma says, in the person's language. A new language is a folder beside `en` and a line here. */
import { english } from './en/index.ts';
import type { Content } from './schema.ts';

const languages: readonly Content[] = [english];

/** The first language we speak of those the person prefers (BCP 47, best first); English when none. */
export function contentFor(preferred: readonly string[]): Content {
  for (const tag of preferred) {
    const spoken = languages.find(({ language }) => language === tag.split('-')[0]?.toLowerCase());
    if (spoken) return spoken;
  }
  return english;
}
