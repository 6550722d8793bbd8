import { spawn } from 'node:child_process';

/** Thrown by whatever was under way when a person or the system asked us to stop. */
export class Interrupted extends Error {}

/** A command ended with an exit code other than 0, which is `code`, or by the signal `code`. */
class CommandFailed extends Error {
  constructor(command, code, output, shown) {
    super(`${command} ended with ${code}.`);
    this.code = code;
    /** What it said, when that was kept. */
    this.output = output;
    /** Whether a person has seen what it said, so that its code alone needs no words. */
    this.shown = shown && typeof code === 'number';
  }
}

/** How long our children may take to end after they were asked to. */
const KILL_AFTER_MS = 20_000;
const children = new Set();
let stoppedBy;

/**
 * Runs a command to its end and resolves to its output. With `show` it writes to our own output
 * instead; with `ipc` it notices our end. Children have a process group of their own, so that Ctrl-C, which the terminal sends to
 * us and npm sends again, reaches them exactly once: from here.
 */
export function run(command, args, { cwd, env, show = false, ipc = false, timeoutMs } = {}) {
  if (stoppedBy) return Promise.reject(new Interrupted());
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: [
      'ignore',
      ...(show ? ['inherit', 'inherit'] : ['pipe', 'pipe']),
      ...(ipc ? ['ipc'] : []),
    ],
  });
  children.add(child);
  const timer = timeoutMs && setTimeout(() => signal(child, 'SIGKILL'), timeoutMs);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else if (stoppedBy) reject(new Interrupted());
      else reject(new CommandFailed(command, code ?? signal, output, show));
    });
  }).finally(() => {
    clearTimeout(timer);
    children.delete(child);
  });
}

/**
 * From now on the first SIGINT, SIGTERM or SIGHUP ends all children, and so does the end of the npm
 * that started us; whatever comes after the first changes nothing.
 */
export function forwardSignals() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop(name));
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 1_000).unref();
}

function stop(name) {
  if (stoppedBy) return;
  stoppedBy = name;
  signalChildren(name === 'SIGHUP' ? 'SIGTERM' : name);
  setTimeout(() => signalChildren('SIGKILL'), KILL_AFTER_MS).unref();
}

function signalChildren(name) {
  for (const child of children) signal(child, name);
}

/** To the child and whatever it started in its process group. */
function signal({ pid }, name) {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
