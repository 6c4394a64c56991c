// Asks the engine of the server that the page comes from; a page that is a file asks nobody.
import { words } from './elements';
import type { FigureName } from './reweighting';
import type { Text } from './spec';

/** What is wrong, as the engine says it; what the page itself has to say is in both languages. */
export interface Problem { path: string; message: string; said?: Text }
/** A figure and its standard error; null for what is not known. */
export type EngineFigure = [number | null, number | null];
export interface AnswerRow { variant: 'held' | 'followed'; horizon: string; name: Text; figures: Record<FigureName, EngineFigure> }
export interface EngineAnswer { paths: number; case: string; portfolio: string; rows: AnswerRow[] }
export interface Key {
  path: string; value: string; section: string; item: string; itemName: Text;
  meaning: Text; unit: string; accepted: string; words: string[]; isDefault: boolean;
}
export interface Description {
  command: string; paths: number; headline: string;
  cases: { id: string; name: Text; sets: string[] }[];
  portfolios: { id: string; name: Text }[];
  keys: Key[];
}
export interface Question {
  case: string; portfolio: string;
  set: Record<string, string>;
  weights: Record<string, Record<string, number>>;
  beliefs: Record<string, number>;
}
/** What came of a question: an answer, what is wrong with it, or nothing where a later one took its place. */
export type Reply<T> = { answer: T } | { problems: Problem[] } | null;

export class Engine {
  private readonly page = crypto.randomUUID();
  private asking: AbortController | null = null;

  constructor(private readonly address: string) {}

  async describe(): Promise<Description> {
    const response = await fetch(`${this.address}/keys`);
    const content = await response.json() as Description & { problems?: Problem[] };
    if (!response.ok) throw new Error(content.problems?.map(p => p.message).join('; ') ?? response.statusText);
    return content;
  }

  /** The figures of a question; what was asked before is given up. */
  async figures(question: Question): Promise<Reply<EngineAnswer>> {
    this.asking?.abort();
    const asking = this.asking = new AbortController();
    const reply = await this.post<EngineAnswer>('figures', { ...question, page: this.page }, asking.signal);
    return asking.signal.aborted ? null : reply;
  }

  save(question: Question, name: string): Promise<Reply<{ name: string; folder: string }>> {
    return this.post('save', { ...question, name });
  }

  private async post<T>(what: string, body: object, signal?: AbortSignal): Promise<Reply<T>> {
    try {
      const response = await fetch(`${this.address}/${what}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        ...(signal ? { signal } : {}),
      });
      if (response.status === 409) return null;
      const content = await response.json() as T & { problems?: Problem[] };
      return response.ok ? { answer: content } : { problems: content.problems ?? [{ path: '', message: response.statusText }] };
    } catch (error) {
      if (signal?.aborted) return null;
      const { message } = error as Error;
      return { problems: [{ path: '', message, said: words(`The server does not answer: ${message}`, `服务器没有回答：${message}`) }] };
    }
  }
}

const address = document.querySelector<HTMLMetaElement>('meta[name="riskengine"]')?.content;

/** The engine behind this page; null where there is none. */
export const served = address === undefined ? null : new Engine(address);
