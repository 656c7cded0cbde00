import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { fiscalYearLabel, fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { Block } from "../../../documents/report.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Platform } from "../../programme/framework.ts";
import { nameSide } from "../../programme/name-side.ts";
import { bullets, paragraph } from "./blocks.ts";
import { joinWords } from "./join-words.ts";
import type { Study } from "./study.ts";

/** Who holds a part of the platforms in the year. */
export function platformsOf(study: Study, role: string): Platform[] {
  const { framework, fiscalYear, programme } = study;
  const isAbroad = ({ country }: Platform) => Number(country !== programme.homeCountry);
  return framework.platforms
    .filter((platform) => platform.role === role && platform.fiscalYears.includes(fiscalYear))
    .toSorted((a, b) => isAbroad(a) - isAbroad(b));
}

/** 「（公財）地球環境戦略研究機関」 of the home side; null where the year has none. */
export function nameHomePlatform(study: Study, role: string): string | null {
  const own = platformsOf(study, role).find(({ country }) => country === study.programme.homeCountry);
  return own ? study.name(own.organisation) : null;
}

/** 「総合調整プラットフォームの設置（2015年6月）」 with who took it over, and their counterparts. */
export function writePlatform(study: Study, role: string): Block[] {
  const { language, notebook } = study;
  const platforms = platformsOf(study, role);
  const named = choiceMessage(language, "platform.role", role);
  if (platforms.length === 0) {
    return [paragraph(message(language, "report.interim.noPlatform", { year: study.year, role: named }))];
  }
  notebook.use(
    "platform",
    platforms.map(({ id }) => id),
  );
  const established = platforms.flatMap((platform) =>
    isOfYear(platform, study) ? (platform.established ?? []) : [],
  )[0];
  const title =
    established === undefined
      ? message(language, "report.interim.platformHeld", { role: named })
      : message(language, "report.interim.platformSet", { role: named, date: study.date(established) });
  return [paragraph(title, "lead"), ...bullets(platforms.map((platform) => tellPlatform(platform, study)))];
}

function tellPlatform(platform: Platform, study: Study): string {
  const { language, programme, year } = study;
  const organisation = study.name(platform.organisation);
  const role = choiceMessage(language, "platform.role", platform.role);
  if (platform.country !== programme.homeCountry)
    return message(language, "report.interim.platformAbroad", {
      organisation,
      role,
      side: nameSide(programme, platform.country, language),
    });
  const before = platformBefore(platform, study);
  if (platform.established === null && before === null) {
    // One that works within another, such as a centre of the institute that was chosen.
    const task = localize(platform.task, language).text;
    return message(language, "report.interim.platformTask", { organisation, task });
  }
  return before === null
    ? message(language, "report.interim.platformNew", { organisation, role, year })
    : message(language, "report.interim.platformAgain", { organisation, role, year, before });
}

/** The year before, in words, where the same organisation held the same part in it. */
function platformBefore({ organisation, role }: Platform, study: Study): string | null {
  const { framework, fiscalYear, programme, language } = study;
  const held = framework.platforms.some(
    (other) => other.organisation === organisation && other.role === role && other.fiscalYears.includes(fiscalYear - 1),
  );
  return held ? fiscalYearLabel(programme.calendar, fiscalYear - 1, language) : null;
}

function isOfYear({ established }: Platform, { programme, fiscalYear }: Study): boolean {
  const parsed = established === null ? null : parseEdtf(established);
  return parsed?.ok === true && fiscalYearsOf(programme.calendar, edtfBounds(parsed.value)).includes(fiscalYear);
}

/** Who does what: the tasks of the home side's platforms, each task once. */
export function writeDivision(study: Study): Block[] {
  const { language, programme } = study;
  const items = ["coordination", "technical"].flatMap((role) => {
    const [platform] = platformsOf(study, role).filter(({ country }) => country === programme.homeCountry);
    if (!platform) return [];
    return message(language, "report.interim.task", {
      role: choiceMessage(language, "platform.role", role),
      organisation: study.directory.shortName(platform.organisation, language),
      task: localize(platform.task, language).text,
    });
  });
  return bullets(items);
}

/** 「環境省及び中国環境保護部」 as they were named on the day. */
export function nameMinistries(study: Study): string {
  const { framework, language, programme } = study;
  const central = framework.nodes.filter(({ level }) => level === "central");
  const home = central.toSorted(
    (a, b) => Number(a.country !== programme.homeCountry) - Number(b.country !== programme.homeCountry),
  );
  return joinWords(
    home.flatMap(({ organisations }) => organisations.map((id) => study.name(id))),
    language,
  );
}
