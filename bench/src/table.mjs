const columns = [
  ['path', ({ name }) => name],
  ['a second', ({ figure }) => rounded(figure)],
  ['p50, p99 ms', ({ p50, p99 }) => `${rounded(p50)}, ${rounded(p99)}`],
  ['limit', ({ limitName, limit }) => `${limitName}: ${rounded(limit)}`],
  ['ratio', ({ ratio }) => ratio.toFixed(2)],
  ['budget', ({ budget }) => budget.toFixed(2)],
  ['', ({ ratio, budget }) => (ratio >= budget ? 'met' : 'missed')],
  ['CPU ms of the limit', ({ limitCpu }) => limitCpu.toFixed(2)],
  ['of the server', ({ server }) => server.toFixed(2)],
  ['of PostgreSQL', ({ postgres }) => postgres.toFixed(2)],
];

const rounded = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** A Markdown table of the results. */
export function formatTable(results) {
  const rows = [
    columns.map(([title]) => title),
    columns.map(() => '---'),
    ...results.map((result) => columns.map(([, cell]) => cell(result))),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
