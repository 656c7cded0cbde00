import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { TimelineAxisDrawing, TimelineDrawing } from "../../../web/components/project-timeline.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { writeDate } from "../../activities/summarise.ts";
import { sayPhaseStatus } from "../say-status.ts";
import { layOutTimeline } from "../timeline-layout.ts";
import { drawAxis, drawLine } from "./draw-timeline.ts";
import type { ProjectRecord } from "./project-record.ts";
import { Legend } from "./timeline-lines.tsx";

/** The project over its years, and its phases by name; nothing where it has neither phases nor milestones. */
export function PlanSection({ record, language }: { record: ProjectRecord; language: Language }) {
  const { project, calendar, today, books } = record;
  const timeline = layOutTimeline([project], calendar, today);
  const row = timeline?.rows[0];
  if (!timeline || !row || project.milestones.length + project.phases.length === 0) return null;
  const axis = drawAxis(timeline.scale, today, language);
  return (
    <Section
      id="plan"
      title={message(language, "projectTimeline.plan")}
      more={{ text: message(language, "projectTimeline.all"), href: links.projectTimeline(language) }}
    >
      <Legend language={language} />
      <div class="gantt gantt-single">
        <TimelineAxisDrawing axis={axis} />
        <TimelineDrawing axis={axis} line={drawLine(row, language)} />
      </div>
      {project.phases.length > 0 && (
        <ol class="phase-list">
          {project.phases.map((phase) => (
            <li key={phase.number} value={phase.number} class={`phase-${phase.status}`}>
              <span class="phase-name">
                <Words value={localize(phase.name, language)} />
              </span>
              <span>{sayPhaseStatus(phase, project.milestones, { books, today, language })}</span>
              {(phase.period !== null || phase.periodText !== null) && (
                <span>{writeDate(phase.period, phase.periodText, language).date}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
