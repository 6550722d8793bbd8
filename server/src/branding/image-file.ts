import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../platform/result.js';
import type { BrandingImage } from './branding.js';

export type ImageFault = 'INVALID_IMAGE' | 'IMAGE_TOO_LARGE';

/** Bytes. */
const imageMax = 262_144;
/** Pixels in each direction: a small file may be a huge picture. */
const sideMax = 2_000;

interface Seen {
  readonly type: BrandingImage['type'];
  readonly width: number;
  readonly height: number;
}

const seePng = (bytes: Buffer): Seen | null => {
  const starts = bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
  if (!starts || bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

/** Frame headers, but for those that share their range: tables and restart marks. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const seeJpeg = (bytes: Buffer): Seen | null => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    if (isFrame(bytes[at + 1] ?? 0)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { type: 'image/jpeg', width, height };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
};

const seeWebp = (bytes: Buffer): Seen | null => {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const size = (width: number, height: number): Seen => ({ type: 'image/webp', width, height });
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    default:
      return null;
  }
};

/** An uploaded file, known by its bytes and not by what it calls itself. No SVG: it may hold script. */
export const parseImage = (base64: string): Result<BrandingImage, ImageFault> => {
  const text = base64.replace(/^data:[\w/+.-]+;base64,/, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return fail('INVALID_IMAGE');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length > imageMax) return fail('IMAGE_TOO_LARGE');
  const seen = seePng(bytes) ?? seeJpeg(bytes) ?? seeWebp(bytes);
  if (!seen || seen.width < 1 || seen.height < 1) return fail('INVALID_IMAGE');
  if (seen.width > sideMax || seen.height > sideMax) return fail('IMAGE_TOO_LARGE');
  const hash = createHash('sha256').update(bytes).digest('hex');
  return ok({ hash, type: seen.type, bytes });
};
