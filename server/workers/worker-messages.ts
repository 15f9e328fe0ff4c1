/** What the server's thread and a working one say to each other. */
export interface WorkerCall<Input> {
  readonly id: number;
  readonly input: Input;
}

export type WorkerAnswer<Output> =
  | { readonly id: number; readonly ok: true; readonly output: Output }
  | { readonly id: number; readonly ok: false; readonly detail: string };
