import type { Bytes } from '../kernel/bytes.ts';

/** Hands the person a file. */
export function saveFile(name: string, content: string | Bytes, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
