import { renderToString } from "preact-render-to-string";
import { type Language, languageTags } from "../../core/language.ts";
import { round } from "./bar-axis.ts";
import { seriesLook } from "./bar-looks.tsx";
import { BarPlot } from "./bar-plot.tsx";
import type { BarDrawingData } from "./bar-series.ts";
import { cutText, measureText, wrapText } from "./text-width.ts";

export interface ChartPictureProps extends BarDrawingData {
  id: string;
  language: Language;
  /** what the numbers count, and as of when */
  subtitle: string;
  notes: string[];
  /** where the numbers come from */
  source: string;
}

/** 16:9, as slides are. */
export const pictureWidth = 1280;
export const pictureHeight = 720;

/** Those that office programs and browsers have, after the one that Renkei's own files are drawn in. */
const fonts: Record<Language, string> = {
  ja: "'Noto Sans JP','Hiragino Sans','Yu Gothic','Meiryo','Noto Sans SC',sans-serif",
  zh: "'Noto Sans SC','PingFang SC','Microsoft YaHei','SimHei','Noto Sans JP',sans-serif",
  en: "'Noto Sans JP','Helvetica Neue','Arial','Noto Sans SC',sans-serif",
};

const edge = 48;
const inner = pictureWidth - 2 * edge;
const sizes = { title: 30, subtitle: 19, legend: 19, plot: 20, note: 16 };

/** A bar chart as an SVG file of its own, which needs no style sheet and says in itself what it shows and where that comes from. */
export function drawChartPicture(given: ChartPictureProps): string {
  const svg = renderToString(<ChartPicture {...cleanTexts(given)} />);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

function ChartPicture(props: ChartPictureProps) {
  const { id, language, title, description } = props;
  const head = layOutHead(props);
  const foot = layOutFoot(props);
  const legend = props.series.length > 1 ? layOutLegend(props) : [];
  const plotTop = head.end + legend.length * sizes.legend * 1.6 + (legend.length > 0 ? 6 : 0);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...{ "xml:lang": languageTags[language] }}
      width={pictureWidth}
      height={pictureHeight}
      viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      font-family={fonts[language]}
      fill="#1a1a1a"
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <rect width={pictureWidth} height={pictureHeight} fill="#fff" />
      <Lines lines={head.title} size={sizes.title} y={head.titleY} weight="700" fill="#00234b" />
      <Lines lines={head.subtitle} size={sizes.subtitle} y={head.subtitleY} fill="#4d4d4d" />
      <Legend id={id} rows={legend} y={head.end} />
      <g transform={`translate(${edge - 8} ${round(plotTop)})`}>
        <BarPlot {...props} width={inner + 16} height={round(foot.start - plotTop - 10)} size={sizes.plot} />
      </g>
      <Lines lines={foot.lines} size={sizes.note} y={foot.start + sizes.note} fill="#4d4d4d" />
    </svg>
  );
}

function layOutHead({ title, subtitle }: ChartPictureProps) {
  const titleLines = wrapText(title, sizes.title, inner, 2);
  const titleY = 40 + sizes.title * 0.85;
  const subtitleY = titleY + (titleLines.length - 1) * sizes.title * 1.35 + sizes.subtitle * 1.8;
  const subtitleLines = wrapText(subtitle, sizes.subtitle, inner, 1);
  return { title: titleLines, titleY, subtitle: subtitleLines, subtitleY, end: subtitleY + sizes.subtitle * 0.9 };
}

/** Notes and source stand at the lower edge. */
function layOutFoot({ notes, source }: ChartPictureProps) {
  const lines = [
    ...notes.slice(0, 4).flatMap((note) => wrapText(note, sizes.note, inner, 2)),
    ...wrapText(source, sizes.note, inner, 3),
  ];
  return { lines, start: pictureHeight - 24 - lines.length * sizes.note * 1.45 };
}

interface LegendItem {
  index: number;
  label: string;
  /** where the label had to be cut */
  whole: string | null;
  x: number;
}

const swatch = 28;

function layOutLegend({ series }: ChartPictureProps): LegendItem[][] {
  const rows: LegendItem[][] = [[]];
  let x = 0;
  for (const [index, { label: whole }] of series.entries()) {
    const label = cutText(whole, sizes.legend, inner / 2);
    const width = swatch + 10 + measureText(label, sizes.legend) + 28;
    if (x > 0 && x + width > inner + 28) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ index, label, whole: label === whole ? null : whole, x });
    x += width;
  }
  return rows;
}

function Legend({ id, rows, y }: { id: string; rows: LegendItem[][]; y: number }) {
  return (
    <g font-size={sizes.legend}>
      {rows.flatMap((row, line) =>
        row.map(({ index, label, whole, x }) => {
          const look = seriesLook(index, `${id}-l`);
          const top = round(y + line * sizes.legend * 1.6);
          return (
            <g key={index} transform={`translate(${round(edge + x)} ${top})`}>
              {whole !== null && <title>{whole}</title>}
              {look.pattern && <defs>{look.pattern}</defs>}
              <rect x="0.5" y="2" width={swatch} height="18" fill={look.fill} stroke={look.stroke} />
              <text x={swatch + 10} y={round(sizes.legend * 0.95)}>
                {label}
              </text>
            </g>
          );
        }),
      )}
    </g>
  );
}

interface LinesProps {
  lines: string[];
  size: number;
  y: number;
  weight?: string;
  fill: string;
}

function Lines({ lines, size, y, weight, fill }: LinesProps) {
  return (
    <g font-size={size} font-weight={weight} fill={fill}>
      {lines.map((line, index) => (
        <text key={index} x={edge} y={round(y + index * size * (size > 20 ? 1.35 : 1.45))}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** XML 1.0 §2.2 knows no control characters, and none may turn the text of a drawing around. */
function cleanTexts(props: ChartPictureProps): ChartPictureProps {
  const clean = (text: string) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]+/gu, " ")
      .trim();
  return {
    ...props,
    title: clean(props.title),
    description: clean(props.description),
    subtitle: clean(props.subtitle),
    source: clean(props.source),
    notes: props.notes.map(clean),
    categories: props.categories.map(clean),
    series: props.series.map((series) => ({ ...series, label: clean(series.label) })),
  };
}
