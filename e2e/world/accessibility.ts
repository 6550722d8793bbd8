import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDE = { width: 1440, height: 900 };
const SCHEMES = ['light', 'dark'] as const;

/** Checks the open page light and dark, wide and at the narrowest width that it promises. */
export async function expectAccessible(page: Page, narrow: 360 | 320): Promise<void> {
  await page.evaluate(axe.source);
  for (const size of [WIDE, { width: narrow, height: 780 }]) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.bringToFront();
      await settle(page);
      const place = `${new URL(page.url()).pathname} ${colorScheme} at ${size.width} px`;
      expect.soft(await findFaults(page), place).toEqual([]);
    }
  }
}

/** What breaks a rule, and what makes the window scroll sideways. */
const findFaults = (page: Page): Promise<string[]> =>
  page.evaluate(async (tags) => {
    const { axe: scanner } = globalThis as unknown as { axe: typeof axe };
    // A bar that stays in sight covers what lies beneath until one scrolls: no target is small for it.
    const bars = [...document.querySelectorAll<HTMLElement>('*')].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    );
    for (const { style } of bars) Object.assign(style, { position: 'relative', inset: 'auto' });
    const { violations } = await scanner.run({ runOnly: tags, resultTypes: ['violations'] });
    for (const { style } of bars) Object.assign(style, { position: '', inset: '' });
    const beyond = document.documentElement.scrollWidth - innerWidth;
    return [
      ...(beyond > 0 ? [`the page is ${beyond} px wider than the window`] : []),
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`,
        ),
      ),
    ];
  }, WCAG_22_AA);

/** Waits until colours stand still: the end of one element's change can begin another's. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // A page behind another one draws no frames.
    const nextFrame = () =>
      new Promise((done) => {
        requestAnimationFrame(done);
        setTimeout(done, 100);
      });
    // In what is folded away, a change that has ended stays listed until it is shown again.
    const isChanging = () =>
      document
        .getAnimations()
        .some((change) => change instanceof CSSTransition && change.playState === 'running');
    for (let quiet = 0; quiet < 3; quiet = isChanging() ? 0 : quiet + 1) await nextFrame();
  });
