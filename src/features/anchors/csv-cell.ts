/**
 * One cell of a table as RFC 4180 has it. A spreadsheet would work out what begins like a formula, so that is marked;
 * what looks marked already is marked once more.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
