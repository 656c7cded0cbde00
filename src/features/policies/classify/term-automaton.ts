/** Where one of the automaton's terms stands in a text: `start` to `end`, in UTF-16 code units. */
export interface TermHit {
  term: number;
  start: number;
  end: number;
}

/**
 * Finds all occurrences of thousands of terms in one pass over a text (Aho and Corasick, Efficient String Matching, CACM
 * 1975). Occurrences may overlap; which of them count is for the caller to say.
 */
export interface TermAutomaton {
  find(text: string): TermHit[];
}

export function buildTermAutomaton(terms: readonly string[]): TermAutomaton {
  const states: State[] = [newState()];
  terms.forEach((term, index) => {
    if (term !== "") insertTerm(states, term, index);
  });
  linkFailures(states);
  const lengths = terms.map((term) => term.length);
  return { find: (text) => findHits(states, lengths, text) };
}

interface State {
  next: Map<number, number>;
  /** the longest other beginning of a term with which this one ends */
  failure: number;
  /** terms that end here */
  terms: number[];
}

function newState(): State {
  return { next: new Map(), failure: 0, terms: [] };
}

function insertTerm(states: State[], term: string, index: number): void {
  let state = 0;
  for (let position = 0; position < term.length; position += 1) {
    const code = term.charCodeAt(position);
    let next = states[state]?.next.get(code);
    if (next === undefined) {
      next = states.push(newState()) - 1;
      states[state]?.next.set(code, next);
    }
    state = next;
  }
  states[state]?.terms.push(index);
}

/** In order of depth, so that a state's failure is complete when the state itself is reached. */
function linkFailures(states: State[]): void {
  const queue = [0];
  for (const index of queue) {
    const state = states[index];
    if (!state) continue;
    for (const [code, child] of state.next) {
      const childState = states[child];
      if (!childState) continue;
      childState.failure = index === 0 ? 0 : step(states, state.failure, code);
      childState.terms.push(...(states[childState.failure]?.terms ?? []));
      queue.push(child);
    }
  }
}

function step(states: readonly State[], from: number, code: number): number {
  for (let index = from; ; ) {
    const state = states[index];
    const next = state?.next.get(code);
    if (next !== undefined) return next;
    if (!state || index === 0) return 0;
    index = state.failure;
  }
}

function findHits(states: readonly State[], lengths: readonly number[], text: string): TermHit[] {
  const hits: TermHit[] = [];
  let state = 0;
  for (let position = 0; position < text.length; position += 1) {
    state = step(states, state, text.charCodeAt(position));
    if (state === 0) continue;
    for (const term of states[state]?.terms ?? [])
      hits.push({ term, start: position + 1 - (lengths[term] ?? 0), end: position + 1 });
  }
  return hits;
}
