/** Where a record comes from. */
export interface Source {
  document: string;
  /** table, page or section, in the words of the document */
  place: string;
  /** row as printed */
  row: string | null;
}
