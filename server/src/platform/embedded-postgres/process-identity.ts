import { readFileSync } from 'node:fs';

/**
 * When the process with this id was started, in clock ticks since the machine's start; undefined
 * when there is none, or only the remains of one that nobody has collected yet.
 */
export function startTimeOf(pid: number): string | undefined {
  const stat = readProcessFile(pid, 'stat');
  // The name in brackets may hold blanks and brackets itself, so count from the last one.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === undefined || state === 'Z' || state === 'X' ? undefined : fields[18];
}

/** Whether the process with this id is a PostgreSQL server on this data directory. */
export function isPostgresOn(pid: number, cluster: string): boolean {
  const [program, ...args] = readProcessFile(pid, 'cmdline')?.split('\0') ?? [];
  return (
    startTimeOf(pid) !== undefined && !!program?.endsWith('postgres') && args.includes(cluster)
  );
}

function readProcessFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}
