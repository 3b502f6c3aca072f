import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapedLine } from '../markup';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** A chart of one value for each name, as SVG whose colours are variables of the page. */
export interface Chart {
  readonly kind: 'bar' | 'line';
  /** What a screen reader says of it. */
  readonly title: string;
  readonly names: readonly string[];
  /** Undefined where there is no value. */
  readonly values: readonly (number | undefined)[];
  /** The range of the values, where it is not from 0 to the highest. */
  readonly least?: number;
  readonly most?: number;
  /** Writes a value on the axis. */
  readonly print: (value: number) => string;
}

/** Units of the drawing, which is as wide as the page lets it be. */
const SIZE = { width: 900, height: 240 };

/** Draws a chart. It needs no script and no style sheet but the colours. */
export function chartAsSvg({ kind, title, names, values, least, most, print }: Chart): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  const option: EChartsCoreOption = {
    animation: false,
    textStyle: { fontFamily: 'inherit', fontSize: 14 },
    grid: { left: 8, right: 16, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: [...names],
      axisLabel: { color: TEXT, hideOverlap: true },
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      ...(least === undefined ? {} : { min: least }),
      ...(most === undefined ? { minInterval: 1 } : { max: most }),
      axisLabel: { color: TEXT, formatter: print },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      {
        type: kind,
        data: values.map((value) => value ?? '-'),
        itemStyle: { color: MARK },
        lineStyle: { color: MARK, width: 3 },
        barMaxWidth: 48,
        symbol: 'circle',
        symbolSize: 8,
        silent: true,
      },
    ],
  };
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  // The size is left to the page, and style sheets of one chart must not reach another.
  return withoutStyles(svg)
    .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${escapedLine(title)}"`)
    .replace(/ class="[^"]*"/g, '');
}

const [TEXT, LINE, MARK] = ['var(--quiet)', 'var(--line)', 'var(--mark)'];

function withoutStyles(svg: string): string {
  const [first = '', ...others] = svg.split('<style');
  return first + others.map((part) => part.slice(part.indexOf(END) + END.length)).join('');
}

const END = '</style>';
