/** The arrows of src/README.md: imports point down, never sideways or up. */
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

const inSrc = (...parts: string[]): string => `^src/(${parts.join('|')})`;
/** Rules live in plain modules; `x.svelte.ts` is state and may reach further. */
const rulesOfFeatures = '^src/features/.*(?<!\\.svelte)\\.ts$';

export const arrows: IForbiddenRuleType[] = [
  { name: 'every import resolves', from: {}, to: { couldNotResolve: true } },
  { name: 'no cycles', from: {}, to: { circular: true } },
  {
    name: 'the core knows no shell',
    from: { path: '^src/' },
    to: { path: '^(extension|pwa|relay|scripts|tests)/' },
  },
  {
    name: 'shells do not know each other',
    from: { path: '^(extension|pwa)/' },
    to: { path: '^(extension|pwa|relay)/', pathNot: '^$1/' },
  },
  {
    name: 'nothing that ships imports a test',
    from: { path: '^(src|extension|pwa|relay|scripts)/' },
    to: { path: '^tests/' },
  },
  {
    name: 'the relay sees only the protocol and the kernel',
    from: { path: '^relay/' },
    to: {
      path: '^(src|extension|pwa|scripts)/',
      pathNot: inSrc('kernel/', 'sync/protocol/'),
    },
  },
  {
    name: 'the protocol imports only the kernel',
    from: { path: inSrc('sync/protocol/') },
    to: { pathNot: inSrc('sync/protocol/', 'kernel/') },
  },
  {
    name: 'the kernel imports nothing but the diff of words',
    from: { path: inSrc('kernel/') },
    to: { pathNot: [inSrc('kernel/'), 'node_modules/@jest/diff-sequences/'] },
  },
  {
    name: 'content imports only the kernel',
    from: { path: inSrc('content/') },
    to: { pathNot: inSrc('content/', 'kernel/') },
  },
  {
    name: 'the vault knows no sync',
    from: { path: inSrc('vault/') },
    to: { path: inSrc('sync/') },
  },
  {
    name: 'vault and sync know no features',
    from: { path: inSrc('vault/', 'sync/') },
    to: { path: inSrc('features/', 'content/', 'ui/', 'app/') },
  },
  {
    name: 'ui knows no features',
    from: { path: inSrc('ui/') },
    to: { path: inSrc('features/', 'content/', 'vault/', 'sync/', 'app/') },
  },
  {
    name: 'only shells import the app',
    from: { path: '^src/', pathNot: inSrc('app/') },
    to: { path: inSrc('app/') },
  },
  {
    name: 'features do not meet',
    from: { path: '^src/features/([^/]+)/' },
    to: { path: '^src/features/', pathNot: '^src/features/$1/' },
  },
  {
    name: 'rules know no storage, no screen and no shell',
    from: { path: rulesOfFeatures },
    to: {
      path: inSrc('vault/', 'sync/', 'ui/', 'app/', 'ports'),
      dependencyTypesNot: ['type-only'], // the name of an icon is data
    },
  },
  {
    name: 'plain modules know no svelte',
    from: { path: '^src/(kernel|content|vault|sync|features)/.*(?<!\\.svelte)\\.ts$' },
    to: { path: '(\\.svelte(\\.ts)?$|(^|/)node_modules/svelte/)' },
  },
  {
    name: 'components do not touch storage',
    from: { path: '^src/.*\\.svelte$' },
    to: { path: ['^src/(vault|sync)/', '/dexie/'] },
  },
  {
    name: 'only the vault knows dexie',
    from: { path: '^(src|extension|pwa)/', pathNot: inSrc('vault/') },
    to: { path: '/dexie/' },
  },
];

/** Names one rule and the import that broke it. */
export interface Violation {
  readonly rule: string;
  readonly between: string;
}

export async function violations(
  baseDir: string,
  folders: string[],
): Promise<{ readonly found: Violation[]; readonly cruised: number }> {
  const { output } = await cruise(folders, {
    baseDir,
    ruleSet: { forbidden: arrows.map((rule) => ({ severity: 'error', ...rule })) },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.svelte', '.js'],
      conditionNames: ['svelte', 'import', 'types'],
    },
  });
  const { summary } = output as ICruiseResult;
  return {
    found: summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      between: `${from} → ${to}`,
    })),
    cruised: summary.totalCruised,
  };
}
