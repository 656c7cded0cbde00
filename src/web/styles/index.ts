/** The style sheets in the order of the cascade; served as one file. Names are relative to this folder. */
export const stylesheetFiles: string[] = [
  "tokens.css",
  "reset.css",
  "base.css",
  "typography.css",
  "layout.css",
  "navigation.css",
  "texts.css",
  "programme.css",
  "forms.css",
  "tables.css",
  "chronicles.css",
  "calendar.css",
  "figures.css",
  "api.css",
  "print.css",
];
