export const followKinds = ["region", "topic", "need", "bulletin"] as const;
export type FollowKind = (typeof followKinds)[number];

export const rhythms = ["daily", "weekly", "none"] as const;
export type Rhythm = (typeof rhythms)[number];

/** What a member wants to hear of. */
export interface Follow {
  kind: FollowKind;
  /** id of the region, topic or need; `monthly` for the bulletin */
  target: string;
  /** news from before is no news */
  since: Date;
}

export const bulletinTarget = "monthly";
/** of one person; beyond that a list of everything serves better */
export const mostFollows = 200;

export interface FollowSettings {
  rhythm: Rhythm;
  hasFeed: boolean;
  /** of the news that were sent */
  sentUntil: Date;
}

export function isFollowKind(text: string): text is FollowKind {
  return followKinds.some((kind) => kind === text);
}

export function isRhythm(text: string): text is Rhythm {
  return rhythms.some((rhythm) => rhythm === text);
}
