/** One more build inside a build, of a file that stands apart from all the others. */
import { build, type InlineConfig, type ResolvedConfig, type Rolldown } from 'vite';

/** Nothing is written; `more` says what is built, and how. */
export async function buildApart(
  { root, mode, define }: ResolvedConfig,
  more: InlineConfig,
): Promise<(Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const built = await build({
    configFile: false,
    root,
    mode,
    logLevel: 'warn',
    publicDir: false,
    define: define ?? {},
    ...more,
    build: { ...more.build, write: false },
  });
  return [built].flat().flatMap((each) => ('output' in each ? each.output : []));
}
