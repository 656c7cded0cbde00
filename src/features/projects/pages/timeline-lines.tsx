import type { Language } from "../../../core/language.ts";
import { type LocalizedText, localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import {
  type TimelineAxis,
  TimelineAxisDrawing,
  TimelineDrawing,
  TimelineLegend,
} from "../../../web/components/project-timeline.tsx";
import { LinkedWords, Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { writeDate } from "../../activities/summarise.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Project } from "../project.ts";
import { stateOf, type TimelineRow } from "../timeline-layout.ts";
import { drawLine } from "./draw-timeline.ts";

export interface TimelineLinesProps {
  axis: TimelineAxis;
  rows: readonly TimelineRow[];
  language: Language;
  directory: OrganisationDirectory;
  today: string;
}

/** Projects below each other on the same line of time; each says its steps in words behind its picture. */
export function TimelineLines({ axis, rows, language, directory, today }: TimelineLinesProps) {
  return (
    <div class="gantt">
      <div class="gantt-head">
        <span />
        <TimelineAxisDrawing axis={axis} />
      </div>
      <ol class="gantt-rows">
        {rows.map((row) => (
          <li key={row.project.id}>
            <div class="gantt-label">
              <p class="gantt-title">
                <LinkedWords
                  text={localize(row.project.title, language)}
                  href={links.project(language, row.project.id)}
                />
              </p>
              <p class="gantt-leads">{nameLeads(row.project, directory, language)}</p>
            </div>
            <div class="gantt-plot">
              {row.period || row.marks.length > 0 ? (
                <TimelineDrawing axis={axis} line={drawLine(row, language)} />
              ) : (
                <p class="gantt-nothing">{message(language, "projectTimeline.nothingDated")}</p>
              )}
              <Steps row={row} language={language} today={today} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function Legend({ language }: { language: Language }) {
  return (
    <TimelineLegend
      label={message(language, "projectTimeline.legend")}
      entries={(["done", "planned", "overdue", "cancelled"] as const).map((state) => ({
        state,
        text: message(language, `projectTimeline.mark.${state}`),
      }))}
    />
  );
}

/** The same as words: what has a date in the order of the record, what has none as such. */
function Steps({ row: { project }, language, today }: { row: TimelineRow; language: Language; today: string }) {
  const { milestones, phases } = project;
  if (milestones.length + phases.length === 0) return null;
  const overdue = milestones.filter((milestone) => stateOf(milestone, today) === "overdue").length;
  return (
    <details class="gantt-steps">
      <summary>
        {phases.length > 0 && message(language, "projectTimeline.phases", { count: phases.length })}{" "}
        {message(language, "projectTimeline.steps", { count: milestones.length })}
        {overdue > 0 && (
          <span class="tag gantt-overdue">
            {message(language, "projectTimeline.count.overdue", { count: overdue })}
          </span>
        )}
      </summary>
      {phases.length > 0 && (
        <ol class="gantt-phases">
          {phases.map((phase) => (
            <li key={phase.number} value={phase.number}>
              <Words value={localize(phase.name, language)} />
              {message(language, "projectTimeline.phaseStatus", {
                status: choiceMessage(language, "choice.project_phases.status", phase.status),
              })}
            </li>
          ))}
        </ol>
      )}
      <ul>
        {milestones.map((milestone) => (
          <li key={milestone.position} class={`step-${stateOf(milestone, today)}`}>
            <span class="step-date">{writeDate(milestone.date, milestone.dateText, language).date}</span>
            <span class="step-state">{message(language, `projectTimeline.mark.${stateOf(milestone, today)}`)}</span>
            <span>
              <Words value={localize(milestone.text, language)} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function nameLeads(project: Project, directory: OrganisationDirectory, language: Language): LocalizedText["text"] {
  return project.parties
    .filter(({ role }) => role === "lead")
    .map(({ organisation }) => directory.shortName(organisation, language))
    .join(message(language, "list.separator"));
}
