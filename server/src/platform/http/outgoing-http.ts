import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { bareHost, outgoingAddressFault, type OutgoingRules } from './outgoing-address.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of a call. Nothing of it repeats the address, which may be a secret. */
export type OutgoingAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The beginning of the body, as text. */
      readonly text: string;
    }
  /** It was not called: the address may not be, or its name stands for one that may not. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** One POST to an address that a tenant typed; never throws for faults of the far side. */
export type PostOut = (post: OutgoingPost) => Promise<OutgoingAnswer>;

/** The name's addresses; a part of its own so that tests can answer for a name. */
export type ResolveHost = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

interface Options extends OutgoingRules {
  /** Time for the whole exchange in ms. */
  readonly deadlineMs?: number;
  readonly resolveHost?: ResolveHost;
}

/** Bytes of an answer that are read; the rest is not waited for. */
const mostAnswerBytes = 16_384;

const notPublic = 'The address is not one of the public internet.';

class Refusal extends Error {}

/** @throws Refusal when any of the name's addresses may not be called: a name can't mix them */
const resolveAllowed = async (
  url: URL,
  rules: OutgoingRules,
  resolveHost: ResolveHost,
): Promise<{ address: string; family: number }> => {
  const host = bareHost(url);
  const family = isIP(host);
  const found = family === 0 ? await resolveHost(host) : [{ address: host, family }];
  const mayCall = (address: string): boolean =>
    isPublicAddress(address) || (rules.allowLoopback && family !== 0 && isLoopbackAddress(address));
  const [first] = found;
  if (!first || !found.every(({ address }) => mayCall(address))) throw new Refusal(notPublic);
  return first;
};

const readCapped = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= mostAnswerBytes) break;
  }
  answer.destroy();
  return Buffer.concat(chunks).subarray(0, mostAnswerBytes).toString('utf8');
};

/** Connects to the address that was checked, whatever the name stands for by now. */
const pinnedTo =
  ({ address, family }: { address: string; family: number }): LookupFunction =>
  (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };

const send = (
  url: URL,
  post: OutgoingPost,
  pinned: { address: string; family: number },
  signal: AbortSignal,
): Promise<OutgoingAnswer> =>
  new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const call = start(url, {
      method: 'POST',
      headers: { ...post.headers, 'content-length': String(Buffer.byteLength(post.body)) },
      lookup: pinnedTo(pinned),
      agent: false,
      signal,
    });
    call.on('error', reject);
    call.on('response', (answer) => {
      readCapped(answer).then(
        (text) => resolve({ kind: 'answered', status: answer.statusCode ?? 0, text }),
        reject,
      );
    });
    call.end(post.body);
  });

/** Names the fault in words; of the network's own only the code, which holds no address. */
const toFault = (error: unknown): OutgoingAnswer => {
  if (error instanceof Refusal) return { kind: 'refused', reason: error.message };
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AbortError' || name === 'TimeoutError') {
    return { kind: 'unreachable', reason: 'There was no answer in time.' };
  }
  if (code === 'ENOTFOUND') return { kind: 'unreachable', reason: 'The host name is not known.' };
  return { kind: 'unreachable', reason: `It could not be reached (${code ?? 'unknown'}).` };
};

/**
 * The only way out to addresses that tenants type (security rules, «Content»): https, never to a
 * private, loopback or link-local address, pinned to the address that was checked, no redirect is
 * followed, a deadline, and a cap on what is read.
 */
export const createPostOut =
  ({ deadlineMs = 10_000, resolveHost = resolveByDns, ...rules }: Options): PostOut =>
  async (post) => {
    if (outgoingAddressFault(post.url, rules)) return { kind: 'refused', reason: notPublic };
    const url = new URL(post.url);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const pinned = await withDeadline(resolveAllowed(url, rules, resolveHost), signal);
      return await send(url, post, pinned, signal);
    } catch (error) {
      return toFault(error);
    }
  };

const resolveByDns: ResolveHost = (host) => lookup(host, { all: true });

/** A name server that says nothing must not hold a worker either. */
const withDeadline = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
