import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Island } from '../islands';

use([BarChart, LineChart, PieChart, AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Draws the ECharts option that stands as JSON in the element's <script type="application/json">, in the page's colours. */
export const chart: Island = element => {
  const option = JSON.parse(element.querySelector('script[type="application/json"]')!.textContent!);
  let drawn = init(element, look(), { renderer: 'svg' });
  const draw = () => {
    drawn.dispose();
    drawn = init(element, look(), { renderer: 'svg' });
    drawn.setOption({ animation: false, aria: { enabled: true }, ...option });
  };
  draw();
  new ResizeObserver(() => drawn.resize()).observe(element);
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
};

/** The page's colours as a theme; the option of a page speaks of figures only. */
function look() {
  const of = (name: string) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(--${name})`;
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  const axis = { axisLine: { lineStyle: { color: of('line-strong') } }, axisLabel: { color: of('text-soft') }, splitLine: { lineStyle: { color: of('line') } } };
  return {
    color: ['accent-fill', 'good-fill', 'warn-fill', 'violet-fill', 'bad-fill', 'calm-fill'].map(of),
    textStyle: { color: of('text-soft'), fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 10, itemHeight: 10, textStyle: { color: of('text-soft') } },
    tooltip: { trigger: 'axis', backgroundColor: of('surface-raised'), borderColor: of('line'), textStyle: { color: of('text') } },
    bar: { barMaxWidth: 32, itemStyle: { borderRadius: [3, 3, 0, 0] } },
    categoryAxis: axis, valueAxis: axis, timeAxis: axis,
  };
}
