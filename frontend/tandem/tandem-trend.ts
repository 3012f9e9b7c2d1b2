import { LitElement, html, css } from 'lit';

/** What the server tells: see TrendChart. */
interface Point { day: string; score: number | null; low: number; high: number; fresh: boolean }
interface Drawing {
  lines: { name: string; points: Point[] }[];
  marks: { day: string; name: string }[];
  shades: { from: string; until: string }[];
  shadeName: string;
  level: { score: number; name: string } | null;
  unit: string;
  locale: string;
}

/** How each line looks: never by its colour alone. */
const LOOKS: { colour: string; type: string | number[]; dash: string }[] = [
  { colour: 'var(--blue)', type: 'solid', dash: '' },
  { colour: 'var(--ink)', type: 'dashed', dash: '6 4' },
  { colour: 'var(--line-strong)', type: 'solid', dash: '' },
  { colour: 'var(--sand-ink)', type: 'dotted', dash: '2 3' },
  { colour: 'var(--bar)', type: [10, 4, 2, 4], dash: '10 4 2 4' },
];

const NARROW = 380;

/** In px: no place on any screen; it has not got its size yet. */
const TOO_NARROW = 60;

/** The one chart: lines over days, each with its range, a target, marked days and shaded ones. ECharts comes only when one is shown. */
class TandemTrend extends LitElement {
  static properties = { drawing: { type: String } };
  static styles = css`
    :host { display: flex; flex-direction: column; }
    div { width: 100%; flex: 1; min-height: 0; }
    ul { display: flex; flex-wrap: wrap; gap: 2px 18px; list-style: none; margin: 0; padding: 0; font-size: 13px; color: var(--ink-quiet); }
    li { display: flex; gap: 6px; align-items: center; }
    li rect { fill: var(--grey-wash); }`;
  declare drawing: string;
  private chart: any;
  private place?: Element;
  private resized = new ResizeObserver(() => void this.draw());
  private scheme = matchMedia('(prefers-color-scheme: dark)');
  private redraw = () => this.draw();

  render() {
    const d: Drawing | null = this.drawing ? JSON.parse(this.drawing) : null;
    return html`${d && d.lines.length > 1 ? this.legend(d) : ''}<div></div>`;
  }

  private legend(d: Drawing) {
    return html`<ul>
      ${d.lines.map((line, i) => html`<li><svg width="26" height="10"><line x1="0" x2="26" y1="5" y2="5" stroke-width="2.5" style="stroke: ${LOOKS[i % LOOKS.length].colour}; stroke-dasharray: ${LOOKS[i % LOOKS.length].dash || 'none'}"></line></svg>${line.name}</li>`)}
      ${d.shades.length ? html`<li><svg width="14" height="12"><rect width="14" height="12"></rect></svg>${d.shadeName}</li>` : ''}
    </ul>`;
  }

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
    this.place = undefined;
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
    if (this.place !== target) {
      this.place = target;
      this.resized.observe(target); // it may get its size after its host, and is drawn anew then
    }
    if (target.clientWidth < TOO_NARROW) return;
    this.chart ??= echarts.init(target, undefined, { renderer: 'svg' });
    this.chart.resize();
    this.chart.setOption(this.option(JSON.parse(this.drawing)), true);
  }

  private option(d: Drawing) {
    const ink = this.colour('var(--ink-quiet)'), line = this.colour('var(--line)');
    const strong = this.colour('var(--ink)'), wash = this.colour('var(--grey-wash)');
    const format = new Intl.DateTimeFormat(d.locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    const days = d.lines.flatMap(l => l.points).map(p => p.day);
    const last = [...days, ...d.marks.map(m => m.day)].sort().at(-1);
    const narrow = this.clientWidth < NARROW; // the names of marks stand in two rows
    return {
      animation: false,
      textStyle: { fontFamily: 'Inter, system-ui, sans-serif' },
      grid: { left: 40, right: d.level ? 64 : 24, top: narrow ? 42 : 26, bottom: 26 },
      tooltip: { trigger: 'axis', valueFormatter: (v: number | null) => (v == null ? '–' : Math.round(v) + d.unit) },
      xAxis: {
        type: 'time', axisLabel: { color: ink, hideOverlap: true, formatter: (v: number) => format.format(new Date(v)) },
        axisLine: { lineStyle: { color: ink } }, splitLine: { show: false },
        max: last,
      },
      yAxis: { type: 'value', min: 0, max: 100, interval: 20, axisLabel: { color: ink, formatter: (v: number) => v + d.unit }, splitLine: { lineStyle: { color: line } } },
      series: d.lines.flatMap((one, i) => {
        const look = LOOKS[i % LOOKS.length];
        const runs: [string, number | null][][] = [[]];
        for (const p of one.points) {
          if (p.fresh) runs.push([]);
          runs[runs.length - 1].push([p.day, p.score]);
        }
        const band = { type: 'line', stack: 'range' + i, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
        return [
          { ...band, data: one.points.map(p => [p.day, p.score == null ? null : p.low]) },
          { ...band, data: one.points.map(p => [p.day, p.score == null ? null : p.high - p.low]), areaStyle: { color: this.colour(i === 0 ? 'var(--bar-pale)' : look.colour), opacity: i === 0 ? .7 : .14 } },
          ...runs.map((data, r) => ({
            type: 'line', name: one.name, data, symbol: data.length === 1 ? 'circle' : 'none', color: this.colour(look.colour),
            lineStyle: { color: this.colour(look.colour), width: 2.5, type: look.type },
            ...(i === 0 && r === 0 ? {
              markLine: {
                silent: true, symbol: 'none',
                data: [
                  ...(d.level ? [{ yAxis: d.level.score, label: { formatter: d.level.name, color: strong, position: 'end' }, lineStyle: { color: strong, type: 'solid', width: 1 } }] : []),
                  ...d.marks.map((m, n) => ({ xAxis: m.day, label: { formatter: m.name, color: strong, position: 'end', distance: narrow && n % 2 ? 20 : 5, ...(m.day === last && { align: 'right' }) }, lineStyle: { color: ink, type: 'dashed', width: 1 } })),
                ],
              },
              markArea: { silent: true, itemStyle: { color: wash }, data: d.shades.map(s => [{ xAxis: s.from }, { xAxis: s.until }]) },
            } : {}),
          })),
        ];
      }),
    };
  }
}

customElements.define('tandem-trend', TandemTrend);
