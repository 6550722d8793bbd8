import type { Notice } from './notice.js';
import type { NoticeWords } from './notice-words.js';

/** Slack reads these three as markup everywhere. */
const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const plainText = (text: string) => ({ type: 'plain_text', text: escapeSlack(text), emoji: false });

/** Blocks of an incoming webhook of Slack; `text` is what its notifications show. */
export const toSlackMessage = ({ title, facts, link }: NoticeWords, { url }: Notice): object => ({
  text: escapeSlack([title, ...facts.map(({ value }) => value)].join(' · ')),
  unfurl_links: false,
  blocks: [
    { type: 'header', text: plainText(title) },
    { type: 'section', fields: facts.map(({ label, value }) => plainText(`${label}\n${value}`)) },
    { type: 'section', text: { type: 'mrkdwn', text: `<${url}|${escapeSlack(link)}>` } },
  ],
});

/** An adaptive card for a workflow of Teams. Text runs know no markdown, so names stay names. */
export const toTeamsMessage = ({ title, facts, link }: NoticeWords, { url }: Notice): object => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: title, size: 'Medium', weight: 'Bolder', wrap: true },
          ...facts.map(({ label, value }) => ({
            type: 'RichTextBlock',
            spacing: 'Small',
            inlines: [
              { type: 'TextRun', text: `${label}: `, isSubtle: true },
              { type: 'TextRun', text: value },
            ],
          })),
        ],
        actions: [{ type: 'Action.OpenUrl', title: link, url }],
      },
    },
  ],
});
