import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

type Encoding = 'br' | 'gzip';

/** Bytes that are ready to send, with their ETag. */
export interface ReadyFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** Compressed when first asked for, then kept: a start waits for none of it. */
  encoded(encoding: Encoding): Promise<Buffer>;
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** @param quality brotli 0 to 11: high for what is built once, low for what follows the configuration */
export const readyFile = (type: string, plain: Buffer, quality: number): ReadyFile => {
  const compress: Record<Encoding, () => Promise<Buffer>> = {
    br: () => toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    gzip: () => toGzip(plain),
  };
  const kept = new Map<Encoding, Promise<Buffer>>();
  return {
    type,
    plain,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    encoded(encoding) {
      const body = kept.get(encoding) ?? compress[encoding]();
      kept.set(encoding, body);
      return body;
    },
  };
};

const buildQuality = 9;

/** Every file below a folder, by its path with `/`. */
export const loadFolder = async (folder: string): Promise<ReadonlyMap<string, ReadyFile>> => {
  const files = new Map<string, ReadyFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files.set(path.slice(folder.length + 1), readyFile(type, await readFile(path), buildQuality));
  }
  return files;
};

/** Files with a content hash in the name never change. */
export const foreverCaching = 'public, max-age=31536000, immutable';
export const revalidatedCaching = 'no-cache';

/** Whether the client has these bytes; a proxy that compresses marks tags as weak. */
const hasAlready = (request: Request, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);

/** Sends the smallest form that the client takes; 304 when it has it already. */
export const sendFile = async (
  request: Request,
  response: Response,
  file: ReadyFile,
  caching: string,
): Promise<void> => {
  response.set({ 'cache-control': caching, etag: file.etag, vary: 'accept-encoding' });
  if (hasAlready(request, file.etag)) {
    response.status(304).end();
    return;
  }
  const encoding = (['br', 'gzip'] as const).find((name) => request.acceptsEncodings(name));
  const body = encoding ? await file.encoded(encoding) : file.plain;
  if (encoding) response.set('content-encoding', encoding);
  response.set({ 'content-type': file.type, 'content-length': String(body.length) });
  response.end(request.method === 'HEAD' ? undefined : body);
};
