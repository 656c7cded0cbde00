/** What a policy item is. */
export const policyKinds = ["law", "plan", "standard", "notice", "interpretation", "statistics", "news"] as const;
export type PolicyKind = (typeof policyKinds)[number];

export const importances = ["high", "medium", "low"] as const;
export type Importance = (typeof importances)[number];

/** `amends`, `repeals` and `replaces` change the other's force; `implements` carries it out; `version-of` is the same title of another day. */
export const policyLinkKinds = [
  "interprets",
  "amends",
  "repeals",
  "replaces",
  "implements",
  "version-of",
  "mentions",
] as const;
export type PolicyLinkKind = (typeof policyLinkKinds)[number];

export const regionLevels = ["country", "key-region", "province", "city", "county"] as const;

export const targetIndicators = [
  "pm25",
  "pm10",
  "so2",
  "nox",
  "no2",
  "o3",
  "voc",
  "good-days",
  "heavy-pollution-days",
  "coal-consumption",
  "coal-share",
  "non-fossil-share",
  "energy-intensity",
  "carbon-intensity",
  "new-energy-vehicles",
  "old-vehicles",
  "boilers",
  "steel-capacity",
  "cement-capacity",
  "other",
] as const;
export type TargetIndicator = (typeof targetIndicators)[number];

/** `exactly`: as a document puts it that says neither “or more” nor “about”. */
export const targetBounds = ["at-least", "at-most", "about", "exactly"] as const;
export type TargetBound = (typeof targetBounds)[number];

/** `change`: against the base year; `level`: the value itself; `share`: of a whole; `amount`: so much built, closed or saved. */
export const targetMeasures = ["change", "level", "share", "amount"] as const;
export type TargetMeasure = (typeof targetMeasures)[number];

/** `sets` are boilers and other plant (台), `firms` 家, `households` 户. */
export const targetUnits = [
  "percent",
  "percentage-points",
  "ug-m3",
  "mg-m3",
  "days",
  "tonnes",
  "10k-tonnes",
  "100m-tonnes",
  "vehicles",
  "10k-vehicles",
  "tonnes-steam-h",
  "gw",
  "sets",
  "firms",
  "households",
  "none",
] as const;
export type TargetUnit = (typeof targetUnits)[number];
