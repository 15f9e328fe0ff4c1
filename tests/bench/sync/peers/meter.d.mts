export function announce(port: number, close: () => unknown): void;
