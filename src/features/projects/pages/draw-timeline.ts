import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { TimelineAxis, TimelineLine } from "../../../web/components/project-timeline.tsx";
import type { TimelineRow, TimelineScale } from "../timeline-layout.ts";

/** The axis with its words: years by their bare number, since the caption says that they are fiscal years. */
export function drawAxis(scale: TimelineScale, today: string, language: Language): TimelineAxis {
  return {
    years: scale.years.map(({ year, at, length }) => ({ label: String(year), at, length })),
    breakAt: scale.breakAt,
    today: scale.today,
    todayLabel: message(language, "projectTimeline.today"),
    todayDate: scale.breakAt === null ? "" : writeEdtf(today.slice(0, 7), language),
  };
}

export function drawLine(row: TimelineRow, language: Language): TimelineLine {
  const { project, period, phases, marks } = row;
  return {
    id: `line-${project.id}`,
    description: describeLine(row, language),
    period: period && { key: "period", ...period },
    phases: phases.map(({ phase, ...span }) => ({
      key: String(phase.number),
      ...span,
      status: phase.status,
      number: phase.number,
      name: localize(phase.name, language).text,
    })),
    marks: marks.map(({ milestone, state, at, span }) => ({
      key: String(milestone.position),
      state,
      at,
      span: span && { key: String(milestone.position), ...span },
    })),
  };
}

/** 「瀋陽市との共同研究：2016年4月～。段階2、節目10（実施済6、期限超過4）」 */
function describeLine({ project, phases, marks, undated }: TimelineRow, language: Language): string {
  const title = localize(project.title, language).text;
  const counts = (["done", "planned", "overdue", "cancelled"] as const).flatMap((state) => {
    const count = marks.filter((mark) => mark.state === state).length;
    return count === 0 ? [] : [message(language, `projectTimeline.count.${state}`, { count })];
  });
  const parts = [
    project.period === null ? message(language, "projectTimeline.noPeriod") : writeEdtf(project.period, language),
    ...(phases.length === 0
      ? []
      : [
          phases
            .map(
              ({ phase }) =>
                `${localize(phase.name, language).text} (${choiceMessage(language, "choice.project_phases.status", phase.status)})`,
            )
            .join(message(language, "list.separator")),
        ]),
    ...counts,
    ...(undated === 0 ? [] : [message(language, "projectTimeline.undated", { count: undated })]),
  ];
  return `${title}: ${parts.join(message(language, "list.semicolon"))}`;
}
