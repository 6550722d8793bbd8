import { spawn } from 'node:child_process';

/** Thrown by whatever was under way when a person or the system asked us to stop. */
export class Interrupted extends Error {}

/** A command ended with something other than 0; `output` is what it said, when that was kept. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}.`);
    this.code = code;
    this.output = output;
  }
}

/** How long our children may take to end after they were asked to. */
const KILL_AFTER_MS = 20_000;
const children = new Set();
let stoppedBy;

/**
 * Runs a command to its end and resolves to its output. With `show` it writes to our own output
 * instead. Children have a process group of their own, so that Ctrl-C, which the terminal sends to
 * us and npm sends again, reaches them exactly once: from here.
 */
export function run(command, args, { cwd, env, show = false, stdio } = {}) {
  if (stoppedBy) return Promise.reject(new Interrupted());
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: stdio ?? ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  children.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else if (stoppedBy) reject(new Interrupted());
      else reject(new CommandFailed(command, code ?? signal, output));
    });
  }).finally(() => children.delete(child));
}

/**
 * From now on the first SIGINT, SIGTERM or SIGHUP ends all children, and so does the end of the npm
 * that started us; whatever comes after the first changes nothing.
 */
export function forwardSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 1_000).unref();
}

function stop(signal) {
  if (stoppedBy) return;
  stoppedBy = signal;
  signalChildren(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  setTimeout(() => signalChildren('SIGKILL'), KILL_AFTER_MS).unref();
}

function signalChildren(signal) {
  for (const { pid } of children) {
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
