import { connect } from 'node:net';

/**
 * @typedef {object} Request
 * @property {Buffer} bytes
 * @property {(answer: { status: number, head: string, body: Buffer }) => void} check throws when the
 *   answer is wrong
 */

/**
 * A closed loop over keep-alive connections: each sends its next request when the answer to the
 * last one is there. Written on bare sockets, because a client library would be the bottleneck.
 *
 * @param {object} run
 * @param {number} run.port of 127.0.0.1
 * @param {number} run.connections
 * @param {number} [run.seconds] ends the run; without it the requests do
 * @param {() => Request | null} run.next the next request, or null when there is none left
 * @returns {Promise<{ count: number, perSecond: number, p50: number, p99: number }>} times in ms
 */
export async function runClosedLoop({ port, connections, seconds, next }) {
  const started = performance.now();
  const end = started + (seconds ?? 3_600) * 1_000;
  const times = [];
  const loops = Array.from({ length: connections }, () =>
    oneConnection({ port, isOver: () => performance.now() >= end, next, times }),
  );
  await Promise.all(loops);
  const elapsed = (performance.now() - started) / 1_000;
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { count: times.length, perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

function oneConnection({ port, isOver, next, times }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received = Buffer.alloc(0);
    let request = null;
    let sentAt = 0;
    const fail = (error) => {
      socket.destroy();
      reject(error);
    };
    const send = () => {
      request = isOver() ? null : next();
      if (request === null) {
        socket.end();
        return resolve();
      }
      sentAt = performance.now();
      socket.write(request.bytes);
    };
    socket.on('connect', send);
    socket.on('error', fail);
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = takeAnswer(received);
      if (!answer) return;
      received = Buffer.alloc(0);
      times.push(performance.now() - sentAt);
      try {
        request.check(answer);
        send();
      } catch (error) {
        fail(error);
      }
    });
  });
}

/** One whole answer with a content-length, or null while some of it is missing. */
function takeAnswer(bytes) {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = bytes.latin1Slice(0, headEnd);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN);
  if (Number.isNaN(length)) throw new Error(`An answer without a length:\n${head}`);
  const body = bytes.subarray(headEnd + 4);
  return body.length < length ? null : { status: Number(head.slice(9, 12)), head, body };
}

/** The bytes of a request. @param {Record<string, string>} headers */
export function requestOf(method, path, headers, body = '') {
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) });
  const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n\r\n${body}`);
}
