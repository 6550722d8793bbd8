import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Cores + 4, as `npm start` sets it. */
const threadPool = String(availableParallelism() + 4);
/** Kernel ticks of 10 ms: what /proc counts CPU time in. */
const msPerTick = 10;

/**
 * Starts one of our programs beside this one. It answers `{ ready }` once, then each message with
 * one message.
 * @param {string} file beside this one
 */
export async function startChild(file, settings) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', UV_THREADPOOL_SIZE: threadPool },
  });
  let pending;
  child.on('message', (answer) => pending.resolve(answer));
  child.on('exit', (code) => pending.reject(new Error(`${file} ended with ${code}.`)));
  const ask = (message) => {
    pending = Promise.withResolvers();
    child.send(message);
    return pending.promise;
  };
  return {
    pid: child.pid,
    ask,
    ready: await ask(settings),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** CPU time that a process has used so far, in ms; with what its ended children used. */
export function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) * msPerTick;
}
