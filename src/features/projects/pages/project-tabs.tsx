import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { links } from "../../../web/links.ts";

const views = { list: links.projects, timeline: links.projectTimeline, results: links.projectResults } as const;

/** The same projects as a list, over the years, and by what came of them. */
export function ProjectTabs({ current, language }: { current: keyof typeof views; language: Language }) {
  return (
    <LinkTabs
      label={message(language, "projects.views")}
      tabs={(["list", "timeline", "results"] as const).map((view) => ({
        text: message(language, `projects.view.${view}`),
        href: views[view](language),
        current: view === current,
      }))}
    />
  );
}
