import { describe, expect, it } from 'vitest';
import { isEmptyRichText, sanitiseRichText } from './sanitise-rich-text.js';

describe('sanitising rich text', () => {
  it('keeps what the editor offers', () => {
    const text =
      '<h2>Data</h2><p><strong>We</strong> <em>keep</em> <u>little</u> <s>much</s>.<br />So</p>' +
      '<ul><li>name</li></ul><ol><li>mail</li></ol><blockquote>law</blockquote>';
    expect(sanitiseRichText(text)).toBe(text);
  });

  it('opens links elsewhere, and tells the page there nothing', () => {
    expect(sanitiseRichText('<a href="https://a.example" target="_top">x</a>')).toBe(
      '<a href="https://a.example" rel="noopener noreferrer" target="_blank">x</a>',
    );
    expect(sanitiseRichText('<a href="mailto:a@b.example">x</a>')).toContain('mailto:a@b.example');
  });

  it('lets lines break where an editor put fixed spaces', () => {
    expect(sanitiseRichText('<p>a&nbsp;b\u00a0c</p>')).toBe('<p>a b c</p>');
  });

  it('leaves out what is not on the list, and keeps the words', () => {
    expect(sanitiseRichText('<p style="color:red"><font color=red>red</font></p>')).toBe(
      '<p>red</p>',
    );
    expect(sanitiseRichText('<b>b</b><i>i</i><style>p{}</style><script>x()</script>')).toBe(
      '<strong>b</strong><em>i</em>',
    );
  });

  it('knows a text in which nothing can be read', () => {
    for (const empty of ['', '<p><br /></p>', '<ul><li> </li></ul>']) {
      expect(isEmptyRichText(sanitiseRichText(empty))).toBe(true);
    }
    expect(isEmptyRichText('<p>.</p>')).toBe(false);
  });
});
