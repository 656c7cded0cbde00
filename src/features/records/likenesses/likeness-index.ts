import type { RecordContent, RecordKindId } from "../../../records/kind.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { activitySigns } from "./activity-signs.ts";
import { type Candidate, type Likeness, likenessSorts } from "./likeness.ts";
import { claimSigns, organisationSigns, partnershipSigns, titledSigns } from "./other-signs.ts";
import type { SignReader } from "./signs.ts";

/** Records of one kind, to be asked which of them look like another: in memory, so that thousands of rows can ask. */
export interface LikenessIndex {
  add(candidate: Candidate): void;
  /** those that look like the content, the most alike first; never the record itself */
  find(id: string, content: RecordContent, isLeftOut?: (candidate: Candidate) => boolean): Likeness[];
}

export function createLikenessIndex(kind: RecordKindId, directory: OrganisationDirectory): LikenessIndex {
  return builders[kind](directory);
}

const builders: Record<RecordKindId, (directory: OrganisationDirectory) => LikenessIndex> = {
  activity: (directory) => buildIndex(activitySigns, directory),
  project: (directory) => buildIndex(titledSigns("period"), directory),
  agreement: (directory) => buildIndex(titledSigns("signed"), directory),
  partnership: (directory) => buildIndex(partnershipSigns, directory),
  organisation: (directory) => buildIndex(organisationSigns, directory),
  claim: (directory) => buildIndex(claimSigns, directory),
  news: (directory) => buildIndex(titledSigns("published"), directory),
};

/** Nobody reads on after these; and a sheet of a thousand rows that are all alike takes no longer than another. */
const mostFound = 5;

function buildIndex<Signs>(reader: SignReader<Signs>, directory: OrganisationDirectory): LikenessIndex {
  const byMark = new Map<string, { candidate: Candidate; signs: Signs }[]>();
  return {
    add(candidate) {
      const known = { candidate, signs: reader.read(candidate.content, directory) };
      for (const mark of new Set(reader.marks(known.signs))) {
        const others = byMark.get(mark);
        if (others) others.push(known);
        else byMark.set(mark, [known]);
      }
    },
    find(id, content, isLeftOut = () => false) {
      const signs = reader.read(content, directory);
      const seen = new Set<Candidate>();
      /** by record: one that is under way as an entry, too, is told of once */
      const found = new Map<string, Likeness>();
      for (const mark of reader.marks(signs)) {
        for (const known of byMark.get(mark) ?? []) {
          if (found.size >= mostFound) break;
          const { candidate: other } = known;
          if (other.id === id || seen.has(other) || isLeftOut(other)) continue;
          seen.add(other);
          const sort = reader.compare(signs, known.signs);
          if (sort === null) continue;
          const before = found.get(other.id);
          if (!before || rank({ sort, other }) < rank(before)) found.set(other.id, { sort, other });
        }
      }
      return [...found.values()].sort((one, other) => rank(one) - rank(other));
    },
  };
}

function rank({ sort }: Likeness): number {
  return likenessSorts.indexOf(sort);
}
