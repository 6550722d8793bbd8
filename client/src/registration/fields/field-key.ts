const MAX = 40;

/** "Größe des Hauses" → "grosse-des-hauses", unlike any of those that are taken. */
export function keyFor(label: string, taken: readonly string[], fallback: string): string {
  const words = label
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, MAX - 4)
    .replace(/-+$/, '');
  const base = words || fallback;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(key)) return key;
  }
}
