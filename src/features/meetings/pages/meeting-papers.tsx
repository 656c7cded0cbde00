import type { ComponentChildren } from "preact";
import { writeEdtf } from "../../../core/edtf-format.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import { languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { nameSide } from "../../programme/name-side.ts";
import type { MeetingPart } from "../fields.ts";
import { type AgendaItem, isMaterialOverdue, type MeetingMaterial, type MeetingParticipant } from "../meeting.ts";
import { orderSides } from "../order-sides.ts";
import { isEmpty } from "../read-fields.ts";
import { sayName } from "../say.ts";
import { sayMarked } from "../untranslated.ts";
import { type MeetingPage, nameOrganisation } from "./meeting-words.ts";
import { SaidShort } from "./said.tsx";

/** A part with its heading, and the way to its form for who may fill it in. */
export function PartSection({
  page,
  part,
  lead,
  empty,
  editText,
  children,
}: {
  page: MeetingPage;
  part: MeetingPart;
  lead?: string | undefined;
  empty: boolean;
  /** for whoever does not manage the meeting; absent where nothing is to be filled in */
  editText?: string | undefined;
  children: ComponentChildren;
}) {
  const { language, found } = page;
  const href = links.editMeeting(language, found.meeting.id, part);
  const more = found.manages ? { text: message(language, "meeting.edit"), href } : editText && { text: editText, href };
  return (
    <Section
      id={part}
      title={message(language, `meeting.part.${part}`)}
      lead={empty ? undefined : lead}
      more={more || undefined}
    >
      {empty ? <p class="quiet">{message(language, `meeting.none.${part}`)}</p> : children}
    </Section>
  );
}

