/** The part of n3 that the tests read Turtle with; the package brings no types. */
declare module "n3" {
  interface Named {
    termType: "NamedNode" | "BlankNode";
    value: string;
  }
  interface Literal {
    termType: "Literal";
    value: string;
    language: string;
    datatype: Named;
  }
  interface Quad {
    subject: Named;
    predicate: Named;
    object: Named | Literal;
  }
  export class Parser {
    parse(text: string): Quad[];
  }
}
