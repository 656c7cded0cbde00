/** Where one of the automaton's words stands in a text: `start` to `end`, in UTF-16 code units. */
export interface WordHit {
  /** its place in the list of words */
  word: number;
  start: number;
  end: number;
}

/**
 * Finds all occurrences of thousands of words in one pass over a text (Aho and Corasick, Efficient String Matching, CACM
 * 1975). Occurrences may overlap; which of them count is for the caller to say, most often keepLongest. What counts as the same
 * (case, width, forms of characters) is a matter of folding words and texts alike beforehand.
 */
export interface WordAutomaton {
  find(text: string): WordHit[];
}

export function buildWordAutomaton(words: readonly string[]): WordAutomaton {
  const states: State[] = [newState()];
  words.forEach((word, index) => {
    if (word !== "") insertWord(states, word, index);
  });
  linkFailures(states);
  const lengths = words.map((word) => word.length);
  return { find: (text) => findHits(states, lengths, text) };
}

/** From left to right, none within or across another; of those that begin at the same place, the longest. */
export function keepLongest<Hit extends { start: number; end: number }>(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  let until = 0;
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start < until) continue;
    kept.push(hit);
    until = hit.end;
  }
  return kept;
}

interface State {
  next: Map<number, number>;
  /** the longest other beginning of a word with which this one ends */
  failure: number;
  /** words that end here */
  words: number[];
}

function newState(): State {
  return { next: new Map(), failure: 0, words: [] };
}

function insertWord(states: State[], word: string, index: number): void {
  let state = 0;
  for (let position = 0; position < word.length; position += 1) {
    const code = word.charCodeAt(position);
    let next = states[state]?.next.get(code);
    if (next === undefined) {
      next = states.push(newState()) - 1;
      states[state]?.next.set(code, next);
    }
    state = next;
  }
  states[state]?.words.push(index);
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
      for (const word of states[childState.failure]?.words ?? []) childState.words.push(word);
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

function findHits(states: readonly State[], lengths: readonly number[], text: string): WordHit[] {
  const hits: WordHit[] = [];
  let state = 0;
  for (let position = 0; position < text.length; position += 1) {
    state = step(states, state, text.charCodeAt(position));
    if (state === 0) continue;
    for (const word of states[state]?.words ?? [])
      hits.push({ word, start: position + 1 - (lengths[word] ?? 0), end: position + 1 });
  }
  return hits;
}