export function Agenda({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const { agenda } = found.papers;
  const days = [...new Set(agenda.map(({ day }) => day))];
  return (
    <PartSection page={page} part="agenda" empty={agenda.length === 0}>
      {days.map((day) => (
        <div key={day}>
          {day !== null && days.length > 1 && <h3>{writeEdtf(day, language)}</h3>}
          <ol class="meeting-agenda">
            {agenda
              .filter((item) => item.day === day)
              .map((item) => (
                <AgendaLine key={item.id} item={item} page={page} />
              ))}
          </ol>
        </div>
      ))}
    </PartSection>
  );
}

function AgendaLine({ item, page: { language } }: { item: AgendaItem; page: MeetingPage }) {
  return (
    <li>
      <span class="meeting-time numeral">{item.startsAt ?? ""}</span>
      <span>
        <SaidShort text={item.title} language={language} />
        {!isEmpty(item.presenter) && (
          <span class="meeting-presenter">
            {" "}
            <SaidShort text={item.presenter} language={language} field="presenter" />
          </span>
        )}
        {item.minutes !== null && (
          <span class="quiet"> {message(language, "meeting.page.minutesOf", { minutes: item.minutes })}</span>
        )}
      </span>
    </li>
  );
}

export function Participants({ page, mayName }: { page: MeetingPage; mayName: boolean }) {
  const { language, found, directory, programme } = page;
  const { participants } = found.papers;
  const count = (answer: MeetingParticipant["answer"]) => participants.filter((one) => one.answer === answer).length;
  return (
    <PartSection
      page={page}
      part="participants"
      empty={participants.length === 0}
      editText={mayName ? message(language, "meeting.nameOwn") : undefined}
      lead={message(language, "meeting.page.answers", {
        accepted: count("accepted"),
        declined: count("declined"),
        invited: count("invited"),
      })}
    >
      {orderSides(participants, found.meeting.host, directory, programme).map(({ country, participants: people }) => (
        <div key={country} class="meeting-side">
          <h3>
            {country === null ? message(language, "meeting.letter.others") : nameSide(programme, country, language)}
          </h3>
          <ul class="meeting-people">
            {people.map((person) => (
              <Person key={person.id} person={person} page={page} />
            ))}
          </ul>
        </div>
      ))}
    </PartSection>
  );
}

function Person({ person, page }: { person: MeetingParticipant; page: MeetingPage }) {
  const { language, found } = page;
  const { meeting, manages, own } = found;
  const isOwn = own.includes(person.organisation);
  const name = person.erased ? "" : localize(person.name, language).text;
  const original = name !== "" && person.name[person.language] !== name ? person.name[person.language] : undefined;
  return (
    <li>
      <p class="meeting-person">
        <strong>
          {name === "" ? sayName(person, language) : <SaidShort text={person.name} language={language} field="name" />}
        </strong>
        {original !== undefined && <span lang={languageTags[person.language]}> {original}</span>}{" "}
        <span>
          {nameOrganisation(page, person.organisation)}{" "}
          <SaidShort text={person.post} language={language} field="post" />
        </span>
      </p>
      <p class="meeting-person-facts">
        {person.role !== "participant" && <span class="badge">{message(language, `meeting.role.${person.role}`)}</span>}
        <span>{message(language, `meeting.language.${person.language}`)}</span>
        {person.email !== null && <span>{person.email}</span>}
        <span class={`meeting-answer answer-${person.answer}`}>
          {person.attended === null || meeting.state !== "held"
            ? message(language, `meeting.answer.${person.answer}`)
            : message(language, person.attended ? "meeting.page.attended" : "meeting.page.absent")}
        </span>
      </p>
      {(isOwn || manages) && !person.erased && (
        <form method="post" action={links.meeting(language, meeting.id)} class="meeting-inline no-print">
          <input type="hidden" name="row" value={person.id} />
          {isOwn && meeting.state === "planned" && (
            <>
              <input type="hidden" name="intent" value="answer" />
              {person.answer !== "accepted" && (
                <button
                  type="submit"
                  name="answer"
                  value="accepted"
                  aria-label={`${message(language, "meeting.page.accept")} ${sayName(person, language)}`}
                >
                  {message(language, "meeting.page.accept")}
                </button>
              )}
              {person.answer !== "declined" && (
                <button
                  type="submit"
                  name="answer"
                  value="declined"
                  class="button-second"
                  aria-label={`${message(language, "meeting.page.decline")} ${sayName(person, language)}`}
                >
                  {message(language, "meeting.page.decline")}
                </button>
              )}
            </>
          )}
          <details>
            <summary>{message(language, "meeting.manage.erase")}</summary>
            <button
              type="submit"
              name="erase"
              value="yes"
              class="button-second"
              aria-label={`${message(language, "meeting.manage.erase")} ${sayName(person, language)}`}
            >
              {message(language, "meeting.manage.erase")}
            </button>
          </details>
        </form>
      )}
    </li>
  );
}

export function Materials({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const { materials } = found.papers;
  const received = materials.filter(({ file }) => file !== null).length;
  return (
    <PartSection
      page={page}
      part="materials"
      empty={materials.length === 0}
      lead={message(language, "meeting.page.materialsState", { total: materials.length, received })}
    >
      <ul class="meeting-materials">
        {materials.map((material) => (
          <Material key={material.id} material={material} page={page} />
        ))}
      </ul>
    </PartSection>
  );
}

function Material({ material, page }: { material: MeetingMaterial; page: MeetingPage }) {
  const { language, found, today, problem } = page;
  const { meeting, manages, own, papers } = found;
  const title = localize(material.title, language);
  const original = papers.materials.find(({ id }) => id === material.translationOf);
  const missing = isMaterialOverdue(material, today);
  return (
    <li class={missing ? "is-missing" : undefined} id={`material-${material.id}`}>
      <p>
        {material.file === null ? (
          <SaidShort text={material.title} language={language} />
        ) : (
          <a href={links.meetingMaterial(language, meeting.id, material.id)}>
            <SaidShort text={material.title} language={language} />
          </a>
        )}{" "}
        <span class="badge">{message(language, `meeting.language.${material.language}`)}</span>
        {material.file === null && (
          <span class={missing ? "badge badge-bad" : "badge"}>
            {message(language, missing ? "meeting.page.missingOverdue" : "meeting.page.missing")}
          </span>
        )}
        {material.late && <span class="badge badge-bad">{message(language, "meeting.page.late")}</span>}
      </p>
      <p class="quiet">
        {[
          nameOrganisation(page, material.organisation),
          material.due === null
            ? ""
            : message(language, "meeting.page.dueBy", { date: writeEdtf(material.due, language) }),
          material.receivedAt === null
            ? ""
            : message(language, "meeting.page.received", { date: formatMoment(language, material.receivedAt, "day") }),
          original ? message(language, "meeting.page.translation", { title: sayMarked(original.title, language) }) : "",
        ]
          .filter((part) => part !== "")
          .join(message(language, "list.separator"))}
      </p>
      {(manages || own.includes(material.organisation)) && (
        <form
          method="post"
          enctype="multipart/form-data"
          action={links.meeting(language, meeting.id)}
          class="meeting-inline no-print"
        >
          <input type="hidden" name="intent" value="upload" />
          <input type="hidden" name="row" value={material.id} />
          {problem?.row === material.id && <p class="form-error">{problem.text}</p>}
          <label class="meeting-file">
            <span class="visually-hidden">
              {message(language, "meeting.page.file")} <Words value={title} />
            </span>
            <input type="file" name="file" />
          </label>
          <button type="submit" class={material.file === null ? undefined : "button-second"}>
            {message(language, material.file === null ? "meeting.page.upload" : "meeting.page.replace")}
          </button>
        </form>
      )}
    </li>
  );
}
