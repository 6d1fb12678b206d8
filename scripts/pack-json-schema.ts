import { toJsonSchema } from '@valibot/to-json-schema';

import { packSchema } from '../src/features/packs/pack-schema.ts';

/** For editors and for whoever writes packs with a program; what a text may hold is told in `docs/practice-packs.md`. */
export const packJsonSchema = (): object => ({
  ...toJsonSchema(packSchema, {
    target: 'draft-2020-12',
    ignoreActions: ['readonly'],
    errorMode: 'throw',
  }),
  title: 'Comma practice pack, version 1',
});
