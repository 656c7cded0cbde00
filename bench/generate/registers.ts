export interface RegisterShape {
  id: string;
  ledger: string;
  /** part of all activities */
  share: number;
  kinds: readonly string[];
  fundings: readonly string[];
  longestDays: number;
}

/** The sample's registers with about its own distribution of kinds and budgets; the municipal list is the longest. */
export const registerShapes: readonly RegisterShape[] = [
  shape("coordination-consultations", "coordination", 0.13, ["consultation"], ["programme"], 5),
  shape(
    "coordination-trainings",
    "coordination",
    0.07,
    ["training", "training", "training", "delegation"],
    ["programme"],
    12,
  ),
  shape(
    "coordination-seminars",
    "coordination",
    0.05,
    ["seminar", "seminar", "seminar", "joint-meeting"],
    ["programme"],
    3,
  ),
  shape(
    "coordination-direct-cooperation",
    "coordination",
    0.02,
    ["consultation", "visit", "seminar"],
    ["programme"],
    5,
  ),
  shape(
    "coordination-meetings",
    "coordination",
    0.01,
    ["domestic-meeting", "joint-meeting", "survey"],
    ["programme"],
    1,
  ),
  shape("technical-consultations", "technical", 0.04, ["consultation"], ["programme"], 4),
  shape("technical-trainings", "technical", 0.01, ["training"], ["programme"], 12),
  shape("designated-city-consultations", "technical", 0.03, ["consultation"], ["programme"], 4),
  shape("designated-city-seminars", "technical", 0.01, ["seminar"], ["programme"], 3),
  shape("designated-city-trainings", "technical", 0.01, ["training"], ["programme"], 12),
  shape("ministry-dialogues", "ministries", 0.02, ["policy-dialogue", "designation", "delegation"], ["ministry"], 3),
  shape(
    "municipal-activities",
    "municipal",
    0.55,
    ["training", "dispatch", "dispatch", "visit", "consultation", "seminar", "outreach", "survey", "signing", "report"],
    ["programme", "not-stated", "own", "jica"],
    8,
  ),
  shape("jica-activities", "jica", 0.03, ["training", "survey", "report", "outreach"], ["jica"], 10),
  shape(
    "economic-association-activities",
    "economic-association",
    0.02,
    ["consultation", "exhibition", "delegation", "visit"],
    ["association"],
    4,
  ),
];

function shape(
  id: string,
  ledger: string,
  share: number,
  kinds: readonly string[],
  fundings: readonly string[],
  longestDays: number,
): RegisterShape {
  return { id, ledger, share, kinds, fundings, longestDays };
}
