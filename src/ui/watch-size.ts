/**
 * Hears of an element's size in the frame after it changed. Whoever draws by it may change the size once more, and
 * within one frame a browser calls that a loop.
 */
export function watchSize(element: Element, changed: () => void): () => void {
  let frame = 0;
  const watch = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(changed);
  });
  watch.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    watch.disconnect();
  };
}
