import { get, type IncomingHttpHeaders } from 'node:http';

export interface Bytes {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body as text; meaningless where it is packed. */
  readonly text: string;
}

/** A GET that leaves the bytes as they came. */
export const getBytes = (
  port: number,
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Bytes> =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, headers: { host, ...headers } };
    get(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, headers: received, body, text: body.toString('utf8') });
      });
    }).on('error', reject);
  });
