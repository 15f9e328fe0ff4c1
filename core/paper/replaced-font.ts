/** A font that a layout names and a machine doesn't have, and what stands for it. */
export interface ReplacedFont {
  readonly named: string;
  readonly by: string;
}
