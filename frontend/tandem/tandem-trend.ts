import { LitElement, html, css } from 'lit';

/** What the server tells: see TrendChart. */
interface Drawing {
  points: { day: string; score: number | null; low: number; high: number; fresh: boolean }[];
  marks: { day: string; name: string }[];
  line: { score: number; name: string };
  locale: string;
  scoreName: string;
}

/** The one chart: a score over days, its range, a target line and marked days. ECharts comes only when one is shown. */
class TandemTrend extends LitElement {
  static properties = { drawing: { type: String } };
  static styles = css`:host { display: block; } div { width: 100%; height: 100%; }`;
  declare drawing: string;
  private chart: any;
  private resized = new ResizeObserver(() => this.chart?.resize());
  private scheme = matchMedia('(prefers-color-scheme: dark)');
  private redraw = () => this.draw();

  render() { return html`<div></div>`; }

  connectedCallback() {
    super.connectedCallback();
    this.scheme.addEventListener('change', this.redraw);
    this.resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.scheme.removeEventListener('change', this.redraw);
    this.resized.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  updated() { void this.draw(); }

  /** Aura's and our colours are light-dark() expressions: only an element knows what they are now. */
  private colour(expression: string): string {
    const probe = document.createElement('span');
    probe.style.color = expression;
    this.renderRoot.appendChild(probe); // a child of the host itself has no style: nothing shows it
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  }

  private async draw() {
    if (!this.drawing) return;
    const echarts = await import('./echarts-parts');
    const target = this.renderRoot.querySelector('div');
    if (!target || !this.isConnected) return;
    this.chart ??= echarts.init(target, undefined, { renderer: 'svg' });
    this.chart.setOption(this.option(JSON.parse(this.drawing)), true);
  }

  private option(d: Drawing) {
    const ink = this.colour('var(--ink-quiet)'), line = this.colour('var(--line)'), blue = this.colour('var(--blue)');
    const pale = this.colour('var(--bar-pale)'), strong = this.colour('var(--ink)');
    const format = new Intl.DateTimeFormat(d.locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    const runs: [string, number | null][][] = [[]];
    for (const p of d.points) {
      if (p.fresh) runs.push([]);
      runs[runs.length - 1].push([p.day, p.score]);
    }
    return {
      animation: false,
      textStyle: { fontFamily: 'Inter, system-ui, sans-serif' },
      grid: { left: 36, right: 64, top: 26, bottom: 26 },
      tooltip: { trigger: 'axis', valueFormatter: (v: number | null) => (v == null ? '–' : Math.round(v).toString()) },
      xAxis: {
        type: 'time', axisLabel: { color: ink, hideOverlap: true, formatter: (v: number) => format.format(new Date(v)) },
        axisLine: { lineStyle: { color: ink } }, splitLine: { show: false },
        max: [...d.points, ...d.marks].map(p => p.day).sort().at(-1),
      },
      yAxis: { type: 'value', min: 0, max: 100, interval: 20, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } },
      series: [
        { type: 'line', data: d.points.map(p => [p.day, p.low]), stack: 'range', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } },
        { type: 'line', data: d.points.map(p => [p.day, p.high - p.low]), stack: 'range', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, areaStyle: { color: pale, opacity: .7 }, tooltip: { show: false } },
        ...runs.map((data, i) => ({
          type: 'line', name: d.scoreName, data, symbol: data.length === 1 ? 'circle' : 'none', color: blue, lineStyle: { color: blue, width: 2.5 },
          ...(i === 0 ? {
            markLine: {
              silent: true, symbol: 'none',
              data: [
                { yAxis: d.line.score, label: { formatter: d.line.name, color: strong, position: 'end' }, lineStyle: { color: strong, type: 'solid', width: 1 } },
                ...d.marks.map(m => ({ xAxis: m.day, label: { formatter: m.name, color: strong, position: 'end' }, lineStyle: { color: ink, type: 'dashed', width: 1 } })),
              ],
            },
          } : {}),
        })),
      ],
    };
  }
}

customElements.define('tandem-trend', TandemTrend);
