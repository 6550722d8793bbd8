import { describe, expect, it } from 'vitest';
import { isEmpty, ofBreakdown, ofRegistrations } from './chart-data';
import { toChartOption, type ChartLook } from './chart-option';

const look: ChartLook = {
  ...{ text: '#111', muted: '#555', line: '#ddd', surface: '#fff', font: 'Inter' },
  palette: ['#123456', '#654321'],
};
const byType = ofBreakdown(
  [
    { value: 'thermostat', count: 3 },
    { value: null, count: 1 },
  ],
  'Devices',
  'none',
);

describe('chart', () => {
  it.each(['BARS', 'DONUT', 'LINE'] as const)('%s has no tip made of HTML', (kind) => {
    expect(toChartOption(kind, byType, look).tooltip).toMatchObject({ renderMode: 'richText' });
  });

  it('shows what has no value under a word for it', () => {
    const { xAxis, series } = toChartOption('BARS', byType, look);
    expect(xAxis).toMatchObject({ data: ['thermostat', 'none'] });
    expect(series).toMatchObject([{ name: 'Devices', data: [3, 1] }]);
  });

  it('names the parts of a donut', () => {
    const { series, legend } = toChartOption('DONUT', byType, look);
    expect(series).toMatchObject([{ data: [{ name: 'thermostat', value: 3 }, { name: 'none' }] }]);
    expect(legend).toBeDefined();
  });

  it('draws registrations and activations in the colours of the page', () => {
    const data = ofRegistrations(
      [{ date: '2026-11-22', registered: 2, activated: 1 }],
      { registered: 'Registered', activated: 'Activated' },
      (date) => date.slice(5),
    );
    const option = toChartOption('LINE', data, look);
    expect(option.xAxis).toMatchObject({ data: ['11-22'] });
    expect(option.color).toEqual(look.palette);
    expect(option.legend).toBeDefined();
  });

  it('is empty when nothing was counted', () => {
    expect(isEmpty(byType)).toBe(false);
    expect(isEmpty(ofBreakdown([], 'Devices', 'none'))).toBe(true);
  });
});
