import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { outgoingAddressFault } from './outgoing-address.js';
import { createPostOut } from './outgoing-http.js';
import { isPublicAddress } from './public-address.js';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

let calls = 0;
const listen = async (answer: RequestListener): Promise<string> => {
  calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
};

const post = (url: string) => ({ url, headers: { 'content-type': 'text/plain' }, body: 'Grüße' });
const open = createPostOut({ allowLoopback: true, deadlineMs: 500 });

describe('addresses', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
    ...['100.64.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1', '::1', '::', 'fe80::1'],
    ...['fc00::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1'],
    ...['2002:7f00:1::', 'ff02::1', 'fec0::1', 'not an address'],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '::ffff:1.1.1.1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['https://hooks.example.com/services/T0/B0', null],
    ['https://93.184.215.14/x', null],
    ['http://hooks.example.com/', 'NOT_HTTPS'],
    ['http://127.0.0.1:8080/', 'NOT_HTTPS'],
    ['https://127.0.0.1/', 'NOT_PUBLIC'],
    ['https://2130706433/', 'NOT_PUBLIC'],
    ['https://0x7f.1/', 'NOT_PUBLIC'],
    ['https://[::1]/', 'NOT_PUBLIC'],
    ['https://[::ffff:10.0.0.1]/', 'NOT_PUBLIC'],
    ['https://localhost/', 'NOT_PUBLIC'],
    ['https://metadata.google.internal/', 'NOT_PUBLIC'],
    ['https://user:password@example.com/', 'HAS_CREDENTIALS'],
    ['ftp://example.com/', 'NOT_AN_ADDRESS'],
    ['example.com', 'NOT_AN_ADDRESS'],
    [`https://example.com/${'x'.repeat(2_000)}`, 'NOT_AN_ADDRESS'],
  ])('%s: %s', (url, fault) => {
    expect(outgoingAddressFault(url, { allowLoopback: false })).toBe(fault);
  });

  it('lets the operator allow this machine, and no other private address', () => {
    const rules = { allowLoopback: true };
    expect(outgoingAddressFault('http://127.0.0.1:9000/x', rules)).toBeNull();
    expect(outgoingAddressFault('http://10.0.0.1/x', rules)).toBe('NOT_HTTPS');
    expect(outgoingAddressFault('https://10.0.0.1/x', rules)).toBe('NOT_PUBLIC');
  });
});

describe('a call', () => {
  it('posts the body and reads the answer', async () => {
    const url = await listen((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.writeHead(202).end(`${request.method} ${body}`));
    });
    expect(await open(post(url))).toEqual({ kind: 'answered', status: 202, text: 'POST Grüße' });
  });

  it('follows no redirect', async () => {
    const target = await listen((_request, response) => response.end('secret'));
    const url = await listen((_request, response) =>
      response.writeHead(302, { location: target }).end(),
    );
    expect(await open(post(url))).toMatchObject({ kind: 'answered', status: 302, text: '' });
    expect(calls).toBe(1);
  });

  it('gives up at the deadline, also in the middle of an answer', async () => {
    const silent = await listen(() => undefined);
    const late = { kind: 'unreachable', reason: 'There was no answer in time.' };
    expect(await open(post(silent))).toEqual(late);
    const slow = await listen((_request, response) => void response.write('a'));
    expect(await open(post(slow))).toMatchObject({ kind: 'unreachable' });
  });

  it('reads no more than 16 KiB', async () => {
    const url = await listen((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(8_192)));
        response.once('drain', more);
      };
      more();
    });
    const answer = await open(post(url));
    expect(answer.kind === 'answered' && answer.text.length).toBe(16_384);
  });

  it('calls nothing on this machine unless the operator says so', async () => {
    const url = await listen((_request, response) => response.end());
    const answer = await createPostOut({ allowLoopback: false })(post(url));
    expect(answer.kind).toBe('refused');
    expect(calls).toBe(0);
  });

  it.each([
    [[{ address: '10.0.0.5', family: 4 }]],
    [[{ address: '127.0.0.1', family: 4 }]],
    [
      [
        { address: '93.184.215.14', family: 4 },
        { address: '::1', family: 6 },
      ],
    ],
    [[]],
  ])('refuses a public name that stands for %j', async (addresses) => {
    const resolveHost = () => Promise.resolve(addresses);
    const call = createPostOut({ allowLoopback: true, resolveHost });
    expect((await call(post('https://rebind.example.com/'))).kind).toBe('refused');
  });

  it('says so when the name is not known', async () => {
    const resolveHost = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    const call = createPostOut({ allowLoopback: false, resolveHost });
    expect(await call(post('https://nowhere.example.com/'))).toEqual({
      kind: 'unreachable',
      reason: 'The host name is not known.',
    });
  });
});
