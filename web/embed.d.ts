// Types of <bellwether-assessment>, for TypeScript. custom-elements.json describes the same.

/** How far an assessment is. */
export interface BellwetherStanding {
  framework: string;
  assessment: string;
  answered: number;
  total: number;
}

/** What went wrong. */
export interface BellwetherTrouble {
  code:
    | "content-missing"
    | "content-unreachable"
    | "content-unusable"
    | "frame-blocked"
    | "program-unreachable"
    | "storage-full"
    | "storage-off";
  message: string;
}

/** A part of the record to be kept by the page; to be removed where the value is null. */
export interface BellwetherEntry {
  key: string;
  value: string | null;
}

export interface BellwetherEventMap {
  "bellwether-progress": CustomEvent<BellwetherStanding>;
  "bellwether-complete": CustomEvent<BellwetherStanding>;
  "bellwether-error": CustomEvent<BellwetherTrouble>;
  "bellwether-store": CustomEvent<BellwetherEntry>;
}

export interface BellwetherAssessment extends HTMLElement {
  /** The framework to show, by its id. */
  framework: string;
  /** The learning pathway to show, by its id. */
  pathway: string;
  /** The session to show, by its id. */
  session: string;
  /** Shows all frameworks. */
  catalogue: boolean;
  /** Address of a framework or a catalogue of the page's own. */
  src: string;
  /** Who keeps the record. */
  storage: "" | "local" | "host";
  /** A record of its own in local storage: a short name of letters, digits and hyphens. */
  namespace: string;
  /** Shows the page that is open in the page's address. */
  address: boolean;
  /** When the app is loaded. */
  loading: "" | "lazy" | "eager";
  /** With `storage="host"`: what the page keeps of one account, by key. What is missing is not deleted. */
  stored: Record<string, string>;
  /** The page within the element, such as `#/record`; `#/` is what the attributes name. */
  route: string;
  /** The record as the text of a record file. */
  export(): Promise<string>;
  /** Merges a record file into the record. Rejects, and changes nothing, where it is none. */
  import(file: string | Blob): Promise<void>;
  /** Deletes all that the record holds, and gives it: `import` takes it in again. */
  reset(): Promise<string>;
  addEventListener<K extends keyof BellwetherEventMap>(
    type: K,
    listener: (this: BellwetherAssessment, event: BellwetherEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "bellwether-assessment": BellwetherAssessment;
  }
}
