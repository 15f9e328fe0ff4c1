/** Whether who is here has agreed to lose what this page holds, and it is on its way out: nothing more is asked then. */
let agreed = false;

/** Once for the page; what follows is a full load. */
export function agreeToLeave(): void {
  agreed = true;
}

export const isLeaveAgreed = (): boolean => agreed;
