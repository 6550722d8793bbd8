import { describe, expect, it } from 'vitest';
import { contrastOf, leastContrast, readableOn, textOn } from './colours.js';
import { noBranding } from './branding.js';
import { parseImage } from './image-file.js';
import { parseBranding } from './parse-branding.js';
import { styleSheetOf } from './stylesheet.js';

const png = (width = 2, height = 2): Buffer => {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

const colours = ['#ffffff', '#000000', '#4353d6', '#ffcc00', '#808080', '#777777', '#ff0000'];

describe('colours', () => {
  it('are compared as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#123456', '#123456')).toBe(1);
  });

  it.each(colours)(
    '%s carries a text that can be read, and makes links that can be read',
    (hex) => {
      expect(contrastOf(hex, textOn(hex))).toBeGreaterThanOrEqual(leastContrast);
      for (const surface of ['#ffffff', '#191c27']) {
        expect(contrastOf(readableOn(hex, surface), surface)).toBeGreaterThanOrEqual(leastContrast);
      }
    },
  );

  it('become a style sheet, and nothing else does', () => {
    expect(styleSheetOf(noBranding)).toBeNull();
    const css = styleSheetOf({ ...noBranding, primaryColor: '#ffcc00' }) ?? '';
    expect(css).toContain('--accent:#ffcc00;');
    expect(css).toContain('--on-accent:#000000');
    expect(css).toMatch(/^[\w\s#:;{}@()!.-]+$/);
  });

  it('reach the signed-out pages of the console, which keep their own where it is dark', () => {
    const css = styleSheetOf({ ...noBranding, backgroundColor: '#eef7f1' }) ?? '';
    expect(css).toMatch(/^:root:root\{--gh-page:#eef7f1;/m);
    expect(css).toMatch(/^:root:root\.dark\{--gh-page:var\(--gh-bg\);/m);
  });
});

describe('an image', () => {
  it('is known by its bytes', () => {
    const parsed = parseImage(`data:image/svg+xml;base64,${png().toString('base64')}`);
    expect(parsed).toMatchObject({ ok: true, value: { type: 'image/png' } });
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML that calls itself PNG', Buffer.from('\x89PNG<script>alert(1)</script>')],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG without a picture', Buffer.from('ffd8ffd9', 'hex')],
    ['a picture of no width', png(0, 9)],
  ])('is not %s', (_what, bytes) => {
    expect(parseImage(bytes.toString('base64'))).toEqual({ ok: false, failure: 'INVALID_IMAGE' });
  });

  it('is neither heavy nor huge', () => {
    const heavy = Buffer.concat([png(), Buffer.alloc(262_144)]);
    for (const bytes of [heavy, png(2_001, 2), png(2, 2_001)]) {
      expect(parseImage(bytes.toString('base64'))).toMatchObject({ failure: 'IMAGE_TOO_LARGE' });
    }
  });
});

describe('what is typed', () => {
  const faults = (input: object): string[] => {
    const parsed = parseBranding(noBranding, input);
    return parsed.ok ? [] : parsed.failure.map(({ field, code }) => `${field.at(-1)} ${code}`);
  };

  it('is checked, all faults at once', () => {
    const input = {
      title: 'x'.repeat(101),
      supportContact: 'javascript:alert(1)',
      primaryColor: 'red;}body{display:none',
      backgroundColor: '#333333',
      logo: 'no image',
    };
    expect(faults(input)).toEqual([
      ...['title TOO_LONG', 'supportContact INVALID_CONTACT', 'primaryColor INVALID_COLOR'],
      ...['backgroundColor LOW_CONTRAST', 'logo INVALID_IMAGE'],
    ]);
  });

  it.each(['help@acme.example', 'https://acme.example/help'])(
    'may be the contact %s',
    (contact) => {
      expect(faults({ supportContact: contact })).toEqual([]);
    },
  );
});
