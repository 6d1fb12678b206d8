/** What every peer is asked: `node PEER.mjs serve FOLDER` and `node PEER.mjs use PORT ENTRIES`. */
const syllables =
  'ka lo mi ren tu sa vel or din pe ya th er nor wi cal mo ru be ta lin so fa gre ne ip ha wo un dra el ki sto ma ve ri'.split(
    ' ',
  );

/** About 800 letters, as an entry of a journal has, the same in every run, of some ten thousand different words. */
export function textOf(index) {
  let state = index + 1;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let text = `entry ${index}:`;
  while (text.length < 800) {
    text += ' ';
    for (let more = 1 + below(3); more > 0; more -= 1) text += syllables[below(syllables.length)];
  }
  return text;
}

export const idOf = (index) => `entry-${String(index).padStart(6, '0')}`;

/** A line of JSON for whoever measures. */
export const tell = (said) => process.stdout.write(`${JSON.stringify(said)}\n`);

/**
 * `use` is given the port and returns the four things that are timed: `push` everything of one device, `pull` it on
 * a fresh one, `edit` one entry until the other device has it, and `nothing`, a round without news.
 */
export async function peer({ serve, use }) {
  const [what, given, many] = process.argv.slice(2);
  if (what === 'serve') {
    tell({ port: await serve(given) });
    return;
  }
  const entries = Number(many);
  const steps = await use(Number(given), entries);
  for (const phase of ['push', 'pull', 'edit', 'nothing']) {
    tell({ begins: phase });
    const begun = performance.now();
    await steps[phase]();
    tell({ phase, ms: performance.now() - begun });
  }
  if ((await steps.count()) !== entries) throw new Error('Not every entry arrived.');
  process.exit(0);
}

export async function until(isSo) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 1));
}
